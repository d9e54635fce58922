using Sojourn.Domain.Programmes;

namespace Sojourn.Programmes.Compiling;

/// <summary>Days on which the sessions of a series can fall, counted from the first of them, which is day 0.</summary>
public static class SessionDays
{
    /// <summary>For each session in turn, the days it can fall on; empty from the session on for which there is none.</summary>
    /// <param name="first">Day of the week of the first session.</param>
    /// <param name="count">How many sessions; 1 or more.</param>
    /// <param name="spacing">Days from one to the next, both ends included.</param>
    /// <param name="open">Days of the week on which one can be held.</param>
    /// <param name="last">No session later than this day.</param>
    public static IReadOnlyList<IReadOnlyList<int>> Possible(DayOfWeek first, int count, Bounds<int> spacing, OpenDays open, int last)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var days = new List<IReadOnlyList<int>> { open.IsOpen(first, 0) && last >= 0 ? [0] : [] };
        while (days.Count < count)
        {
            var next = new bool[Math.Max(last, 0) + 1];
            foreach (var day in days[^1])
            {
                for (var later = day + spacing.Least; later <= day + spacing.Most && later <= last; later++)
                {
                    next[later] |= open.IsOpen(first, later);
                }
            }

            days.Add([.. Enumerable.Range(0, next.Length).Where(day => next[day])]);
        }

        return days;
    }
}
