using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Sojourn.Web.Calendar;

/// <summary>One entry of a calendar file.</summary>
/// <param name="Uid">The same for the same appointment, whenever the file is made.</param>
/// <param name="Where">Null for none.</param>
/// <param name="Url">An address of the clinic's own; null for none.</param>
internal sealed record CalendarEntry(string Uid, DateTimeOffset From, DateTimeOffset To, string Summary, string? Where = null, string? Url = null);

/// <summary>Writes iCalendar files (RFC 5545), for one appointment or as a feed that calendar programs read again and again.</summary>
internal static class CalendarFile
{
    /// <summary>Octets of a line before it goes on in the next.</summary>
    private const int LongestLine = 75;

    /// <param name="name">What the calendar is called; null for a single appointment.</param>
    /// <param name="now">When the file is made.</param>
    /// <param name="entries">By beginning.</param>
    public static IResult Of(string? name, DateTimeOffset now, IEnumerable<CalendarEntry> entries) =>
        Results.File(Encoding.UTF8.GetBytes(Text(name, now, entries)), "text/calendar; charset=utf-8");

    internal static string Text(string? name, DateTimeOffset now, IEnumerable<CalendarEntry> entries)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Sojourn//EN");
        if (name is not null)
        {
            Line(text, $"X-WR-CALNAME:{Escaped(name)}");
            Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        }

        foreach (var entry in entries)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{entry.Uid}@sojourn");
            Line(text, $"DTSTAMP:{Utc(now)}");
            Line(text, $"DTSTART:{Utc(entry.From)}");
            Line(text, $"DTEND:{Utc(entry.To)}");
            Line(text, $"SUMMARY:{Escaped(entry.Summary)}");
            if (entry.Where is { } where)
            {
                Line(text, $"LOCATION:{Escaped(where)}");
            }

            if (entry.Url is { } url)
            {
                Line(text, $"URL:{url}");
            }

            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    private static string Escaped(string words) => words
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Utc(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
