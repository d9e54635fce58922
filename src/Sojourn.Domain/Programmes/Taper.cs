namespace Sojourn.Domain.Programmes;

/// <summary>
/// A programme that goes on for months: after the first series come phases of medicine that have a window of their own, and a last one without. Counted from the
/// first medicine day, each phase lasts as long as its window at most.
/// </summary>
public static class Taper
{
    private const int DaysOfAMonth = 30;

    /// <summary>True where a phase of medicine after the first series ends by the calendar.</summary>
    public static bool Has(Programme programme) => programme.Phases.Any(phase => phase is { Kind: PhaseKind.Booster, WindowDays: not null });

    /// <summary>The phase after the months, in which a new treatment needs a reason; null where the programme has none.</summary>
    public static Phase? Occasional(Programme programme) => Has(programme) ? programme.Phases.LastOrDefault(phase => phase is { Kind: PhaseKind.Booster, WindowDays: null }) : null;

    /// <summary>The phase that a course is in by the calendar, so many days after its first medicine day; null where the programme has no months.</summary>
    public static Phase? PhaseOn(Programme programme, int days)
    {
        var until = 0;
        foreach (var phase in Timed(programme))
        {
            until += phase.WindowDays!.Most;
            if (days < until)
            {
                return phase;
            }
        }

        return Occasional(programme);
    }

    /// <summary>Month for month what the programme foresees of its medicine and of the talking that stays steady; empty where it has no months.</summary>
    public static IReadOnlyList<MonthForeseen> Months(Programme programme)
    {
        var months = new List<MonthForeseen>();
        var from = 0;
        foreach (var phase in Timed(programme))
        {
            var most = phase.WindowDays!.Most;
            var count = Math.Max(1, (int)Math.Round((double)most / DaysOfAMonth));
            for (var month = 1; month <= count; month++)
            {
                months.Add(new(months.Count + 1, phase.Id, phase.Title, from + (most * (month - 1) / count), from + (most * month / count), [.. Lines(programme, phase, month, count)]));
            }

            from += most;
        }

        return months;
    }

    private static IEnumerable<Foreseen> Lines(Programme programme, Phase phase, int month, int count) =>
        from line in phase.Sessions
        where line.SpacingDays is not null && programme.Session(line.SessionId) is not null
        let least = (line.Count.Least * month / count) - (line.Count.Least * (month - 1) / count)
        let most = (line.Count.Most + count - 1) / count
        select new Foreseen(line.SessionId, new(least, Math.Max(least, most)));

    private static IEnumerable<Phase> Timed(Programme programme) =>
        Has(programme) ? programme.Phases.Where(phase => phase is { Kind: PhaseKind.Induction or PhaseKind.Booster, WindowDays: not null }) : [];
}

/// <summary>One month of a programme.</summary>
/// <param name="FromDay">Days after the first medicine day, the first of the month.</param>
/// <param name="ToDay">The first day of the next month.</param>
public sealed record MonthForeseen(int Number, string Phase, string PhaseTitle, int FromDay, int ToDay, IReadOnlyList<Foreseen> Lines);

/// <param name="Type">Id of the programme's session type.</param>
/// <param name="Count">How many the programme foresees in the month.</param>
public sealed record Foreseen(string Type, Bounds<int> Count);
