using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Web.Tests.Plans;

/// <summary>R-35: two talking sessions missed in a row are a task with an owner and a page that clears it, and a kind word to the patient; never a punishment.</summary>
public sealed class MissingSessions(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Two_missed_in_a_row_show_commitment_at_risk_until_somebody_writes_what_was_decided()
    {
        var patient = await TreatedPatient.Of(clinic);
        using var therapist = await clinic.Client("therapist");
        using var phone = await patient.OnPhone();
        await Miss(patient, daysAgo: 9);
        Assert.DoesNotContain("We missed you", await phone.GetStringAsync("/my"), StringComparison.Ordinal);
        await Miss(patient, daysAgo: 2);

        Assert.Contains("We missed you at the last sessions. If something is in the way, tell us", await phone.GetStringAsync("/my"), StringComparison.Ordinal);
        Assert.Contains("Commitment at risk: 2 talking sessions missed in a row", await therapist.GetStringAsync("/inbox"), StringComparison.Ordinal);
        Assert.Contains("Commitment at risk: 2 talking sessions missed in a row", await therapist.GetStringAsync($"/courses/{patient.Course.Value}"), StringComparison.Ordinal);
        var page = patient.Page("commitment");
        Assert.Contains("Nothing is taken away", await therapist.GetStringAsync(page), StringComparison.Ordinal);
        var empty = await RunningClinic.Post(therapist, page, $"{page}/review", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("Write in a few words what was decided", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var done = await RunningClinic.Post(therapist, page, $"{page}/review", new() { ["note"] = "The bus was the trouble; we meet by video." });
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.DoesNotContain("Commitment at risk", await therapist.GetStringAsync("/inbox"), StringComparison.Ordinal);
        Assert.Contains("this was looked at", await therapist.GetStringAsync(page), StringComparison.Ordinal);
    }

    private async Task Miss(TreatedPatient patient, int daysAgo)
    {
        var session = Guid.CreateVersion7();
        var at = clinic.Runner.Now.AddDays(-daysAgo);
        await clinic.Runner.Journal.Write(Guid.CreateVersion7(), Actor.Sojourn.Text, journal =>
        {
            journal.Append($"session/{session:D}", 0, [.. new object[]
            {
                new Session.Event.Booked(new Visit(SessionKind.Integration, "integration", patient.Person, null, patient.Course, 1, null), new Place(clinic.Site, null, at, at.AddHours(1), [clinic.Staff["therapist"]]), null),
                new Session.Event.Missed(null),
            }.Select(EventRegistry.Shipped.Write)]);
            return true;
        });
        await clinic.Settle();
    }
}
