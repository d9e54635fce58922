using System.Globalization;

namespace Sojourn.Domain.Courses;

/// <summary>Whether pain counts as chronic by a programme's definition. A label, never a stop.</summary>
public static class Chronic
{
    /// <param name="since">First day of the month in which it began.</param>
    /// <param name="afterMonths">The programme's definition.</param>
    /// <returns>Null when it counts as chronic.</returns>
    public static string? Label(DateOnly since, int afterMonths, DateOnly today) =>
        WholeMonths(since, today) >= afterMonths
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"not yet chronic by this programme's definition ({afterMonths} months)");

    public static int WholeMonths(DateOnly since, DateOnly today) =>
        ((today.Year - since.Year) * 12) + today.Month - since.Month - (today.Day < since.Day ? 1 : 0);
}
