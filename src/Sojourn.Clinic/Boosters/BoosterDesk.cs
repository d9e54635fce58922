using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Boosters;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Boosters;

/// <summary>Proposing a booster and deciding on it, with the facts each decision needs read at the same desk. Who acts is the sender.</summary>
public static class BoosterDesk
{
    /// <param name="step">Id of a rung of the programme's ladder.</param>
    /// <param name="by">The party as which the sender proposes and thereby says yes.</param>
    public static void Propose(Desk desk, CourseId course, string step, string reason, Party by)
    {
        if (CourseAtHand.At(desk, course) is not { } at)
        {
            return;
        }

        if (by == Party.Patient || desk.Sender.Actor.StaffId is not { } staff)
        {
            desk.Refuse("booster.staff-propose", "A booster is proposed by the therapist or the prescriber. Talk to them, or write to us.");
            return;
        }

        desk.Refuse(NotThat(desk, by));
        desk.Do(BoosterSlice.Slice, course.Value, new Booster.Command.Propose(step, reason, at.Programme.BoosterLadder, SeriesSoFar.Of(desk.Records, course, at.Programme, desk.At), by, staff));
    }

    public static void Decide(Desk desk, CourseId course, int number, Party party, bool yes, string? reason)
    {
        if (CourseAtHand.At(desk, course, mayBeClosed: !yes) is { } at)
        {
            var staff = party == Party.Patient ? null : desk.Sender.Actor.StaffId;
            desk.Refuse(NotThat(desk, party));
            var last = SeriesSoFar.Of(desk.Records, course, desk.At).LastMedicineOn;
            desk.Do(BoosterSlice.Slice, course.Value, new Booster.Command.DecideFor(number, party, yes, reason, staff, at.LockAt(desk.At), last));
        }
    }

    /// <summary>Staff speak as what they are: a therapist cannot say the prescriber's yes.</summary>
    private static IEnumerable<Refusal> NotThat(Desk desk, Party party)
    {
        var word = Columns.Word(party);
        if (party != Party.Patient && (desk.Sender.Actor.StaffId is not { } staff || !WorksHere.As(word, desk.Records, staff)))
        {
            yield return new("booster.not-that-role", $"Only a {word} can say this for {Parties.Words(party)}.");
        }
    }
}
