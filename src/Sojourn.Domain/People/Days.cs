using System.Globalization;
using System.Text.Json.Serialization;

namespace Sojourn.Domain.People;

/// <summary>How a day is written where people read it.</summary>
public static class Days
{
    /// <summary>"14-Jul-1985": never to be mistaken for another order of day and month.</summary>
    public static string Words(DateOnly day) => day.ToString("dd-MMM-yyyy", CultureInfo.InvariantCulture);
}

/// <summary>A day of which only the year, or the year and month, may be known: "2019", "2019-03", "2019-03-14".</summary>
/// <param name="Month">1 to 12; null where not known.</param>
/// <param name="Day">1 to 31; null where not known.</param>
public sealed record PartialDate(int Year, int? Month = null, int? Day = null)
{
    [JsonIgnore]
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    [JsonIgnore]
    public DateOnly Latest => Month is { } month ? new(Year, month, Day ?? CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(Year, month)) : new(Year, 12, 31);

    /// <summary>Reads "2019", "2019-03" or "2019-03-14"; null for anything else, a 30 February included.</summary>
    public static PartialDate? Read(string? text)
    {
        var parts = (text ?? string.Empty).Trim().Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || parts.Skip(1).Any(part => part.Length != 2))
        {
            return null;
        }

        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]) || numbers[i] == 0)
            {
                return null;
            }
        }

        return numbers switch
        {
            [var year] => new(year),
            [var year, <= 12 and var month] => new(year, month),
            [var year, <= 12 and var month, var day] when day <= CultureInfo.InvariantCulture.Calendar.GetDaysInMonth(year, month) => new(year, month, day),
            _ => null,
        };
    }

    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    /// <summary>ISO 8601, as exact as it is known.</summary>
    public override string ToString() =>
        (Month, Day) switch
        {
            ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}"),
            ({ } month, _) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}"),
            _ => Year.ToString("0000", CultureInfo.InvariantCulture),
        };
}
