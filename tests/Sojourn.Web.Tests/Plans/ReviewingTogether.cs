using System.Net;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Tasks;

namespace Sojourn.Web.Tests.Plans;

/// <summary>R-39: after the third session people choose continue, pause or finish, with the two questions of success.</summary>
public sealed class ReviewingTogether(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task After_a_pause_it_is_asked_again_and_finishing_closes_the_course_and_its_open_visits()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var therapist = await clinic.Client("therapist");
        var page = patient.Page("review");
        Assert.Contains("Nothing to decide", await therapist.GetStringAsync(page), StringComparison.Ordinal);
        for (var number = 1; number <= 3; number++)
        {
            Assert.DoesNotContain("continue, pause or finish", await therapist.GetStringAsync("/inbox"), StringComparison.Ordinal);
            await Give(patient, clinic.Runner.Now.AddDays((7 * number) - 30));
        }

        Assert.Contains("continue, pause or finish after 3 sessions", await therapist.GetStringAsync("/inbox"), StringComparison.Ordinal);
        Assert.Contains("Review together", await therapist.GetStringAsync($"/courses/{patient.Course.Value}"), StringComparison.Ordinal);
        using var phone = await patient.OnPhone();
        Assert.Contains("time to look back together", await phone.GetStringAsync("/my"), StringComparison.Ordinal);
        var visit = await Book(patient, "integration", SessionKind.Integration, clinic.Runner.Now.AddDays(3));

        var dayless = await RunningClinic.Post(therapist, page, page, new() { ["understood"] = "yes", ["relieved"] = "partly", ["choice"] = "pause" });
        Assert.Contains("Choose a day after today", await dayless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var day = DateOnly.FromDateTime(clinic.Runner.Now.UtcDateTime).AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, page, page, new() { ["understood"] = "yes", ["relieved"] = "partly", ["choice"] = "pause", ["look-again-on"] = day })).StatusCode);
        Assert.Contains("Look again after the pause", await therapist.GetStringAsync(page), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, page, page, new() { ["understood"] = "yes", ["relieved"] = "yes", ["choice"] = "finish", ["words"] = "I have what I came for" })).StatusCode);
        Assert.DoesNotContain("time to look back together", await phone.GetStringAsync("/my"), StringComparison.Ordinal);
        Assert.Contains("Mostly relieved: partly.", await therapist.GetStringAsync(page), StringComparison.Ordinal);
        using var records = clinic.Runner.Read();
        var course = CourseRecords.One(records, patient.Course)!;
        Assert.Equal(("closed", "Finished at a review. Finish. Symptoms understood: yes. Mostly relieved: yes. I have what I came for."), (course.State, course.ClosedWhy));
        Assert.Equal("cancelled", Clinic.Calendar.SessionRecords.One(records, visit)!.State);
    }

    private async Task Give(TreatedPatient patient, DateTimeOffset at)
    {
        var session = await Book(patient, "medicine-session", SessionKind.Medicine, at);
        await Record($"medicine/{session:D}", new MedicineSession.Event.PresenceBegun(clinic.Staff["nurse"], at), Dose(patient, session, at), new MedicineSession.Event.Discharged(at.AddHours(3), clinic.Staff["nurse"], "Marta Ruiz", null, null, [], 1));
        await clinic.Settle();
    }

    private async Task<Guid> Book(TreatedPatient patient, string type, SessionKind kind, DateTimeOffset at)
    {
        var session = Guid.CreateVersion7();
        await Record($"session/{session:D}", new Session.Event.Booked(new Visit(kind, type, patient.Person, null, patient.Course, 1, null), new Place(clinic.Site, null, at, at.AddHours(2), [clinic.Staff["therapist"]]), null));
        return session;
    }

    private MedicineSession.Event.DoseGiven Dose(TreatedPatient patient, Guid session, DateTimeOffset at) => new(
        new(session), patient.Person, patient.Course, at, DoseRoute.Intramuscular, new(30), new(0.375m), new(80), 50, 0.6m, null, DosePlace.Psycholytic,
        clinic.Staff["nurse"], clinic.Staff["prescriber"],
        new(new(120), "default", new(120), "default", new(0), new(960), "default", new(0)), null, false, null, "solo-depression-standard", 1);

    private async Task Record(string stream, params object[] events)
    {
        await clinic.Runner.Journal.Write(Guid.CreateVersion7(), Actor.Sojourn.Text, journal =>
        {
            journal.Append(stream, journal.VersionOf(stream), [.. events.Select(EventRegistry.Shipped.Write)]);
            return true;
        });
        await clinic.Settle();
    }
}
