using System.Net;
using System.Text.RegularExpressions;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Publishing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Web.Tests.Programmes;

/// <summary>R-54 and R-48 as a clinic's leads meet them: a draft, what is wrong with it, three approvals, invented patients, a few real ones, versions.</summary>
public sealed class PilotingAProgramme(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task R_54_A_pilot_goes_from_a_draft_over_ten_invented_patients_to_five_real_ones_and_no_sixth()
    {
        const string Id = "pain-evening-group", Home = "/programmes/pain-evening-group";
        using var manager = await clinic.Client("manager");
        using var doctor = await clinic.Client("prescriber");
        using var therapist = await clinic.Client("therapist");
        Assert.Equal($"{Home}/draft?part=title", (await Begin(manager, Id)).Headers.Location?.ToString());

        await Led(manager, Id);

        // without integration it cannot be approved, and the page names the way a patient could go.
        var good = Draft(Id);
        await Save(manager, Id, WithoutIntegration(good));
        var faulty = await Read(manager, $"{Home}/draft");
        Assert.Contains("without integration after the medicine of", faulty, StringComparison.Ordinal);
        Assert.Contains("Cannot be approved", faulty, StringComparison.Ordinal);
        Assert.DoesNotContain("Approve as", faulty, StringComparison.Ordinal);
        await Save(manager, Id, good);

        foreach (var (client, role) in new[] { (therapist, "therapist"), (doctor, "prescriber"), (manager, "manager") })
        {
            Assert.Null(clinic.Runner.Programmes.Find(Id));
            var answer = await RunningClinic.Post(client, $"{Home}/draft", $"{Home}/draft/approve", new() { ["as"] = role, ["read"] = Domain.Publishing.ProgrammeVersions.HashOf(good) });
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        Assert.Contains("invented patients only", await Read(manager, Home), StringComparison.Ordinal);
        Assert.Contains("still being tried with made-up patients only", await Open(Id, "Early"), StringComparison.Ordinal);
        Assert.Contains("Try it on invented patients first", await Agree(manager, Id, "manager", 5), StringComparison.Ordinal);

        await TryOnTen(manager, Home);
        Assert.Contains("10 invented patients", await Read(manager, Home), StringComparison.Ordinal);

        Assert.Contains("A manager and a prescriber open a pilot. Ask one of them.", await Agree(manager, Id, "prescriber", 5), StringComparison.Ordinal);
        await Agree(manager, Id, "manager", 5);
        Assert.Contains("invented patients only", await Read(manager, Home), StringComparison.Ordinal);
        await Agree(doctor, Id, "prescriber", 5);
        Assert.Contains("open: 0 of 5", await Read(manager, Home), StringComparison.Ordinal);

        for (var patient = 1; patient <= 5; patient++)
        {
            Assert.Equal("", await Open(Id, $"Real{patient}"));
        }

        Assert.Contains("is a pilot for at most 5 patients, and 5 have begun it", await Open(Id, "Sixth"), StringComparison.Ordinal);
        Assert.Contains("full: 5 of 5", await Read(manager, Home), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R_54_People_stay_on_their_version_until_somebody_moves_them_and_when_it_is_withdrawn_too()
    {
        const string Id = "solo-depression-standard", Home = "/programmes/solo-depression-standard";
        using var manager = await clinic.Client("manager");
        using var doctor = await clinic.Client("prescriber");
        using var therapist = await clinic.Client("therapist");
        Assert.Equal("", await Open(Id, "Stays"));
        var old = clinic.Runner.Programmes.Find(Id)!;
        await RunningClinic.Post(manager, $"{Home}/draft", $"{Home}/draft/begin", []);
        await Led(manager, Id);
        var text = Regex.Replace(Draft(Id), "^title: .*$", "title: Newer shape", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        await Save(manager, Id, text);
        foreach (var (client, role) in new[] { (therapist, "therapist"), (doctor, "prescriber"), (manager, "manager") })
        {
            await RunningClinic.Post(client, $"{Home}/draft", $"{Home}/draft/approve", new() { ["as"] = role, ["read"] = Domain.Publishing.ProgrammeVersions.HashOf(text) });
        }

        Assert.Equal(("Newer shape", old.Version + 1), (clinic.Runner.Programmes.Find(Id)!.Title, clinic.Runner.Programmes.Find(Id)!.Version));
        var course = Assert.Single(PeopleOn(Id));
        Assert.Equal(old.Version, course.Version);
        Assert.Equal(old.Title, clinic.Runner.Programmes.Find(Id, course.Version)!.Title);

        // What changed stands like tracked changes, the person is named, the old version is withdrawn and they stay.
        var versions = await Read(manager, $"{Home}/versions");
        Assert.Contains("Newer shape", versions, StringComparison.Ordinal);
        Assert.Contains("Ana Stays", versions, StringComparison.Ordinal);
        await RunningClinic.Post(manager, $"{Home}/versions", $"{Home}/withdraw", new() { ["version"] = $"{old.Version}", ["why"] = "replaced" });
        Assert.Contains("Withdrawn: replaced", await Read(manager, $"{Home}/versions"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/courses/{course.CourseId.Value}")).StatusCode);
        Assert.Equal(old.Version, Assert.Single(PeopleOn(Id)).Version);

        var answer = await RunningClinic.Post(manager, $"{Home}/versions", $"{Home}/move", new() { ["course"] = $"{course.CourseId.Value}", ["why"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await RunningClinic.Post(manager, $"{Home}/versions", $"{Home}/move", new() { ["course"] = $"{course.CourseId.Value}", ["why"] = "She prefers it" });
        Assert.Equal(old.Version + 1, Assert.Single(PeopleOn(Id)).Version);
        Assert.Contains("Everybody under way is on the version in use.", await Read(manager, $"{Home}/versions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R_54_A_programme_of_which_every_version_is_withdrawn_is_found_again_and_begun_anew()
    {
        const string Id = "hea-trauma", Home = "/programmes/hea-trauma";
        using var manager = await clinic.Client("manager");
        Assert.Equal("", await Open(Id, "Goes"));
        await RunningClinic.Post(manager, $"{Home}/versions", $"{Home}/withdraw", new() { ["version"] = "1", ["why"] = "paused" });
        Assert.Contains("Withdrawn", await Read(manager, "/programmes"), StringComparison.Ordinal);
        Assert.Equal($"{Home}/versions", (await manager.GetAsync(Home)).Headers.Location?.ToString());
        Assert.Contains("None is in use", await Read(manager, $"{Home}/versions"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/courses/{Assert.Single(PeopleOn(Id)).CourseId.Value}")).StatusCode);
        Assert.NotEqual("", await Open(Id, "TooLate"));
        await RunningClinic.Post(manager, $"{Home}/versions", $"{Home}/draft/begin", []);
        Assert.Contains("version: 2", Draft(Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R_54_A_value_changed_in_a_form_is_changed_in_the_file_and_its_fault_stands_beside_it()
    {
        const string Id = "pain-by-form", Home = "/programmes/pain-by-form";
        using var doctor = await clinic.Client("prescriber");
        await Begin(doctor, Id);
        var before = Draft(Id);
        var answer = await RunningClinic.Post(doctor, $"{Home}/draft?part=pilot", $"{Home}/draft/part", new() { ["part"] = "pilot", ["v:pilot.trial-only"] = "perhaps" });
        Assert.Equal($"{Home}/draft?part=pilot", answer.Headers.Location?.ToString());
        Assert.Equal(before.Replace("trial-only: yes", "trial-only: perhaps", StringComparison.Ordinal), Draft(Id));
        Assert.Contains("aria-invalid=\"true\"", await Read(doctor, $"{Home}/draft?part=pilot"), StringComparison.Ordinal);

        answer = await RunningClinic.Post(doctor, $"{Home}/draft", $"{Home}/draft/part", new() { ["part"] = "phases", ["v:phases[99].title"] = "x" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await Save(doctor, Id, "title: []\nversion: {}\n");
        Assert.Contains("Cannot be approved", await Read(doctor, $"{Home}/draft"), StringComparison.Ordinal);
        await Save(doctor, Id, "");
        Assert.Contains("Cannot be approved", await Read(doctor, $"{Home}/draft"), StringComparison.Ordinal);
        await RunningClinic.Post(doctor, $"{Home}/draft", $"{Home}/draft/drop", []);
        Assert.Null(PublishingRecords.Draft(clinic.Runner.Read(), Id));
    }

    [Theory]
    [InlineData("Pain Group", "small letters with hyphens")]
    [InlineData("rise-chronic-pain", "There is a programme “rise-chronic-pain” already")]
    public async Task R_54_A_name_that_cannot_be_used_comes_back_beside_its_field(string id, string sentence)
    {
        using var manager = await clinic.Client("manager");
        var answer = await Begin(manager, id);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private async Task Led(HttpClient manager, string id) => Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(manager, $"/programmes/{id}/draft", $"/programmes/{id}/leads", new()
    {
        ["therapist"] = clinic.Staff["therapist"].Value.ToString(), ["prescriber"] = clinic.Staff["prescriber"].Value.ToString(),
    })).StatusCode);

    private static Task<HttpResponseMessage> Begin(HttpClient client, string id) =>
        RunningClinic.Post(client, "/programmes/new", "/programmes", new() { ["title"] = "Pain, evening group", ["id"] = id, ["from"] = "rise-chronic-pain" });

    private string Draft(string id)
    {
        using var records = clinic.Runner.Read();
        return PublishingRecords.Draft(records, id)!.Text;
    }

    private List<OnVersionRow> PeopleOn(string id)
    {
        using var records = clinic.Runner.Read();
        return [.. PublishingRecords.People(records, id)];
    }

    private static async Task Save(HttpClient client, string id, string text) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(client, $"/programmes/{id}/draft", $"/programmes/{id}/draft/text", new() { ["text"] = text })).StatusCode);

    private static async Task<string> Read(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path));

    /// <summary>Each line of a phase that books an integration session is left out.</summary>
    private static string WithoutIntegration(string text) =>
        Regex.Replace(text, "^ +- \\{ session: integration.*\n", "", RegexOptions.Multiline, TimeSpan.FromSeconds(1));

    private static async Task TryOnTen(HttpClient manager, string home)
    {
        var started = await RunningClinic.Post(manager, $"{home}/what-if", $"{home}/what-if", new() { ["patients"] = "10", ["weeks"] = "26", ["seed"] = "7" });
        var place = started.Headers.Location!.ToString();
        for (var look = 0; look < 600; look++)
        {
            using var answer = await manager.GetAsync(place);
            if (!answer.Headers.Contains("Refresh"))
            {
                break;
            }

            await Task.Delay(50);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(manager, place, $"{place}/keep", [])).StatusCode);
    }

    private static async Task<string> Agree(HttpClient client, string id, string role, int cap)
    {
        using var answer = await RunningClinic.Post(client, $"/programmes/{id}", $"/programmes/{id}/pilot", new() { ["as"] = role, ["version"] = "1", ["cap"] = $"{cap}" });
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <returns>Empty when the course is open; otherwise the page that says why not.</returns>
    private async Task<string> Open(string programme, string family)
    {
        var person = new PersonId(Guid.CreateVersion7());
        var details = new Demographics(new PersonName("Ana", family), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), PersonSlice.Slice, person.Value, new Person.Command.Register(clinic.Runner.Now, details, Person.Likeness.Nobody))).OrThrow();
        using var desk = await clinic.Client("front-desk");
        using var answer = await RunningClinic.Post(desk, $"/people/{person.Value}/courses/new?programme={programme}&words=pain", $"/people/{person.Value}/courses", new()
        {
            ["programme"] = programme,
            ["own-words"] = "it hurts",
            ["site"] = clinic.Site.Value.ToString(),
            ["therapist"] = clinic.Staff["therapist"].Value.ToString(),
            ["prescriber"] = clinic.Staff["prescriber"].Value.ToString(),
            ["nurse"] = clinic.Staff["nurse"].Value.ToString(),
        });
        return answer.StatusCode == HttpStatusCode.SeeOther ? "" : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
