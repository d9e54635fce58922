using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Boosters;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Boosters;

/// <summary>R-43, R-44: proposed by one, decided by three, and the patient's no is the end of it.</summary>
public sealed class DecidingOnScreen(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact] // BOOST-2
    public async Task Before_the_series_is_given_the_page_says_why_not()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var therapist = await clinic.Client("therapist");
        using var phone = await patient.OnPhone();
        Assert.Contains("Boosters come after the series", await therapist.GetStringAsync(patient.Page("boosters")), StringComparison.Ordinal);
        Assert.Contains("only when all have said yes", await phone.GetStringAsync("/my/boosters"), StringComparison.Ordinal);
    }

    [Fact] // BOOST-5
    public async Task The_patient_says_no_in_their_own_words()
    {
        var patient = await TreatedPatient.Of(clinic);
        await Propose(patient);
        using var phone = await patient.OnPhone();
        using var prescriber = await clinic.Client("prescriber");
        Assert.Contains("Relief is wearing off", await phone.GetStringAsync("/my/boosters"), StringComparison.Ordinal);
        var open = await RunningClinic.Post(phone, "/my/boosters", "/my/boosters/1/decision", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, open.StatusCode);
        var no = await RunningClinic.Post(phone, "/my/boosters", "/my/boosters/1/decision", new() { ["answer"] = "no", ["reason"] = "I feel well" });
        Assert.Equal(HttpStatusCode.SeeOther, no.StatusCode);
        var page = await prescriber.GetStringAsync(patient.Page("boosters"));
        Assert.Contains("Declined by the patient. I feel well", page, StringComparison.Ordinal);
        var late = await RunningClinic.PostJson(prescriber, patient.Page("boosters/1/decisions/prescriber"), new { answer = "yes" });
        Assert.Equal("booster.declined-already", late.GetProperty("reasons")[0].GetProperty("code").GetString());
    }

    [Fact] // BOOST-4
    public async Task With_the_last_yes_it_can_be_booked()
    {
        var patient = await TreatedPatient.Of(clinic);
        await Propose(patient);
        using var phone = await patient.OnPhone();
        using var prescriber = await clinic.Client("prescriber");
        var reasonless = await RunningClinic.Post(prescriber, patient.Page("boosters/1/decisions/prescriber"), patient.Page("boosters/1/decisions/prescriber"), new() { ["answer"] = "no" });
        Assert.Contains("the reason is kept", await reasonless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(prescriber, patient.Page("boosters/1/decisions/prescriber"), patient.Page("boosters/1/decisions/prescriber"), new() { ["answer"] = "yes" })).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(phone, "/my/boosters", "/my/boosters/1/decision", new() { ["answer"] = "yes" })).StatusCode);
        Assert.Contains("Book the session", await prescriber.GetStringAsync(patient.Page("boosters")), StringComparison.Ordinal);

        var visit = new Visit(SessionKind.Medicine, "medicine-session", patient.Person, null, patient.Course, null, null);
        var begins = clinic.Runner.Now.AddDays(2);
        var place = new Place(clinic.Site, new RoomId(Guid.CreateVersion7()), begins, begins.AddHours(2), []);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), SessionSlice.Slice, Guid.CreateVersion7(), new Session.Command.Book(visit, place, BookingFacts.Clear, null))).OrThrow();
        Assert.DoesNotContain("Book the session", await prescriber.GetStringAsync(patient.Page("boosters")), StringComparison.Ordinal);
        Assert.Contains("All of you have agreed. It is on", await phone.GetStringAsync("/my/boosters"), StringComparison.Ordinal);
    }

    /// <summary>Proposed by the therapist after the series, as events.</summary>
    private Task Propose(TreatedPatient patient)
    {
        var today = DateOnly.FromDateTime(clinic.Runner.Now.UtcDateTime);
        var proposed = new Booster.Event.Proposed(1, "weekly", "Weekly", "Relief is wearing off", today, today.AddDays(3), today.AddDays(-7), [Party.Patient, Party.Therapist, Party.Prescriber]);
        return clinic.Runner.Journal.Write(Guid.CreateVersion7(), Actor.Staff(clinic.Staff["therapist"]).Text, journal =>
        {
            journal.Append($"booster/{patient.Course.Value:D}", 0, [.. new object[] { proposed, new Booster.Event.Decided(1, Party.Therapist, true, null, clinic.Staff["therapist"]) }.Select(EventRegistry.Shipped.Write)]);
            return true;
        });
    }
}
