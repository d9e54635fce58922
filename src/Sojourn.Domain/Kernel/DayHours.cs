using System.Globalization;

namespace Sojourn.Domain.Kernel;

/// <summary>Hours of one day of the week, by the clinic's own clock. A day may have several; a day without any is a closed day.</summary>
/// <param name="To">After <paramref name="From"/>; 00:00 is the midnight that ends the day.</param>
public sealed record DayHours(DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    /// <summary>Minutes from the day's midnight to the end.</summary>
    public int EndMinute => To == TimeOnly.MinValue ? 24 * 60 : (To.Hour * 60) + To.Minute;

    public int FirstMinute => (From.Hour * 60) + From.Minute;

    /// <summary>Every reason why these hours of a week cannot be.</summary>
    public static IEnumerable<Refusal> Faults(IReadOnlyList<DayHours> week)
    {
        foreach (var hours in week.Where(hours => hours.EndMinute <= hours.FirstMinute))
        {
            yield return new("hours.end-before-they-begin", $"On {hours.Day} the end is not after the beginning. Check both times.", Field: Field(hours.Day, "to"));
        }

        foreach (var day in week.GroupBy(hours => hours.Day).Where(day => day.OrderBy(hours => hours.FirstMinute).ToList() is var sorted && sorted.Zip(sorted.Skip(1)).Any(two => two.Second.FirstMinute < two.First.EndMinute)))
        {
            yield return new("hours.overlap", $"Two stretches of {day.Key} overlap. Give them times that follow each other.", Field: Field(day.Key, "from"));
        }
    }

    /// <summary>Name of the form field: <c>monday-from</c>.</summary>
    public static string Field(DayOfWeek day, string end) => $"{day.ToString().ToLower(CultureInfo.InvariantCulture)}-{end}";
}
