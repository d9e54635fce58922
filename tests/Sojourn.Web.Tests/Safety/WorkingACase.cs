using System.Net;
using Sojourn.Clinic.Safety;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Tests.Measures;

namespace Sojourn.Web.Tests.Safety;

/// <summary>SAFE-9 to SAFE-12: acknowledged is not closed, and closed is not possible without an action.</summary>
public sealed class WorkingACase(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task It_cannot_be_closed_before_something_was_done()
    {
        var id = await Concern();
        using var staff = await clinic.Client("therapist");
        var place = $"/cases/{id}";
        var refused = await RunningClinic.Post(staff, place, $"{place}/closure", new(StringComparer.Ordinal) { ["what-was-done"] = "It is fine <now>." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Record at least one action first.", again, StringComparison.Ordinal);
        Assert.Contains("It is fine &lt;now&gt;.", again, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(staff, place, $"{place}/acknowledgement", [])).StatusCode);
        Assert.Contains("acknowledged, nothing done yet", await staff.GetStringAsync(place), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(staff, place, $"{place}/actions", new(StringComparer.Ordinal) { ["words"] = "Called her; safety plan made." })).StatusCode);
        Assert.Contains("acknowledged, still open", await staff.GetStringAsync(place), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(staff, place, $"{place}/closure", new(StringComparer.Ordinal) { ["what-was-done"] = "Safe; seen on Friday." })).StatusCode);
        using var records = clinic.Runner.Read();
        Assert.False(CaseRecords.One(records, id)!.IsOpen);
    }

    [Fact]
    public async Task Handing_over_and_raising_say_what_is_missing_beside_their_own_fields()
    {
        var id = await Concern();
        using var staff = await clinic.Client("therapist");
        var place = $"/cases/{id}";
        var nobody = await RunningClinic.Post(staff, place, $"{place}/hand-over", new(StringComparer.Ordinal) { ["to"] = "role/prescriber", ["why"] = "End of shift" });
        Assert.Contains("They are the deputy", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(staff, place, $"{place}/hand-over", new(StringComparer.Ordinal) { ["to"] = "role/nurse", ["why"] = "End of shift" })).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(staff, place, $"{place}/level", new(StringComparer.Ordinal) { ["level"] = "high", ["why"] = "A plan" })).StatusCode);
        using var records = clinic.Runner.Read();
        Assert.Equal((new Owner("role/nurse"), "high"), (CaseRecords.One(records, id)!.Owner, CaseRecords.One(records, id)!.Level));
    }

    [Fact]
    public async Task Those_who_may_see_a_case_but_not_work_it_find_nothing_to_press()
    {
        var id = await Concern();
        using var manager = await clinic.Client("manager");
        var page = await manager.GetStringAsync($"/cases/{id}");
        Assert.DoesNotContain($"/cases/{id}/", page, StringComparison.Ordinal);
    }

    private async Task<Guid> Concern()
    {
        var ana = await AskedOfAna.By(clinic, "peg");
        using var staff = await clinic.Client("nurse");
        var place = $"/people/{ana.Who.Value}/cases";
        var opened = await RunningClinic.Post(staff, place, place, new(StringComparer.Ordinal) { ["level"] = "moderate", ["reason"] = "She says that nothing matters." });
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        return Guid.Parse(opened.Headers.Location!.ToString().Split('/')[^1]);
    }
}
