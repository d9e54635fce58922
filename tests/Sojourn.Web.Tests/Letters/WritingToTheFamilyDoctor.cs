using System.Net;
using System.Text.RegularExpressions;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Letters;

/// <summary>R-38: a letter about the plan goes to the family doctor with the patient's own yes to the words they read.</summary>
public sealed partial class WritingToTheFamilyDoctor(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task It_needs_a_doctor_and_the_patients_own_name_and_the_words_that_were_read()
    {
        var patient = await TreatedPatient.Of(clinic, "Brief");
        using var nurse = await clinic.Client("nurse");
        var page = patient.Page("letters");
        Assert.Contains("No family doctor is named", await nurse.GetStringAsync(page), StringComparison.Ordinal);
        await Refused(nurse, patient, page, new() { ["typed-name"] = "Ana Brief" }, "No family doctor is named. Name them first.");

        var person = $"/people/{patient.Person.Value}";
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(nurse, person, $"{person}/family-doctor", new() { ["doctor-name"] = "Dr Okafor", ["doctor-practice"] = "Hill Road" })).StatusCode);
        var shown = await nurse.GetStringAsync(page);
        Assert.Contains("Dear Dr Okafor,", shown, StringComparison.Ordinal);
        Assert.Contains("Current treatments, unchanged by us", shown, StringComparison.Ordinal);
        var read = ReadMark().Match(shown).Groups[1].Value;
        await Refused(nurse, patient, page, new() { ["read"] = read, ["typed-name"] = "Tom Ellery" }, "The name typed is not the patient");
        await Refused(nurse, patient, page, new() { ["read"] = "0000000000000000", ["typed-name"] = "Ana Brief" }, "The letter has changed since it was shown.");

        var prepared = await RunningClinic.Post(nurse, page, page, new() { ["read"] = read, ["typed-name"] = "Ana Brief" });
        Assert.Equal(HttpStatusCode.SeeOther, prepared.StatusCode);
        var letter = prepared.Headers.Location!.ToString();
        Assert.Contains("Prepared, not sent", await nurse.GetStringAsync(letter), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RunningClinic.Post(nurse, letter, $"{letter}/sending", [])).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(nurse, letter, $"{letter}/sending", new() { ["how"] = "by post" })).StatusCode);
        Assert.Contains("by post", await nurse.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_works_is_not_written_to_their_doctor()
    {
        var patient = await TreatedPatient.Of(clinic, "Works");
        using var therapist = await clinic.Client("therapist");
        var person = $"/people/{patient.Person.Value}";
        await RunningClinic.Post(therapist, person, $"{person}/family-doctor", new() { ["doctor-name"] = "Dr Okafor" });
        var lanes = patient.Page("lanes");
        await RunningClinic.Post(therapist, lanes, $"{lanes}/items", new() { ["lane"] = "lifestyle", ["words"] = "Walking", ["from"] = "2026-01-05" });
        await RunningClinic.Post(therapist, lanes, $"{lanes}/items", new() { ["lane"] = "lifestyle", ["words"] = "Night shifts", ["from"] = "2026-01-05", ["duty"] = "monday" });
        var letter = await therapist.GetStringAsync(patient.Page("letters"));
        Assert.Contains("Walking, since", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Night shifts", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_medicine_that_the_plan_ended_is_named_with_who_agreed()
    {
        var patient = await TreatedPatient.Of(clinic, "Ended");
        using var therapist = await clinic.Client("therapist");
        var person = $"/people/{patient.Person.Value}";
        await RunningClinic.Post(therapist, person, $"{person}/family-doctor", new() { ["doctor-name"] = "Dr Okafor" });
        var lanes = patient.Page("lanes");
        await RunningClinic.Post(therapist, lanes, $"{lanes}/items", new() { ["lane"] = "medicine", ["words"] = "Sertraline", ["from"] = "2026-01-05" });
        var item = ItemLink().Match(await therapist.GetStringAsync(lanes)).Value;
        Assert.DoesNotContain("Ended, as agreed", await therapist.GetStringAsync(patient.Page("letters")), StringComparison.Ordinal);
        await RunningClinic.Post(therapist, item, $"{item}/ending", new() { ["on"] = "2026-02-05", ["why"] = "Feels well", ["agreed"] = "Dr Abel, by telephone" });
        Assert.Contains("Sertraline, last day 05-Feb-2026. Agreed: Dr Abel, by telephone", await therapist.GetStringAsync(patient.Page("letters")), StringComparison.Ordinal);
    }

    private static async Task Refused(HttpClient client, TreatedPatient patient, string page, Dictionary<string, string> fields, string sentence)
    {
        // A page without the form has no token of its own: the course's plan has one.
        var refused = await RunningClinic.Post(client, patient.Page("plan"), page, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [GeneratedRegex("/courses/[0-9a-f-]+/lanes/items/[0-9a-f-]+")]
    private static partial Regex ItemLink();

    [GeneratedRegex("name=\"read\" value=\"([0-9a-f]+)\"")]
    private static partial Regex ReadMark();
}
