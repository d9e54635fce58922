using System.Globalization;
using Sojourn.Domain.Programmes;

namespace Sojourn.Programmes.Compiling;

/// <summary>Whether the sessions of a series fit the window of their phase on the days a clinic is open.</summary>
public static class WindowClaim
{
    /// <summary>For each weekday on which the series can begin: null where it fits, else what breaks.</summary>
    /// <param name="window">Days from the first session to the last, both ends included.</param>
    public static IReadOnlyDictionary<DayOfWeek, string?> ByFirstDay(int count, Bounds<int> spacing, Bounds<int> window, OpenDays open)
    {
        ArgumentNullException.ThrowIfNull(open);
        return open.All.ToDictionary(first => first, first => Break(first, count, spacing, window, open));
    }

    private static string? Break(DayOfWeek first, int count, Bounds<int> spacing, Bounds<int> window, OpenDays open)
    {
        if (SessionDays.Possible(first, count, spacing, open, window.Most)[^1].Any(day => day >= window.Least))
        {
            return null;
        }

        var free = SessionDays.Possible(first, count, spacing, open, (count * (spacing.Most + 7)) + 7);
        var stuck = free.Select((days, at) => (days, at)).FirstOrDefault(session => session.days.Count == 0);
        if (stuck.days is not null)
        {
            return $"begun on a {first}, no open day for session {stuck.at + 1} lies {(spacing.Least == spacing.Most ? $"{spacing.Least}" : $"{spacing.Least} to {spacing.Most}")} days after the one before";
        }

        var broken = free.Select((days, at) => (days, at)).FirstOrDefault(session => session.days[0] > window.Most);
        return broken.days is not null
            ? $"begun on a {first}, session {broken.at + 1} falls on day {Day(broken.days[0], first)} at the earliest, and the window closes after {window.Most}"
            : $"begun on a {first}, session {count} falls on day {Day(free[^1][^1], first)} at the latest, and the window opens after {window.Least}";
    }

    private static string Day(int day, DayOfWeek first) =>
        string.Create(CultureInfo.InvariantCulture, $"{day}, a {(DayOfWeek)(((int)first + day) % 7)},");
}
