using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Programmes;

namespace Sojourn.Web.Tests.Calendar;

/// <summary>R-47: medicine without therapy near it is refused or warned of, as the programme says, with the way to book therapy beside it.</summary>
public sealed class TherapyGoesWithMedicine(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Words = "No therapy session is booked within {0} days of this medicine session.";

    [Fact]
    public async Task A_programme_that_blocks_refuses_the_booking_until_therapy_is_booked_and_leads_there()
    {
        var (_, course) = await Opened("solo-depression-standard", "depression");
        using var desk = await clinic.Client("front-desk");
        var refused = await Book(desk, course);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains(Said(7), html, StringComparison.Ordinal);
        Assert.Contains($"/sessions/new?course={course.Value}&kind=psychotherapy\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"psychotherapy\"", await desk.GetStringAsync($"/sessions/new?course={course.Value}&kind=psychotherapy"), StringComparison.Ordinal);
        await Have(course, SessionKind.Adjunct, "psychotherapy", clinic.Runner.Now.AddDays(9));
        Assert.DoesNotContain(Said(7), await (await Book(desk, course)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_programme_that_warns_lets_it_be_booked_and_the_session_says_so_until_therapy_is_booked()
    {
        var (_, course) = await Opened("atma-chronic-pain", "chronic-pain");
        using var desk = await clinic.Client("front-desk");
        Assert.DoesNotContain(Said(14), await (await Book(desk, course, "ketamine-session")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var session = await Have(course, SessionKind.Medicine, "ketamine-session", clinic.Runner.Now.AddDays(10));
        var page = WebUtility.HtmlDecode(await desk.GetStringAsync($"/sessions/{session}"));
        Assert.Contains(Said(14), page, StringComparison.Ordinal);
        Assert.Contains("Book therapy", page, StringComparison.Ordinal);
        await Have(course, SessionKind.Integration, "integration", clinic.Runner.Now.AddDays(11));
        Assert.DoesNotContain(Said(14), await desk.GetStringAsync($"/sessions/{session}"), StringComparison.Ordinal);
    }

    private static string Said(int days) => Words.Replace("{0}", $"{days}", StringComparison.Ordinal);

    private Task<HttpResponseMessage> Book(HttpClient desk, CourseId course, string type = "medicine-session")
    {
        var page = $"/sessions/new?course={course.Value}&kind=medicine";
        var day = DateOnly.FromDateTime(clinic.Runner.Now.AddDays(10).UtcDateTime);
        return RunningClinic.Post(desk, page, "/sessions/new", new()
        {
            ["course"] = $"{course.Value}",
            ["type"] = type,
            ["date"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["from"] = "10:00",
            ["room"] = $"{clinic.MedicineRoom.Value}",
            ["staff"] = $"{clinic.Staff["therapist"].Value}",
        });
    }

    private async Task<Guid> Have(CourseId course, SessionKind kind, string type, DateTimeOffset at)
    {
        var session = Guid.CreateVersion7();
        PersonId person;
        using (var records = clinic.Runner.Read())
        {
            person = CourseRecords.One(records, course)!.PersonId;
        }

        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Book(
            new Visit(kind, type, person, null, course, 1, null), new Place(clinic.Site, kind == SessionKind.Medicine ? clinic.MedicineRoom : null, at, at.AddHours(1), [clinic.Staff["therapist"]]), BookingFacts.Clear, null)))).OrThrow();
        await clinic.Settle();
        return session;
    }

    private async Task<(PersonId Person, CourseId Course)> Opened(string programme, string condition)
    {
        var (person, course) = (new PersonId(Guid.CreateVersion7()), new CourseId(Guid.CreateVersion7()));
        var details = new Demographics(new PersonName("Ana", $"Beside {programme}"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(desk.At, details, Domain.People.Person.Likeness.Nobody));
            CourseDesk.Open(desk, course, new(person, programme, clinic.Site, condition, null, new Team(clinic.Staff["therapist"], clinic.Staff["prescriber"], clinic.Staff["nurse"])));
        })).OrThrow();
        return (person, course);
    }
}
