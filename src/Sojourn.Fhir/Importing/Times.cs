using System.Globalization;
using Sojourn.Domain.People;

namespace Sojourn.Fhir.Importing;

/// <summary>FHIR dates and instants.</summary>
internal static class Times
{
    /// <summary>The calendar day of a date or dateTime, as it was where it was written down. Null where absent; a fault where it is neither.</summary>
    internal static PartialDate? Day(Node node)
    {
        if (node.Text() is not { } text)
        {
            return null;
        }

        var day = PartialDate.Read(text.Split('T', 2)[0]);
        if (day is null || (text.Contains('T', StringComparison.Ordinal) && Instant(text) is null))
        {
            node.Fault($"“{text}” is not a date. It should read like 1985-07-14.");
            return null;
        }

        return day;
    }

    /// <summary>Onset and end of something: a dateTime, or the beginning or end of a Period. Ages, ranges and free text are left out.</summary>
    internal static PartialDate? DayOf(Node resource, string element, bool end = false) =>
        Day(resource[element + "DateTime"]) ?? Day(resource[element + "Period"][end ? "end" : "start"]);

    /// <summary>When a reading was taken. A day without a time stands at noon UTC, which is that day nearly everywhere. Null where not known to the day.</summary>
    internal static DateTimeOffset? Moment(Node resource)
    {
        foreach (var node in new[] { resource["effectiveDateTime"], resource["effectiveInstant"], resource["effectivePeriod"]["start"] })
        {
            if (node.Text() is not { } text)
            {
                continue;
            }

            if (Instant(text) is { } instant)
            {
                return instant;
            }

            switch (PartialDate.Read(text))
            {
                case { Day: not null } day:
                    return new DateTimeOffset(day.Earliest, new TimeOnly(12, 0), TimeSpan.Zero);
                case not null:
                    return null;
                default:
                    node.Fault($"“{text}” is not a time. It should read like 2026-11-22T14:30:00Z.");
                    return null;
            }
        }

        return null;
    }

    private static DateTimeOffset? Instant(string text) =>
        text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
