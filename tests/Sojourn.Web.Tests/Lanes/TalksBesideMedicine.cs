using System.Net;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Lanes;

/// <summary>R-52: the time line says which talk came before or after which medicine session.</summary>
public sealed class TalksBesideMedicine(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Each_talk_says_which_medicine_session_it_comes_before_or_after()
    {
        var patient = await TreatedPatient.Of(clinic, "Pairs");
        using var therapist = await clinic.Client("therapist");
        await Held(patient, SessionKind.Preparation, "preparation", 1, null, daysAgo: 12);
        var first = await Held(patient, SessionKind.Medicine, "medicine", 1, null, daysAgo: 10);
        await Held(patient, SessionKind.Medicine, "medicine", 2, null, daysAgo: 6);
        await Held(patient, SessionKind.Integration, "integration", 1, first, daysAgo: 5);
        var page = await therapist.GetStringAsync(patient.Page("lanes"));
        Assert.Contains(", before medicine session 1", page, StringComparison.Ordinal);
        Assert.Contains(", after medicine session 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain(", after medicine session 2", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_is_linked_by_hand_where_the_guess_is_wrong_or_to_none()
    {
        var patient = await TreatedPatient.Of(clinic, "Links");
        using var therapist = await clinic.Client("therapist");
        var first = await Held(patient, SessionKind.Medicine, "medicine", 1, null, daysAgo: 10);
        var second = await Held(patient, SessionKind.Medicine, "medicine", 2, null, daysAgo: 6);
        var talk = await Held(patient, SessionKind.Integration, "integration", 1, first, daysAgo: 8);
        var page = patient.Page("lanes");
        Assert.Contains(", after medicine session 1", await therapist.GetStringAsync(page), StringComparison.Ordinal);

        await Link(talk.Value.ToString(), second.Value.ToString(), HttpStatusCode.SeeOther);
        Assert.Contains(", before medicine session 2, linked by hand", await therapist.GetStringAsync(page), StringComparison.Ordinal);
        Assert.DoesNotContain(", after medicine session 1", await therapist.GetStringAsync(page), StringComparison.Ordinal);
        await Link(talk.Value.ToString(), "", HttpStatusCode.SeeOther);
        Assert.Contains(", with no medicine session, said by hand", await therapist.GetStringAsync(page), StringComparison.Ordinal);

        await Link(first.Value.ToString(), second.Value.ToString(), HttpStatusCode.UnprocessableEntity);
        await Link(talk.Value.ToString(), talk.Value.ToString(), HttpStatusCode.UnprocessableEntity);
        await Link("", second.Value.ToString(), HttpStatusCode.UnprocessableEntity);

        async Task Link(string said, string medicine, HttpStatusCode answer) =>
            Assert.Equal(answer, (await RunningClinic.Post(therapist, page, $"{page}/talks", new() { ["talk"] = said, ["medicine"] = medicine })).StatusCode);
    }

    private async Task<SessionId> Held(TreatedPatient patient, SessionKind kind, string type, int number, SessionId? follows, int daysAgo)
    {
        var session = Guid.CreateVersion7();
        var at = clinic.Runner.Now.AddDays(-daysAgo);
        await clinic.Runner.Journal.Write(Guid.CreateVersion7(), Actor.Sojourn.Text, journal =>
        {
            journal.Append($"session/{session:D}", 0, [
                EventRegistry.Shipped.Write(new Session.Event.Booked(new Visit(kind, type, patient.Person, null, patient.Course, number, follows), new Place(clinic.Site, null, at, at.AddHours(1), [clinic.Staff["therapist"]]), null)),
            ]);
            return true;
        });
        await clinic.Settle();
        return new SessionId(session);
    }
}
