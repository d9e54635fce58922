using System.Net;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Tasks;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Web.Tests.Settings;

/// <summary>R-56: one person runs it all; where a step needs two, somebody from outside is named, and signs for themselves.</summary>
public sealed class RunningItAlone : IAsyncLifetime
{
    private readonly EmptyClinic clinic = new();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => clinic.InitializeAsync();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task One_login_is_manager_therapist_and_front_desk_and_what_nobody_needs_is_hidden()
    {
        using var client = await Begin();
        using (var records = clinic.Runner.Read())
        {
            Assert.Equal(["manager", "therapist", "front-desk"], Assert.Single(StaffRecords.All(records)).RoleList);
        }

        var today = await client.GetStringAsync("/today", Now);
        Assert.DoesNotContain("href=\"/rooms\"", today, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/devices\"", today, StringComparison.Ordinal);
        Assert.Contains("You, and people from outside", await client.GetStringAsync("/settings", Now), StringComparison.Ordinal);
        await Outsider(client, "nurse", "sam@outside.example");
        Assert.Contains("href=\"/rooms\"", await client.GetStringAsync("/today", Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_a_nurse_as_well_sees_the_session_room_at_once()
    {
        using var client = await Begin(("besides", "nurse"));
        Assert.Contains("href=\"/rooms\"", await client.GetStringAsync("/today", Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_prescriber_is_needed_the_outside_one_is_asked_for_named_and_signs_for_themselves()
    {
        using var client = await Begin();
        var person = await Register();
        var opening = $"/people/{person.Value}/courses/new?programme=solo-depression-standard&words=low";
        var asked = WebUtility.HtmlDecode(await client.GetStringAsync(opening, Now));
        Assert.Contains("Nobody here is a prescriber.", asked, StringComparison.Ordinal);
        Assert.Contains("/settings/outside/new?for=prescriber", asked, StringComparison.Ordinal);

        var nothing = await RunningClinic.Post(client, "/settings/outside/new", "/settings/outside", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        Assert.Contains("Write the number of their licence.", await nothing.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
        var place = await Outsider(client, "prescriber", "sam@outside.example");
        var page = WebUtility.HtmlDecode(await client.GetStringAsync(place, Now));
        Assert.Contains("From outside: psychiatrist.", page, StringComparison.Ordinal);
        Assert.Contains("They sign for themselves", page, StringComparison.Ordinal);
        Assert.Contains("Sam Stone (outside)", await client.GetStringAsync(opening, Now), StringComparison.Ordinal);
        var link = await RunningClinic.Post(client, place, $"{place}/link", []);
        Assert.Contains("Hand it to nobody else", await link.Content.ReadAsStringAsync(Now), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_of_a_role_that_nobody_here_has_is_the_managers_and_one_from_outside_does_not_count()
    {
        using var client = await Begin();
        await Outsider(client, "nurse", "sam@outside.example");
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk => desk.Do(TaskSlice.Slice, Guid.CreateVersion7(), new Chore.Command.Raise(
            "look", "Look at the pressure", null, null, null, "role/nurse", null, desk.At.AddHours(1), null)))).OrThrow();
        Assert.Contains("Look at the pressure", await client.GetStringAsync("/inbox", Now), StringComparison.Ordinal);
        using var records = clinic.Runner.Read();
        Assert.True(Assert.Single(Sojourn.Clinic.Tasks.Inbox.Open(records)).IsFor(Actor.Sojourn, [Sojourn.Clinic.Permissions.Role.Manager]));
    }

    private async Task<PersonId> Register()
    {
        var person = new PersonId(Guid.CreateVersion7());
        var details = new Demographics(new PersonName("Ana", "Ruiz"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenSite(new SiteId(Guid.CreateVersion7()), "Home", "Edmonton", "Alberta", "555-0100"));
            desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(desk.At, details, Person.Likeness.Nobody));
        })).OrThrow();
        return person;
    }

    private static async Task<string> Outsider(HttpClient client, string role, string email)
    {
        var answer = await RunningClinic.Post(client, "/settings/outside/new", "/settings/outside", new()
        {
            ["roles"] = role,
            ["given"] = "Sam",
            ["family"] = "Stone",
            ["profession"] = "psychiatrist",
            ["practice"] = "Elm practice",
            ["number"] = "P-77",
            ["issued"] = "01-Jan-2025",
            ["ends"] = "31-Dec-2099",
            ["phone"] = "555 0190",
            ["email"] = email,
        });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    private async Task<HttpClient> Begin(params (string Name, string Value)[] more)
    {
        var client = clinic.Client();
        await client.GetAsync(await clinic.Link(), Now);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["clinic"] = "Lone Pine",
            ["time-zone"] = "America/Edmonton",
            ["given"] = "Rosa",
            ["family"] = "Marsh",
            ["email"] = "rosa@pine.example",
            ["password"] = "seven calm herons",
            ["preset"] = "solo",
        };
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        Assert.Equal("/settings", (await RunningClinic.Post(client, "/start", "/start", fields)).Headers.Location?.ToString());
        return client;
    }
}
