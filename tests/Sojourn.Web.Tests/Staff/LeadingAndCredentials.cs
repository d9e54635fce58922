using System.Net;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;

namespace Sojourn.Web.Tests.Staff;

/// <summary>R-02 and R-03: who leads a programme and what those who treat have learnt, as anybody reads it.</summary>
public sealed class LeadingAndCredentials(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Home = "/programmes/rise-chronic-pain", Public = "/about/rise-chronic-pain";

    [Fact]
    public async Task R_02_A_programme_is_public_when_both_leads_are_named_and_neither_can_be_taken_away()
    {
        using var manager = await clinic.Client("manager");
        using var visitor = await clinic.Client();
        using (var before = await visitor.GetAsync(Public))
        {
            Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        }

        Assert.Contains("Until both are named it is not on the public page", await Read(manager, Home), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Name(manager, Staff("therapist"), Staff("prescriber"))).StatusCode);
        var page = await Read(visitor, Public);
        Assert.Contains("Therapy lead, therapist", page, StringComparison.Ordinal);
        Assert.Contains("Medical lead, prescriber", page, StringComparison.Ordinal);
        Assert.Contains(Public, await Read(visitor, "/"), StringComparison.Ordinal);

        var refused = await Name(manager, Staff("therapist"), "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("is led by a therapist and a prescriber together. Choose the prescriber.", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Name(manager, Staff("nurse"), Staff("prescriber"))).StatusCode);
        Assert.Contains("Medical lead, prescriber", await Read(visitor, Public), StringComparison.Ordinal);

        // Whoever leads it and is a prescriber no longer: the page goes, and the manager is asked who follows.
        await Do(Staff("prescriber"), new StaffMember.Command.ChangeRoles(["nurse"], IsLastManager: false));
        await clinic.Settle();
        using (var without = await visitor.GetAsync(Public))
        {
            Assert.Equal(HttpStatusCode.NotFound, without.StatusCode);
        }

        Assert.Contains(Tasks("name-lead"), task => task.Owner == "role/manager" && task.Words.Contains("name who follows", StringComparison.Ordinal));
        await Do(Staff("prescriber"), new StaffMember.Command.ChangeRoles(["prescriber"], IsLastManager: false));
        await Do(Staff("manager"), new StaffMember.Command.ChangeRoles(["manager", "prescriber"], IsLastManager: false));
        Assert.Equal(HttpStatusCode.SeeOther, (await Name(manager, Staff("therapist"), Staff("manager"))).StatusCode);
        await clinic.Settle();
        Assert.Empty(Tasks("name-lead"));
    }

    [Fact]
    public async Task R_03_Anybody_reads_credentials_and_one_that_ends_takes_the_badge_away_and_asks_the_manager()
    {
        var today = Today();
        var nurse = Staff("nurse");
        await Do(nurse, new StaffMember.Command.RecordCredential("registered nurse", "RN-4411", today.AddYears(-6), today.AddYears(1), "College of Nurses"));
        await Do(nurse, new StaffMember.Command.RecordCredential(StaffMember.KapTraining, "KAP-7", today.AddYears(-3).AddDays(-5), today.AddDays(40), null));
        using var visitor = await clinic.Client();
        var place = $"/about/people/{nurse}";
        Assert.Contains(place, await Read(visitor, "/"), StringComparison.Ordinal);
        var page = await Read(visitor, place);
        Assert.Contains("Trained in ketamine-assisted psychotherapy", page, StringComparison.Ordinal);
        Assert.Contains("RN-4411", page, StringComparison.Ordinal);
        Assert.Contains("Registered nurse, College of Nurses", page, StringComparison.Ordinal);
        Assert.Contains("<td>3 years</td>", page, StringComparison.Ordinal);
        await CredentialTick.Pass(clinic.Runner);
        Assert.DoesNotContain(Tasks("renew-credential"), task => task.Words.Contains(StaffMember.KapTraining, StringComparison.Ordinal));

        await Do(nurse, new StaffMember.Command.RecordCredential(StaffMember.KapTraining, "KAP-7", today.AddYears(-3), today.AddDays(-1), null));
        var after = await Read(visitor, place);
        Assert.DoesNotContain("Trained in", after, StringComparison.Ordinal);
        Assert.DoesNotContain("KAP-7", after, StringComparison.Ordinal);
        Assert.Equal(1, await CredentialTick.Pass(clinic.Runner));
        Assert.Equal(0, await CredentialTick.Pass(clinic.Runner));
        Assert.Equal("role/manager", Assert.Single(Tasks("renew-credential")).Owner);

        await Do(nurse, new StaffMember.Command.RecordCredential(StaffMember.KapTraining, "KAP-8", today, today.AddYears(3), null));
        await clinic.Settle();
        Assert.Empty(Tasks("renew-credential"));
        Assert.Contains("KAP-8", await Read(visitor, place), StringComparison.Ordinal);
        using var nobody = await visitor.GetAsync($"/about/people/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
    }

    [Fact]
    public async Task Only_a_demos_clock_is_moved()
    {
        using var manager = await clinic.Client("manager");
        using var answer = await manager.GetAsync("/demo/clock");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("/demo/clock", await Read(manager, "/today"), StringComparison.Ordinal);
    }

    /// <summary>The clinic's own day, which is not that of UTC in the evening.</summary>
    private DateOnly Today()
    {
        using var records = clinic.Runner.Read();
        return ClinicDay.In(records, clinic.Runner.Now);
    }

    private string Staff(string role) => clinic.Staff[role].Value.ToString();

    private static async Task<string> Read(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path));

    private static Task<HttpResponseMessage> Name(HttpClient manager, string therapist, string prescriber) =>
        RunningClinic.Post(manager, Home, $"{Home}/leads", new() { ["therapist"] = therapist, ["prescriber"] = prescriber });

    private async Task Do(string staff, StaffMember.Command command) =>
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), StaffSlice.Slice, Guid.Parse(staff), command)).OrThrow();

    private List<TaskRow> Tasks(string kind)
    {
        using var records = clinic.Runner.Read();
        return [.. TaskRecords.Open(records).Where(task => task.Kind == kind)];
    }
}
