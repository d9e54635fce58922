using System.Globalization;
using Sojourn.Domain.People;
using Sojourn.Web.Forms;

namespace Sojourn.Web.People;

/// <summary>Days of which only the year or month may be known, as people type and read them.</summary>
internal static class PartialDates
{
    internal const string Hint = "A year, or more: 2019, Mar-2019, 14-Mar-2019";

    /// <summary>Null when nothing was typed; a fault when it is no date.</summary>
    internal static PartialDate? Read(FieldReader f, string name)
    {
        if (f.Fields[name] is not { } text)
        {
            return null;
        }

        if (PartialDate.Read(text) is { } iso)
        {
            return iso;
        }

        if (DateOnly.TryParseExact(text, ["d-MMM-yyyy", "d MMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return PartialDate.Of(day);
        }

        if (DateOnly.TryParseExact(text, ["MMM-yyyy", "MMM yyyy", "MMMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new PartialDate(month.Year, month.Month);
        }

        f.Fault(name, $"“{text}” is not a date. Write a year, like 2019, or more: Mar-2019, 14-Mar-2019.");
        return null;
    }

    /// <summary>"2019", "Mar-2019", "14-Mar-2019" from the column; null where there is none.</summary>
    internal static string? Words(string? column) =>
        PartialDate.Read(column) switch
        {
            null => null,
            { Day: not null } day => Days.Words(day.Earliest),
            { Month: not null } month => month.Earliest.ToString("MMM-yyyy", CultureInfo.InvariantCulture),
            var year => year.ToString(),
        };
}
