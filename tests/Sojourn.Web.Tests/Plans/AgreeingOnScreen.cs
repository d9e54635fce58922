using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Sojourn.Web.Tests.Plans;

/// <summary>R-31, R-33, R-34: a plan worked out together, on the clinic's screens and on the patient's phone.</summary>
public sealed class AgreeingOnScreen(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact] // PLAN-1, PLAN-3, PLAN-8
    public async Task A_plan_that_differs_in_two_places_is_explained_proposed_and_agreed_by_three()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var therapist = await clinic.Client("therapist");
        using var prescriber = await clinic.Client("prescriber");
        using var phone = await patient.OnPhone();
        await Done(phone, "/my/plan/goals/new", "/my/plan/goals", new() { ["words"] = "Sleep through the night" });

        var form = await Draft(patient, therapist);
        form["series-medicine-session-count"] = "4";
        form["series-medicine-session-gap"] = "12";
        var asked = await RunningClinic.Post(therapist, patient.Page("plan/versions/new"), patient.Page("plan/versions"), form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        var page = await asked.Content.ReadAsStringAsync();
        Assert.Contains("name=\"why-series-medicine-session-count\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"why-series-medicine-session-gap\"", page, StringComparison.Ordinal);

        form["why-series-medicine-session-count"] = "She is sensitive to medicine";
        form["why-series-medicine-session-gap"] = "She works away";
        await Done(therapist, patient.Page("plan/versions/new"), patient.Page("plan/versions"), form);
        var mine = await phone.GetStringAsync("/my/plan");
        Assert.Contains("Your plan differs from the programme in 2 places", mine, StringComparison.Ordinal);
        Assert.Contains("She works away", mine, StringComparison.Ordinal);
        Assert.Contains("Test nurse", mine, StringComparison.Ordinal);

        await Done(therapist, patient.Page("plan"), patient.Page("plan/agreements/therapist"), new() { ["version"] = "1" });
        await Done(prescriber, patient.Page("plan"), patient.Page("plan/agreements/prescriber"), new() { ["version"] = "1" });
        var wrong = await RunningClinic.Post(phone, "/my/plan/agreement", "/my/plan/agreement", new() { ["version"] = "1", ["typed-name"] = "Somebody Else" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("not the patient&#x27;s name", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // agreed by all, it waits for what is asked before the course, and for nobody's second agreement.
        await Done(phone, "/my/plan/agreement", "/my/plan/agreement", new() { ["version"] = "1", ["typed-name"] = "ana ruiz" });
        Assert.Contains("It comes into force when the questionnaires asked before the course are in", await therapist.GetStringAsync(patient.Page("plan")), StringComparison.Ordinal);
        await patient.Measure();
        await clinic.Settle();
        Assert.Contains("Version 1 is in force", await therapist.GetStringAsync(patient.Page("plan")), StringComparison.Ordinal);
    }

    [Fact] // PLAN-4
    public async Task Without_a_nurse_the_form_comes_back_with_the_words_at_the_field()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var therapist = await clinic.Client("therapist");
        await Done(therapist, patient.Page("plan"), patient.Page("plan/goals"), new() { ["words"] = "Sleep" });
        var form = await Draft(patient, therapist);
        form["nurse"] = "";
        var answer = await RunningClinic.Post(therapist, patient.Page("plan/versions/new"), patient.Page("plan/versions"), form);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("href=\"#nurse\"", page, StringComparison.Ordinal);
        Assert.Contains("There is a problem", page, StringComparison.Ordinal);
        Assert.Null(patient.Plan().Latest);
    }

    [Fact] // PLAN-7, PLAN-9
    public async Task The_patient_suggests_the_therapist_takes_it_up_and_the_old_version_can_no_longer_be_agreed_to()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var therapist = await clinic.Client("therapist");
        using var phone = await patient.OnPhone();
        await Done(therapist, patient.Page("plan"), patient.Page("plan/goals"), new() { ["words"] = "Sleep" });
        await Done(therapist, patient.Page("plan/versions/new"), patient.Page("plan/versions"), await Draft(patient, therapist));
        await Done(phone, "/my/plan/suggestions/new", "/my/plan/suggestions", new() { ["words"] = "Three preparation sessions, please" });
        var suggestion = Assert.Single(patient.Plan().Suggestions).Id.Value;

        var next = $"plan/versions/new?answers={suggestion}";
        Assert.Contains("Three preparation sessions, please", await therapist.GetStringAsync(patient.Page(next)), StringComparison.Ordinal);
        var form = await Draft(patient, therapist, next);
        form["preparation-preparation-count"] = "3";
        await Done(therapist, patient.Page(next), patient.Page("plan/versions"), form);
        Assert.Contains("Taken up in version 2", await phone.GetStringAsync("/my/plan"), StringComparison.Ordinal);

        var json = await therapist.PostAsJsonAsync(patient.Page("plan/agreements/therapist"), new { version = 1 });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, json.StatusCode);
        Assert.Equal("plan.superseded", (await json.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reasons")[0].GetProperty("code").GetString());
    }

    [Fact] // PLAN-13
    public async Task On_the_clinics_tablet_the_patient_sees_no_staff_pages()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var therapist = await clinic.Client("therapist");
        using var nurse = await clinic.Client("nurse");
        await Done(therapist, patient.Page("plan"), patient.Page("plan/goals"), new() { ["words"] = "Sleep" });
        await Done(therapist, patient.Page("plan/versions/new"), patient.Page("plan/versions"), await Draft(patient, therapist));
        var tablet = await nurse.GetStringAsync(patient.Page("plan/hand-over"));
        Assert.DoesNotContain("href=\"/people\"", tablet, StringComparison.Ordinal);
        Assert.DoesNotContain("/sign-out", tablet, StringComparison.Ordinal);
        await Done(nurse, patient.Page("plan/hand-over"), patient.Page("plan/hand-over"), new() { ["version"] = "1", ["typed-name"] = "Ana Ruiz" });
        Assert.Contains("on the clinic’s tablet", WebUtility.HtmlDecode(await therapist.GetStringAsync(patient.Page("plan"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_patient_without_a_course_is_told_kindly()
    {
        var patient = await TreatedPatient.Of(clinic, "Nobody");
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Sojourn.Clinic.Running.Actor.Sojourn), desk =>
            desk.Do(Sojourn.Clinic.Courses.CourseSlice.Slice, patient.Course.Value, new Domain.Courses.Course.Command.Close("Moved away", null)))).OrThrow();
        using var phone = await patient.OnPhone();
        foreach (var page in new[] { "/my/plan", "/my/consent", "/my/prepare", "/my/boosters" })
        {
            Assert.Contains("Nothing to do here yet", await phone.GetStringAsync(page), StringComparison.Ordinal);
        }
    }

    /// <summary>The form as the page offers it, with what it leaves open.</summary>
    private async Task<Dictionary<string, string>> Draft(TreatedPatient patient, HttpClient client, string page = "plan/versions/new")
    {
        var fields = await TreatedPatient.FieldsOf(client, patient.Page(page));
        fields["route"] = "sl";
        fields["aim"] = "psycholytic";
        foreach (var role in new[] { "therapist", "prescriber", "nurse" })
        {
            fields[role] = clinic.Staff[role].Value.ToString();
        }

        return fields;
    }

    private static async Task Done(HttpClient client, string page, string action, Dictionary<string, string> fields)
    {
        var answer = await RunningClinic.Post(client, page, action, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{action}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
