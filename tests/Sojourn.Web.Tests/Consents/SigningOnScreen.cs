using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sojourn.Domain.Consents;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Consents;

/// <summary>R-12 and clinical 5.6: read in full, checked, signed, taken back.</summary>
public sealed class SigningOnScreen(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Text = "/my/consent/solo-consent";

    [Fact] // CONS-4, CONS-10
    public async Task A_section_that_is_not_ticked_leads_back_to_it_and_nothing_is_recorded()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var phone = await patient.OnPhone();
        var answer = await phone.GetAsync($"{Text}/check?read-1=yes&read-3=yes");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("href=\"#read-2\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"#read-1\"", page, StringComparison.Ordinal);
        Assert.Matches("id=\"read-3\"[^>]*checked", page);
        Assert.Contains("not signed yet", await phone.GetStringAsync("/my/consent"), StringComparison.Ordinal);
    }

    [Fact] // CONS-1, CONS-5, CONS-7
    public async Task Read_checked_signed_and_taken_back()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var phone = await patient.OnPhone();
        using var nurse = await clinic.Client("nurse");
        var check = Check();
        var fields = await TreatedPatient.FieldsOf(phone, check);
        fields["typed-name"] = "Ana";
        var wrong = await RunningClinic.Post(phone, check, Text, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("Check, then sign", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        fields["typed-name"] = "Ana Ruiz";
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(phone, check, Text, fields)).StatusCode);
        Assert.Contains("By the patient alone", await nurse.GetStringAsync(patient.Page("consent")), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(phone, $"{Text}/withdrawal", $"{Text}/withdrawal", [])).StatusCode);
        Assert.Contains("taken back", await nurse.GetStringAsync(patient.Page("consent")), StringComparison.Ordinal);
    }

    [Fact] // CONS-4, CONS-6: a forged request is held to the same rules
    public async Task A_request_that_skips_the_reading_is_refused_with_every_reason()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var phone = await patient.OnPhone();
        var json = await phone.PostAsJsonAsync(Text, new Dictionary<string, object>(StringComparer.Ordinal) { ["version"] = 1, ["sha256"] = "other", ["typed-name"] = "Ana Ruiz", ["read-1"] = true });
        var codes = (await json.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("code").GetString()).ToList();
        Assert.Contains("consent.text-changed", codes);
        Assert.Equal(Sections - 1, codes.Count(code => code == "consent.not-read"));
    }

    [Fact] // CONS-1, CONS-10
    public async Task On_the_tablet_it_is_kept_who_handed_it_over()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var nurse = await clinic.Client("nurse");
        var at = patient.Page("consent/solo-consent/hand-over");
        var check = $"{at}/check?{Ticks()}";
        Assert.DoesNotContain("href=\"/today\"", await nurse.GetStringAsync(at), StringComparison.Ordinal);
        var fields = await TreatedPatient.FieldsOf(nurse, check);
        fields["typed-name"] = "ruiz ana";
        var answer = await RunningClinic.Post(nurse, check, at, fields);
        Assert.EndsWith("/handed-back", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("hand the tablet back", await nurse.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        Assert.Contains("with Test nurse", await nurse.GetStringAsync(patient.Page("consent")), StringComparison.Ordinal);
    }

    private int Sections => ConsentText.Sections(clinic.Runner.Programmes.Find("solo-depression-standard")!.Consents[0].Text).Count;

    private string Check() => $"{Text}/check?{Ticks()}";

    private string Ticks() => string.Join('&', Enumerable.Range(1, Sections).Select(section => $"read-{section}=yes"));
}
