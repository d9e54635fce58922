using System.Net;
using System.Text.RegularExpressions;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Lanes;

/// <summary>R-36, R-37, R-38: five lanes on one time line; visits elsewhere; a medicine is not stopped without whoever prescribes it.</summary>
public sealed partial class FiveLanes(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Each_lane_takes_an_item_and_an_empty_one_says_who_chose_none()
    {
        var patient = await TreatedPatient.Of(clinic, "Lane");
        using var therapist = await clinic.Client("therapist");
        var page = patient.Page("lanes");
        Assert.Equal(5, Count(await therapist.GetStringAsync(page), "not talked about"));

        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, page, $"{page}/none", new() { ["none"] = "physical" })).StatusCode);
        Assert.Equal(1, Count(await therapist.GetStringAsync(page), "None chosen. "));

        foreach (var lane in new[] { "medicine", "physical", "psychological", "lifestyle", "complementary" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, page, $"{page}/items", new() { ["lane"] = lane, ["words"] = $"Some of the {lane}", ["from"] = "2026-01-05" })).StatusCode);
        }

        var full = await therapist.GetStringAsync(page);
        Assert.Equal(5, Count(full, "Some of the "));
        Assert.DoesNotContain("None chosen. ", full, StringComparison.Ordinal);
        Assert.DoesNotContain("not talked about", full, StringComparison.Ordinal);
        await Refused(therapist, page, "none", new() { ["none"] = "physical" }, "There is something in this lane");
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field()
    {
        var patient = await TreatedPatient.Of(clinic, "Wrong");
        using var therapist = await clinic.Client("therapist");
        var page = patient.Page("lanes");
        await Refused(therapist, page, "items", new() { ["words"] = "Walking", ["from"] = "2026-01-05" }, "Choose a lane.");
        await Refused(therapist, page, "items", new() { ["lane"] = "lifestyle", ["words"] = "Walking", ["from"] = "2026-01-05", ["to"] = "2026-01-04" }, "The last day is before the first.");
        await Refused(therapist, page, "visits", new() { ["visit-lane"] = "complementary", ["what"] = "Massage", ["on"] = "2199-01-04" }, "This day is still to come.");
    }

    [Fact]
    public async Task A_visit_elsewhere_stands_in_its_lane_and_can_be_struck_out()
    {
        var patient = await TreatedPatient.Of(clinic, "Visit");
        using var therapist = await clinic.Client("therapist");
        var page = patient.Page("lanes");
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, page, $"{page}/visits", new() { ["visit-lane"] = "complementary", ["what"] = "Kneading", ["on"] = "2026-01-05" })).StatusCode);
        var shown = await therapist.GetStringAsync(page);
        Assert.Contains("Kneading", shown, StringComparison.Ordinal);
        Assert.Equal(4, Count(shown, "not talked about"));

        var item = ItemLink().Match(shown).Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, item, $"{item}/striking", new() { ["mistake"] = "Another person's" })).StatusCode);
        Assert.DoesNotContain("Kneading", await therapist.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_medicine_is_not_stopped_before_the_prescriber_agreed()
    {
        var patient = await TreatedPatient.Of(clinic, "Stops");
        using var therapist = await clinic.Client("therapist");
        var page = patient.Page("lanes");
        await RunningClinic.Post(therapist, page, $"{page}/items", new() { ["lane"] = "medicine", ["words"] = "Sertraline", ["from"] = "2026-01-05" });
        var item = ItemLink().Match(await therapist.GetStringAsync(page)).Value;
        var end = new Dictionary<string, string> { ["on"] = "2026-02-05", ["why"] = "Feels well" };
        var refused = await RunningClinic.Post(therapist, item, $"{item}/ending", end);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Has the prescriber agreed? Write who and when.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        end["agreed"] = "Dr Abel, by telephone";
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, item, $"{item}/ending", end)).StatusCode);
        Assert.Contains("ended: Feels well", await therapist.GetStringAsync(page), StringComparison.Ordinal);
        Assert.Contains("Dr Abel, by telephone", await therapist.GetStringAsync(item), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_medicine_that_ends_in_its_lane_is_over_in_the_list_and_leaves_the_letter()
    {
        var patient = await TreatedPatient.Of(clinic, "Listed");
        using var therapist = await clinic.Client("therapist");
        var person = $"/people/{patient.Person.Value}";
        foreach (var name in new[] { "Sertraline", "Melatonin" })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, person, $"{person}/medicines", new() { ["name"] = name, ["dose"] = "50 mg", ["status"] = "current", ["since"] = "Mar-2023", ["effect"] = "helped-partly" })).StatusCode);
        }

        await RunningClinic.Post(therapist, person, $"{person}/family-doctor", new() { ["doctor-name"] = "Dr Okafor" });
        var before = await therapist.GetStringAsync(patient.Page("letters"));
        Assert.Contains("Sertraline, 50 mg", before, StringComparison.Ordinal);
        Assert.Contains("Melatonin, 50 mg", before, StringComparison.Ordinal);

        var page = patient.Page("lanes");
        await RunningClinic.Post(therapist, page, $"{page}/items", new() { ["lane"] = "medicine", ["words"] = "Sertraline, unchanged", ["from"] = "2026-01-05" });
        var item = ItemLink().Match(await therapist.GetStringAsync(page)).Value;
        var listed = ChosenOption().Match(await therapist.GetStringAsync(item)).Groups["id"].Value;
        var end = new Dictionary<string, string> { ["on"] = "2026-02-05", ["why"] = "Feels well", ["listed"] = listed };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RunningClinic.Post(therapist, item, $"{item}/ending", end)).StatusCode);
        Assert.Contains("Sertraline, 50 mg", await therapist.GetStringAsync(patient.Page("letters")), StringComparison.Ordinal);

        end["agreed"] = "Dr Abel, by telephone";
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, item, $"{item}/ending", end)).StatusCode);
        var after = await therapist.GetStringAsync(patient.Page("letters"));
        Assert.DoesNotContain("Sertraline, 50 mg", after, StringComparison.Ordinal);
        Assert.Contains("Melatonin, 50 mg", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_patient_sees_their_lanes_and_writes_down_a_visit_themselves()
    {
        var patient = await TreatedPatient.Of(clinic, "Mine");
        using var phone = await patient.OnPhone();
        Assert.Contains("/my/beside", await phone.GetStringAsync("/my/plan"), StringComparison.Ordinal);
        Assert.Equal(5, Count(await phone.GetStringAsync("/my/beside"), "Nothing yet."));
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(phone, "/my/beside", "/my/beside", new() { ["what"] = "Needles", ["visit-lane"] = "complementary", ["on"] = "2026-01-05" })).StatusCode);
        Assert.Contains("Needles", await phone.GetStringAsync("/my/beside"), StringComparison.Ordinal);
        using var therapist = await clinic.Client("therapist");
        Assert.Contains("Needles", await therapist.GetStringAsync(patient.Page("lanes")), StringComparison.Ordinal);

        foreach (var (lane, on, sentence) in new[] { ("medicine", "2026-01-05", "Tell your team about a medicine"), ("complementary", "2199-01-05", "This day is still to come.") })
        {
            var refused = await RunningClinic.Post(phone, "/my/beside", "/my/beside", new() { ["what"] = "Needles", ["visit-lane"] = lane, ["on"] = on });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(sentence, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task Refused(HttpClient client, string page, string noun, Dictionary<string, string> fields, string sentence)
    {
        var refused = await RunningClinic.Post(client, page, $"{page}/{noun}", fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(sentence, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex("<option value=\"(?<id>[0-9a-f-]+)\" selected[^>]*>Sertraline")]
    private static partial Regex ChosenOption();

    [GeneratedRegex("/courses/[0-9a-f-]+/lanes/items/[0-9a-f-]+")]
    private static partial Regex ItemLink();
}
