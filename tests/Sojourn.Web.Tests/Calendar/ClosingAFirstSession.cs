using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;

namespace Sojourn.Web.Tests.Calendar;

/// <summary>R-17: a first session decides whether the treatment fits, and names an end goal; it is not closed without both.</summary>
public sealed class ClosingAFirstSession(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Pilot = "neurorelief-infusion-kap";

    private readonly PersonId person = new(Guid.CreateVersion7());
    private readonly CourseId course = new(Guid.CreateVersion7());
    private readonly Guid session = Guid.CreateVersion7();

    [Fact]
    public async Task Without_decision_and_goal_it_stays_open_and_with_both_the_plan_begins_with_the_goal()
    {
        await Book("first-session", SessionKind.Assessment);
        using var therapist = await clinic.Client("therapist");
        var refused = await Close(therapist);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains($"/courses/{course.Value}/screening", page, StringComparison.Ordinal);
        Assert.Contains("a prescriber says whether the treatment fits", page, StringComparison.Ordinal);
        Assert.Contains("name at least one", page, StringComparison.Ordinal);

        await Decide(EligibilityDecision.Suitable);
        page = WebUtility.HtmlDecode(await (await Close(therapist)).Content.ReadAsStringAsync());
        Assert.DoesNotContain("a prescriber says whether the treatment fits", page, StringComparison.Ordinal);
        Assert.Contains("name at least one", page, StringComparison.Ordinal);

        await RunningClinic.Post(therapist, $"/courses/{course.Value}/plan", $"/courses/{course.Value}/plan/goals", new() { ["words"] = "Walk to the lake again" });
        var closed = await Close(therapist);
        Assert.Equal($"/courses/{course.Value}/plan/versions/new", closed.Headers.Location?.ToString());
        Assert.Contains("Walk to the lake again", await therapist.GetStringAsync(closed.Headers.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_treatment_does_not_fit_no_goal_is_asked_for()
    {
        await Book("first-session", SessionKind.Assessment);
        await Decide(EligibilityDecision.NotSuitable);
        using var therapist = await clinic.Client("therapist");
        Assert.Equal(HttpStatusCode.SeeOther, (await Close(therapist)).StatusCode);
    }

    [Fact]
    public async Task Another_session_is_closed_as_ever()
    {
        await Book("preparing-therapy", SessionKind.Preparation);
        using var therapist = await clinic.Client("therapist");
        Assert.Equal($"/sessions/{session}", (await Close(therapist)).Headers.Location?.ToString());
    }

    private Task<HttpResponseMessage> Close(HttpClient client) => RunningClinic.Post(client, $"/sessions/{session}", $"/sessions/{session}/holding", []);

    private async Task Book(string type, SessionKind kind)
    {
        var details = new Demographics(new PersonName("Ana", "Ruiz"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        var from = clinic.Runner.Now.AddMinutes(-50);
        var team = new Team(clinic.Staff["therapist"], clinic.Staff["prescriber"], clinic.Staff["nurse"]);
        await Do(desk => desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(desk.At, details, Person.Likeness.Nobody)));
        // The programme is a pilot that a clinic of real people has not opened.
        await Append($"course/{course.Value:D}", new Course.Event.Opened(person, Pilot, 1, clinic.Site, "depression", "Depression", null, team), new Course.Event.PhaseEntered("first-session"));
        await Do(desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Book(
            new Visit(kind, type, person, null, course, 1, null), new Place(clinic.Site, clinic.TalkingRoom, from, from.AddMinutes(60), [clinic.Staff["therapist"]]), BookingFacts.Clear, null)));
    }

    private Task Decide(EligibilityDecision decision) => Append(
        $"screening/{course.Value:D}",
        new Assessment.Event.EligibilityDecided(decision, default, "Talked it through", [], null, null, null, null, null, [], Pilot, 1, clinic.Staff["prescriber"]));

    private async Task Do(Action<Desk> work) => (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), work)).OrThrow();

    private Task Append(string stream, params object[] events) => clinic.Runner.Journal.Write(Guid.CreateVersion7(), Actor.Staff(clinic.Staff["prescriber"]).Text, journal =>
    {
        journal.Append(stream, journal.VersionOf(stream), [.. events.Select(EventRegistry.Shipped.Write)]);
        return true;
    });
}
