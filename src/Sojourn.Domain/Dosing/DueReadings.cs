using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>Where a due reading stands at an instant.</summary>
public enum DueState
{
    Taken,

    /// <summary>Its time went by and a later one was taken.</summary>
    Missed,

    /// <summary>Past the time the cadence allows, and nothing has come since.</summary>
    Overdue,

    /// <summary>Its minute has come.</summary>
    Due,
    Later,
}

/// <summary>A reading that the cadence asks for.</summary>
/// <param name="Minute">Minutes after the dose it follows.</param>
/// <param name="Missing">What still has to be taken for it; empty when taken.</param>
/// <param name="OverdueAt">From then on it is overdue.</param>
public sealed record DueReading(DateTimeOffset DueAt, int Minute, DueState State, IReadOnlyList<VitalSign> Missing, DateTimeOffset OverdueAt);

/// <summary>
/// Which reading is due when: a pure function of doses, cadence and readings. Every dose begins its route's cadence anew. A reading counts for the due
/// minute it lies nearest after; it may come early by as much as it may come late, or by half the gap where that is less.
/// </summary>
public static class DueReadings
{
    /// <param name="cadences">Of each route that was given.</param>
    /// <param name="until">When the person went home; null while they are here.</param>
    /// <param name="ahead">How far into the future the list goes.</param>
    public static IReadOnlyList<DueReading> List(
        IReadOnlyList<VitalsCadence> cadences, IReadOnlyList<Dose> doses, IReadOnlyList<Reading> readings, DateTimeOffset at, DateTimeOffset? until, TimeSpan ahead)
    {
        var end = until ?? at + ahead;
        var slots = Slots(cadences, doses, end);
        var missing = slots.Select((slot, index) => Missing(slot, index + 1 < slots.Count ? slots[index + 1].OpensAt : DateTimeOffset.MaxValue, readings)).ToList();
        var lastTaken = missing.FindLastIndex(signs => signs.Count == 0);
        return [.. slots.Select((slot, index) => new DueReading(slot.DueAt, slot.Minute, StateOf(slot, missing[index], index < lastTaken, at, until), missing[index], slot.OverdueAt))];
    }

    /// <summary>The first that is not done; null when nothing is expected.</summary>
    public static DueReading? Next(IEnumerable<DueReading> list) => list.FirstOrDefault(due => due.State is DueState.Overdue or DueState.Due or DueState.Later);

    private static DueState StateOf(Slot slot, List<VitalSign> missing, bool superseded, DateTimeOffset at, DateTimeOffset? until) =>
        missing.Count == 0 ? DueState.Taken
        : superseded || until is not null ? DueState.Missed
        : at > slot.OverdueAt ? DueState.Overdue
        : at >= slot.DueAt ? DueState.Due
        : DueState.Later;

    private static List<VitalSign> Missing(Slot slot, DateTimeOffset closesAt, IReadOnlyList<Reading> readings)
    {
        var inside = readings.Where(reading => reading.HappenedAt >= slot.OpensAt && reading.HappenedAt < closesAt).ToList();
        return [.. slot.Measures.Where(sign => !inside.Any(reading => Measured.Has(reading.Vitals, sign)))];
    }

    private static List<Slot> Slots(IReadOnlyList<VitalsCadence> cadences, IReadOnlyList<Dose> doses, DateTimeOffset end)
    {
        var slots = new List<Slot>();
        var ordered = doses.OrderBy(dose => dose.GivenAt).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var from = ordered[i].GivenAt;
            var to = i + 1 < ordered.Count ? ordered[i + 1].GivenAt : end;
            if (cadences.FirstOrDefault(one => one.Route == ordered[i].Route) is not { } cadence || to < from)
            {
                continue;
            }

            var before = 0;
            foreach (var minute in cadence.DueUpTo(SessionTimes.Minutes(from, to)).Where(minute => i == ordered.Count - 1 || from.AddMinutes(minute) < to))
            {
                var early = minute == 0 ? cadence.LateAfterMinutes : Math.Min(cadence.LateAfterMinutes, (minute - before) / 2.0);
                var due = from.AddMinutes(minute);
                slots.Add(new Slot(due, due.AddMinutes(-early), due.AddMinutes(cadence.LateAfterMinutes), minute, cadence.Measures));
                before = minute;
            }
        }

        return slots;
    }

    private sealed record Slot(DateTimeOffset DueAt, DateTimeOffset OpensAt, DateTimeOffset OverdueAt, int Minute, IReadOnlyList<VitalSign> Measures);
}
