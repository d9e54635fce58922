using System.Net;
using System.Text.RegularExpressions;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Staff;

namespace Sojourn.Web.Tests.Settings;

/// <summary>SET-1 to SET-8 as the pages say them.</summary>
public sealed class ChangingSettings(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task A_form_is_checked_before_anything_is_recorded()
    {
        using var client = await clinic.Client("manager");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "Checked site", ["phone"] = "555 0142" };
        var check = await RunningClinic.Post(client, "/settings/sites/new", "/settings/sites", fields);
        Assert.Equal(HttpStatusCode.OK, check.StatusCode);
        Assert.Contains("Nothing is recorded yet", await check.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Sites(), site => site.Name == "Checked site");
        fields["step"] = "checked";
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(client, "/settings/sites/new", "/settings/sites", fields)).StatusCode);
        Assert.Single(Sites(), site => site.Name == "Checked site");
    }

    [Fact]
    public async Task A_crisis_line_that_cannot_be_dialled_comes_back_as_it_was_typed()
    {
        using var client = await clinic.Client("manager");
        var answer = await RunningClinic.Post(client, "/settings/clinic", "/settings/clinic", new() { ["name"] = "Test clinic", ["time-zone"] = "Nowhere", ["crisis-line"] = "call us" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("“call us” is not a telephone number.", page, StringComparison.Ordinal);
        Assert.Contains("“Nowhere” is not a time zone.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"call us\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_manager_cannot_be_ended_or_lose_the_role()
    {
        using var client = await clinic.Client("manager");
        var place = $"/settings/staff/{clinic.Staff["manager"].Value}";
        var leaving = await RunningClinic.Post(client, $"{place}/leaving", $"{place}/leaving", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, leaving.StatusCode);
        Assert.Contains("Nobody else here is a manager", await leaving.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var roles = await RunningClinic.Post(client, $"{place}/roles", $"{place}/roles", new() { ["roles"] = "nurse", ["step"] = "checked" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, roles.StatusCode);
    }

    [Fact]
    public async Task Somebody_added_signs_in_by_a_link_that_is_good_once_and_is_out_when_their_access_ends()
    {
        using var manager = await clinic.Client("manager");
        var added = await RunningClinic.Post(manager, "/settings/staff/new", "/settings/staff", new()
        {
            ["given"] = "Ola",
            ["family"] = "Lund",
            ["email"] = "ola@test.example",
            ["roles"] = "nurse",
            ["step"] = "checked",
        });
        var place = added.Headers.Location!.ToString();
        var made = await RunningClinic.Post(manager, place, $"{place}/link", []);
        var link = Regex.Match(WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync()), "http\\S+/link/[^<\\s]+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        using var ola = await clinic.Client();
        await ola.GetAsync(link);
        Assert.Equal("/home", (await RunningClinic.Post(ola, "/password", "/password", new() { ["password"] = "five quiet otters" })).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await ola.GetAsync("/today")).StatusCode);
        using var thief = await clinic.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await thief.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(manager, $"{place}/leaving", $"{place}/leaving", [])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await ola.GetAsync("/today")).StatusCode);
    }

    [Fact]
    public async Task A_credential_is_entered_and_renewed_under_its_kind()
    {
        using var client = await clinic.Client("manager");
        var place = $"/settings/staff/{clinic.Staff["nurse"].Value}";
        foreach (var ends in new[] { "31-Dec-2026", "31-Dec-2028" })
        {
            var answer = await RunningClinic.Post(client, $"{place}/credentials/new", $"{place}/credentials", new()
            {
                ["kind"] = "registered nurse",
                ["number"] = "RN-7",
                ["issued"] = "01-Jan-2026",
                ["ends"] = ends,
                ["step"] = "checked",
            });
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }

        using var records = clinic.Runner.Read();
        Assert.Equal(new DateOnly(2028, 12, 31), Assert.Single(StaffRecords.Credentials(records, clinic.Staff["nurse"].Value)).ExpiresOn);
        Assert.Contains("value=\"RN-7\"", await client.GetStringAsync($"{place}/credentials/new?kind=registered%20nurse"), StringComparison.Ordinal);
    }

    private IReadOnlyList<SiteRow> Sites()
    {
        using var records = clinic.Runner.Read();
        return PlaceRecords.Sites(records);
    }
}
