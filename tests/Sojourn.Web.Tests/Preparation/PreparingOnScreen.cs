using System.Net;
using Sojourn.Clinic.Preparation;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Preparation;

/// <summary>R-57 to R-60 on the patient's phone.</summary>
public sealed class PreparingOnScreen(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact] // PREP-6, PREP-7
    public async Task A_wrong_answer_explains_and_can_be_answered_again()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var phone = await patient.OnPhone();
        var question = clinic.Runner.Programmes.Find("solo-depression-standard")!.Understanding[0];
        var page = $"/my/prepare/understood/questions/{question.Id}";
        Assert.Contains(question.Question, WebUtility.HtmlDecode(await phone.GetStringAsync(page)), StringComparison.Ordinal);
        var wrong = await RunningClinic.Post(phone, page, page, new() { ["choice"] = question.Choices.First(c => c.Id != question.Right).Id });
        var explained = WebUtility.HtmlDecode(await phone.GetStringAsync(wrong.Headers.Location));
        Assert.Contains(question.Explanation, explained, StringComparison.Ordinal);
        Assert.Contains("Answer again", explained, StringComparison.Ordinal);
        var right = await RunningClinic.Post(phone, page, page, new() { ["choice"] = question.Right });
        Assert.Contains("Next question", await phone.GetStringAsync(right.Headers.Location), StringComparison.Ordinal);
        var nothing = await RunningClinic.Post(phone, page, page, []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
    }

    [Fact] // PREP-1, PREP-5, PREP-8
    public async Task The_therapist_sees_what_the_patient_has_done_and_said()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var phone = await patient.OnPhone();
        using var therapist = await clinic.Client("therapist");
        await Done(phone, "/my/prepare/intention", new() { ["words"] = "To sleep again" });
        await Done(phone, "/my/directive", new() { ["touch"] = "none", ["people"] = "Only my team" });
        await Done(phone, "/my/prepare/what-to-expect", []);
        var page = await therapist.GetStringAsync(patient.Page("preparation"));
        Assert.Contains("To sleep again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Record that it is done<span class=\"seen-by-ear\">: Choose beforehand", page, StringComparison.Ordinal);
        var chosen = await therapist.GetStringAsync(patient.Page("directive"));
        Assert.Contains("No touch", chosen, StringComparison.Ordinal);
        Assert.Contains("Only my team", chosen, StringComparison.Ordinal);
        Assert.Contains("Not said", chosen, StringComparison.Ordinal);
        var wrong = await RunningClinic.Post(phone, "/my/directive", "/my/directive", new() { ["touch"] = "everywhere" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
    }

    [Fact] // PREP-10
    public async Task The_patient_names_the_ride_home_once_a_session_is_booked()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var phone = await patient.OnPhone();
        Assert.Contains("not booked yet", await phone.GetStringAsync("/my/prepare/escort"), StringComparison.Ordinal);
        await Book(patient);
        var nobody = await RunningClinic.Post(phone, "/my/prepare/escort", "/my/prepare/escort", new() { ["escort-name"] = "Marta Ruiz" });
        Assert.Contains("href=\"#escort-phone\"", await nobody.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Done(phone, "/my/prepare/escort", new() { ["escort-name"] = "Marta Ruiz", ["escort-phone"] = "555-0177", ["escort-adult"] = "yes" });
        var unticked = await RunningClinic.Post(phone, "/my/prepare/no-driving", "/my/prepare/no-driving", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unticked.StatusCode);
        await Done(phone, "/my/prepare/no-driving", new() { ["no-driving"] = "yes" });
        using var records = clinic.Runner.Read();
        var next = PreparationRecords.Of(records, Sojourn.Clinic.Plans.CourseAtHand.Find(records, clinic.Runner.Programmes, patient.Course.Value)!, clinic.Runner.Now).Next!;
        Assert.Equal(("Marta Ruiz", true), (next.EscortName, next.NoDriving));
    }

    private Task Book(TreatedPatient patient)
    {
        var from = clinic.Runner.Now.AddDays(3);
        var visit = new Visit(SessionKind.Medicine, "medicine-session", patient.Person, null, patient.Course, 1, null);
        var booked = new Session.Event.Booked(visit, new Place(clinic.Site, clinic.MedicineRoom, from, from.AddHours(2.5), []), null);
        return clinic.Runner.Journal.Write(Guid.CreateVersion7(), Actor.Sojourn.Text, journal =>
        {
            journal.Append($"session/{Guid.CreateVersion7():D}", 0, [EventRegistry.Shipped.Write(booked)]);
            return true;
        });
    }

    private static async Task Done(HttpClient client, string page, Dictionary<string, string> fields)
    {
        var answer = await RunningClinic.Post(client, page, page, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{page}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
