namespace Sojourn.Programmes.Compiling;

/// <summary>The days of the week on which medicine can be given.</summary>
public sealed class OpenDays
{
    private readonly bool[] open = new bool[7];

    /// <exception cref="ArgumentException">No day is given.</exception>
    public OpenDays(IEnumerable<DayOfWeek> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        foreach (var day in days)
        {
            open[(int)day] = true;
        }

        if (!open.Contains(true))
        {
            throw new ArgumentException("A clinic is open on one day at least.", nameof(days));
        }
    }

    /// <summary>Monday to Friday: what is supposed where a clinic has not said its hours.</summary>
    public static OpenDays Weekdays { get; } = new([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]);

    /// <summary>Monday first.</summary>
    public IEnumerable<DayOfWeek> All => Enumerable.Range(1, 7).Select(day => (DayOfWeek)(day % 7)).Where(day => open[(int)day]);

    public bool IsOpen(DayOfWeek first, int daysLater) => open[((int)first + daysLater) % 7];

    /// <summary>“Monday, Wednesday and Friday”.</summary>
    public override string ToString()
    {
        var names = All.Select(day => day.ToString()).ToList();
        return names.Count == 1 ? names[0] : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
    }
}
