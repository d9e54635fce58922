using System.Net;
using System.Text.RegularExpressions;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Programmes;

namespace Sojourn.Web.Tests.Calendar;

/// <summary>A calendar of one's own visits, or of a room, for a calendar program that cannot sign in.</summary>
public sealed partial class SubscribingToACalendar(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task A_therapists_visits_are_there_without_a_name_and_a_cancelled_one_goes()
    {
        var (session, _) = await Booked(days: 3);
        using var therapist = await clinic.Client("therapist");
        var feed = await Feed(therapist, "/account");
        using var anybody = await clinic.Client();
        var before = Unfolded(await anybody.GetStringAsync(feed));
        Assert.Contains($"UID:{session}@sojourn\r\n", before, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Preparation\r\n", before, StringComparison.Ordinal);
        Assert.Contains("DTSTART:20", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Zuniga", before, StringComparison.Ordinal);

        await Do(desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Cancel("Ill")));
        Assert.DoesNotContain(session.ToString(), await anybody.GetStringAsync(feed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rooms_calendar_is_copied_from_its_settings()
    {
        var (session, _) = await Booked(days: 4);
        using var manager = await clinic.Client("manager");
        var feed = await Feed(manager, $"/settings/rooms/{clinic.MedicineRoom.Value}");
        using var anybody = await clinic.Client();
        Assert.Contains($"UID:{session}@sojourn", Unfolded(await anybody.GetStringAsync(feed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_was_changed_opens_nothing_and_says_how_to_get_another()
    {
        using var therapist = await clinic.Client("therapist");
        var feed = await Feed(therapist, "/account");
        using var anybody = await clinic.Client();
        var answer = await anybody.GetAsync(new Uri(feed.OriginalString.Replace(".ics", "x.ics", StringComparison.Ordinal), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Copy it again", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex("value=\"http://[^/]+(?<path>/feeds/[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Address { get; }

    private static async Task<Uri> Feed(HttpClient client, string page) => new(Address.Match(await client.GetStringAsync(new Uri(page, UriKind.Relative))).Groups["path"].Value, UriKind.Relative);

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal);

    private async Task<(Guid Session, PersonId Person)> Booked(int days)
    {
        var (person, session) = (new PersonId(Guid.CreateVersion7()), Guid.CreateVersion7());
        var at = clinic.Runner.Now.AddDays(days);
        var details = new Demographics(new PersonName("Ana", "Zuniga"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        await Do(desk =>
        {
            desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(desk.At, details, Person.Likeness.Nobody));
            desk.Do(SessionSlice.Slice, session, new Session.Command.Book(
                new Visit(SessionKind.Preparation, "preparation", person, null, null, 1, null), new Place(clinic.Site, clinic.MedicineRoom, at, at.AddHours(1), [clinic.Staff["therapist"]]), BookingFacts.Clear, null));
        });
        return (session, person);
    }

    private async Task Do(Action<Desk> work) => (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), work)).OrThrow();
}
