using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Integration;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;

namespace Sojourn.Web.Tests.Integration;

/// <summary>R-78, R-79, R-82 as staff and patient meet them.</summary>
public sealed class IntegratingThroughPages(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task What_came_up_is_written_once_a_task_is_taken_along_and_what_got_in_its_way_is_read()
    {
        var (person, session) = await Proposed();
        using var therapist = await clinic.Client("therapist");
        var page = $"/sessions/{session}/integration";
        Assert.Contains("Give it a time", await therapist.GetStringAsync(page), StringComparison.Ordinal);
        await Do(desk => desk.Do(SessionSlice.Slice, session, new Session.Command.Settle(Place(clinic.Runner.Now.AddHours(30)), BookingFacts.Clear)));

        var html = WebUtility.HtmlDecode(await therapist.GetStringAsync(page));
        Assert.Contains("“To sleep through”", html, StringComparison.Ordinal);
        var refused = await RunningClinic.Post(therapist, page, page, new() { ["came-up"] = "The <sea>", ["choice"] = "change" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Write what is to change or stop, and why.", again, StringComparison.Ordinal);
        Assert.Contains("The &lt;sea&gt;", again, StringComparison.Ordinal);

        var held = await RunningClinic.Post(therapist, page, page, new() { ["came-up"] = "The <sea>", ["choice"] = "change", ["choice-words"] = "Further apart" });
        Assert.Equal((HttpStatusCode.SeeOther, page), (held.StatusCode, held.Headers.Location?.ToString()));
        var set = await RunningClinic.Post(therapist, page, $"{page}/tasks", new() { ["words"] = "Walk to the water" });
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);
        using (var records = clinic.Runner.Read())
        {
            Assert.Equal("held", SessionRecords.One(records, session)?.State);
            Assert.Equal("The <sea>", IntegrationRecords.One(records, session)?.CameUp);
        }

        using var patient = await Patient(person);
        Assert.Contains("One thing you wanted to do", await patient.GetStringAsync("/my/tasks"), StringComparison.Ordinal);
        using (var records = clinic.Runner.Read())
        {
            var task = Assert.Single(IntegrationRecords.TasksOfPerson(records, person.Value));
            var empty = await RunningClinic.Post(patient, "/my/tasks", $"/my/tasks/{task.Id.Value}/answer", new() { ["answer"] = "not-done" });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
            var told = await RunningClinic.Post(patient, "/my/tasks", $"/my/tasks/{task.Id.Value}/answer", new() { ["answer"] = "not-done", ["got-in-the-way"] = "It hurt too much" });
            Assert.Equal(HttpStatusCode.SeeOther, told.StatusCode);
        }

        html = WebUtility.HtmlDecode(await therapist.GetStringAsync(page));
        Assert.Contains("“It hurt too much”", html, StringComparison.Ordinal);
        Assert.Contains("Change: Further apart", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"came-up\"", html, StringComparison.Ordinal);
        Assert.Contains("Not enough answers yet", await therapist.GetStringAsync($"/people/{person.Value}/outcomes"), StringComparison.Ordinal);
    }

    private async Task<(PersonId Person, Guid Session)> Proposed()
    {
        var person = new PersonId(Guid.CreateVersion7());
        var course = new CourseId(Guid.CreateVersion7());
        var medicine = Guid.CreateVersion7();
        var details = new Demographics(new PersonName("Ana", "Ruiz"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        await Do(desk => desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(clinic.Runner.Now, details, Person.Likeness.Nobody)));
        await Do(desk => CourseDesk.Open(desk, course, new(person, "rise-chronic-pain", clinic.Site, "crps", "chronic regional pain", new Team(clinic.Staff["therapist"], clinic.Staff["prescriber"], clinic.Staff["nurse"]))));
        await Do(desk => desk.Do(PlanSlice.Slice, course.Value, new Plan.Command.SetGoal(new GoalId(Guid.CreateVersion7()), "To sleep through")));
        await Do(desk =>
        {
            var visit = new Visit(SessionKind.Medicine, "medicine-day", person, null, course, 1, null);
            desk.Do(SessionSlice.Slice, medicine, new Session.Command.Book(visit, Place(clinic.Runner.Now.AddHours(-3)), BookingFacts.Clear, null));
            desk.Do(SessionSlice.Slice, medicine, new Session.Command.Hold(clinic.Runner.Now, null));
        });
        await clinic.Settle();
        using var records = clinic.Runner.Read();
        return (person, Assert.Single(SessionRecords.OfCourse(records, course.Value), s => s.Kind == "integration").Id.Value);
    }

    private Place Place(DateTimeOffset from) => new(clinic.Site, clinic.TalkingRoom, from, from.AddHours(1), [clinic.Staff["therapist"]]);

    private async Task Do(Action<Desk> work) => (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), work)).OrThrow();

    private async Task<HttpClient> Patient(PersonId person)
    {
        using (var scope = clinic.Services.CreateScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<Accounts.Accounts>().SetPassword(Actor.Person(person), "integrating@test.example", RunningClinic.Password));
        }

        var client = await clinic.Client();
        await RunningClinic.Post(client, "/sign-in", "/sign-in", new() { ["email"] = "integrating@test.example", ["password"] = RunningClinic.Password });
        return client;
    }
}
