using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>After: fit to leave, by the programme's list, with the escort who is here; or against advice, with words.</summary>
public static partial class MedicineSession
{
    private static Decision<Event> CheckDischargeItem(Command.CheckDischargeItem check, State state)
    {
        if (state.Stage != Stage.Dosed)
        {
            return Refuse("discharge.not-dosed", "Nothing has been given yet; there is nothing to discharge from.");
        }

        return GoingHome.Lines(check.Facts, state, check.At).FirstOrDefault(line => line.Id == check.Item) switch
        {
            null => Refuse("discharge.unknown-item", "This is not one of this programme's criteria. Load the page again."),
            { ByHand: false } line => Refuse("discharge.measured", Write.Ended($"The record answers this, nobody ticks it: {line.Text}")),
            { } line => line.Holds == check.Holds ? Accept<Event>() : new Event.DischargeItemChecked(line.Id, line.Text, check.Holds, check.By, check.At),
        };
    }

    private static Decision<Event> Discharge(Command.Discharge discharge, State state)
    {
        if (state.Stage != Stage.Dosed)
        {
            return Refuse("discharge.not-dosed", "Nothing has been given yet; there is nothing to discharge from.");
        }

        var facts = discharge.Facts;
        var lines = GoingHome.Lines(facts, state, discharge.At);
        var reasons = lines.Select(line => line.Missing).OfType<Refusal>().ToList();
        reasons.AddRange(StillGoingOn(facts, state, discharge.At));
        reasons.AddRange(WayHome(discharge, facts));
        if (!facts.Team.Any(member => member.Id == discharge.By && (member.Is(Roles.Nurse) || member.Is(Roles.Prescriber))))
        {
            reasons.Add(new("discharge.not-yours", "A nurse or a prescriber discharges."));
        }

        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.Discharged(
                discharge.At,
                discharge.By,
                discharge.EscortArrived.Trim(),
                facts.NoDriving?.Text,
                facts.NoDriving is { } rule ? state.LastDoseEndsAt!.Value.AddHours(rule.Hours) : null,
                [.. lines.Select(line => new Proof(line.Id, line.Text, line.Said ?? "ticked", line.Ticked?.By))],
                facts.ProgrammeVersion);
    }

    /// <summary>What goes on in the room and has to end, or to be answered, before anybody goes home. Fields are places of the room: "#vitals".</summary>
    public static IEnumerable<Refusal> StillGoingOn(DischargeFacts facts, State state, DateTimeOffset at)
    {
        if (state.Doses.Any(dose => dose.IsRunning(at)))
        {
            yield return new("discharge.infusion-running", "The infusion is still running. Stop it first.", Field: "#stop");
        }

        if (DueReadings.List(facts.Cadences, state.Doses, state.Readings, at, null, TimeSpan.Zero).FirstOrDefault(due => due.State == DueState.Overdue) is { } overdue)
        {
            yield return new("discharge.vitals-overdue", $"Vitals are overdue by {Write.Minutes(SessionTimes.Minutes(overdue.DueAt, at))}: {string.Join(", ", overdue.Missing.Select(Measured.Words))}. Take them first.", Field: "#vitals");
        }

        foreach (var alert in state.Alerts.Where(alert => !alert.Closed))
        {
            yield return new("discharge.alert-open", $"Alert {alert.Code} is still open. Close it with words first.", Field: $"#alert-{alert.Number}");
        }

        if (!state.WatchingAt(at).Any())
        {
            yield return new("discharge.nobody-watches", "Nobody is entered as watching. Say who watches.", Field: "#presence");
        }
    }

    private static IEnumerable<Refusal> WayHome(Command.Discharge discharge, DischargeFacts facts)
    {
        if (string.IsNullOrWhiteSpace(discharge.EscortArrived))
        {
            yield return facts.Escort is { Cancelled: false } named
                ? new("discharge.no-escort", $"Nobody is here to take the person home. {named.Name} was named: write who has arrived.", Field: "escort")
                : new("discharge.no-escort", "No escort is named. Name the one who has arrived to take the person home.", Field: "escort");
        }

        if (facts.NoDriving is { } rule && !discharge.NoDrivingSaid)
        {
            yield return new("discharge.no-driving-not-said", Write.Ended($"Say the no-driving rule and tick it: {rule.Text}"), Field: "no-driving");
        }
    }

    private static Decision<Event> LeaveAgainstAdvice(Command.LeaveAgainstAdvice leave, State state) =>
        state.Stage != Stage.Dosed ? Refuse("discharge.not-dosed", "Nothing has been given yet; the person may simply go.")
        : string.IsNullOrWhiteSpace(leave.Words) ? Refuse([new("discharge.no-words", "Write what was said, what was advised and how the person goes home.", Field: "words")])
        : new Event.LeftAgainstAdvice(leave.At, leave.By, leave.Words.Trim(), [.. state.Alerts.Where(alert => !alert.Closed).Select(alert => alert.Code)]);
}
