namespace Sojourn.Clinic.Outcomes;

/// <summary>A visit to somebody else for another treatment.</summary>
public sealed record ElsewhereRow
{
    public DateOnly On { get; init; }

    public string Words { get; init; } = "";
}

/// <summary>Days from one medicine session to the next, apart by whether other treatments lay between. It describes; it proves no effect.</summary>
/// <param name="With">Days of each interval with at least one other treatment in it, in order of time.</param>
/// <param name="Without">Days of each interval without.</param>
public sealed record BetweenSessions(IReadOnlyList<int> With, IReadOnlyList<int> Without)
{
    /// <summary>Intervals that each side needs before the two are set side by side. Source: default of this program, no clinical figure.</summary>
    public const int Enough = 3;

    public bool IsEnough => With.Count >= Enough && Without.Count >= Enough;

    /// <param name="sessions">Days of the medicine sessions that were given, in order.</param>
    /// <param name="elsewhere">Days of other treatments; one on the day of a session belongs to the interval that begins there.</param>
    public static BetweenSessions Of(IReadOnlyList<DateOnly> sessions, IReadOnlyCollection<DateOnly> elsewhere)
    {
        var intervals = sessions.Zip(sessions.Skip(1)).Select(pair => (Days: pair.Second.DayNumber - pair.First.DayNumber, With: elsewhere.Any(day => day >= pair.First && day < pair.Second))).ToList();
        return new([.. intervals.Where(one => one.With).Select(one => one.Days)], [.. intervals.Where(one => !one.With).Select(one => one.Days)]);
    }

    /// <summary>Half are longer and half shorter; the mean of the two in the middle where their count is even.</summary>
    public static decimal Median(IReadOnlyList<int> days)
    {
        ArgumentOutOfRangeException.ThrowIfZero(days.Count);
        var sorted = days.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2m;
    }
}
