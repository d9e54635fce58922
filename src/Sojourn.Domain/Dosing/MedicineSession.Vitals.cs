using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>During: readings, and the alerts they raise.</summary>
public static partial class MedicineSession
{
    private static Decision<Event> TakeVitals(Command.TakeVitals take, State state)
    {
        var reasons = Implausible(take.Vitals).Concat(TimeIsWrong(take.HappenedAt, take.At, state)).ToList();
        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var taken = new Event.VitalsTaken(take.Id, take.HappenedAt, take.Vitals, take.By);
        var after = Evolve(state, taken);
        return Accept<Event>([taken, .. NoLongerMissing(after, take.Facts, take.At), .. Raised(after, take.Id, take.Facts)]);
    }

    private static Decision<Event> AmendVitals(Command.AmendVitals amend, State state)
    {
        if (state.Readings.FirstOrDefault(reading => reading.Id == amend.Id) is not { } reading)
        {
            return Refuse("dosing.unknown-entry", "There is no such reading in this session.");
        }

        var reasons = Implausible(amend.Vitals).Concat(NoReason(amend.Why)).ToList();
        var changes = VitalFields.Changes(reading.Vitals, amend.Vitals);
        if (reasons.Count > 0 || changes.Count == 0)
        {
            return reasons.Count > 0 ? Refuse(reasons) : Accept<Event>();
        }

        var amended = new Event.EntryAmended(amend.Id, EntryKind.Vitals, changes, amend.Why.Trim());
        return Accept<Event>([amended, .. Raised(Evolve(state, amended), amend.Id, amend.Facts)]);
    }

    /// <summary>A reading that was missing has come: its alert is answered by it.</summary>
    private static IEnumerable<Event> NoLongerMissing(State after, WatchFacts facts, DateTimeOffset at)
    {
        var list = DueReadings.List(facts.Cadences, after.Doses, after.Readings, at, after.EndedAt, TimeSpan.Zero);
        return after.Alerts
            .Where(alert => !alert.Closed && alert.DueAt is not null && IsAbout(alert, SessionFacts.OverdueMinutes, facts) && list.All(due => due.State != DueState.Overdue))
            .Select(alert => new Event.AlertClosed(alert.Number, null, at, "The reading was taken."));
    }

    /// <summary>Slips of the pen: nothing entered, out of the range that any person can have, the two pressures swapped.</summary>
    private static IEnumerable<Refusal> Implausible(Vitals vitals)
    {
        if (VitalFields.All.All(field => field.Get(vitals) is null))
        {
            yield return new("vitals.empty", "Enter at least one reading.", Field: "systolic");
        }

        foreach (var field in VitalFields.All)
        {
            if (field.Get(vitals) is { } value && !field.Plausible.Contains(value))
            {
                yield return new(
                    "vitals.implausible",
                    $"{Write.Number(value)}{field.Unit} for {field.Words} cannot be right: {Write.Number(field.Plausible.Least)} to {Write.Number(field.Plausible.Most)}{field.Unit} is believed here. Read it again.",
                    Field: field.Name);
            }
        }

        if (vitals.Systolic is null != vitals.Diastolic is null)
        {
            yield return new("vitals.half-a-pressure", "A pressure has two numbers. Enter both, or leave both empty.", Field: vitals.Systolic is null ? "systolic" : "diastolic");
        }

        if (vitals is { Systolic: { } systolic, Diastolic: { } diastolic } && diastolic >= systolic)
        {
            yield return new("vitals.pressures-swapped", $"The pressure reads {systolic} over {diastolic}. The first number is the greater one: are they swapped?", Field: "diastolic");
        }
    }

    private static IEnumerable<Refusal> NoReason(string why) =>
        string.IsNullOrWhiteSpace(why) ? [new("dosing.no-reason", "Say why the entry is changed. Both values are kept.", Field: "why")] : [];
}
