using System.Globalization;

namespace Sojourn.Hl7.Reading;

/// <summary>A time as a device writes it: date and time of day, and how far from UTC where it says so.</summary>
/// <param name="Offset">Null where the device names no zone.</param>
public sealed record Stamp(DateOnly Date, TimeOnly Time, TimeSpan? Offset)
{
    private const int WithoutSeconds = 12;
    private const int WithSeconds = 14;

    /// <summary>The instant; where the device names no zone, its clock is taken to show this one. Of an hour that comes twice the first is taken.</summary>
    public DateTimeOffset In(TimeZoneInfo zone)
    {
        if (Offset is { } offset)
        {
            return new DateTimeOffset(Date, Time, offset).ToUniversalTime();
        }

        var local = new DateTimeOffset(Date, Time, TimeSpan.Zero);
        var guess = local - zone.GetUtcOffset(local);
        return (local - zone.GetUtcOffset(guess)).ToUniversalTime();
    }

    /// <summary>Year to minute at least; seconds, a fraction with or without a point (17 digits), and a zone may follow.</summary>
    /// <returns>Null when it is no such time.</returns>
    public static Stamp? Read(string text)
    {
        var sign = text.AsSpan().IndexOfAny('+', '-');
        var clock = sign < 0 ? text : text[..sign];
        var point = clock.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? clock : clock[..point];
        var fraction = point < 0 ? "" : clock[(point + 1)..];
        if (point < 0 && digits.Length > WithSeconds)
        {
            (digits, fraction) = (digits[..WithSeconds], digits[WithSeconds..]);
        }

        if (digits.Length is not (WithoutSeconds or WithSeconds) || fraction.Length > 7 || !All(digits) || !All(fraction))
        {
            return null;
        }

        return Offsets(sign < 0 ? "" : text[sign..], out var offset)
            && DateOnly.TryParseExact(digits[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is > 1900 and < 9000
            && TimeOnly.TryParseExact(digits[8..].PadRight(6, '0') + fraction.PadRight(7, '0'), "HHmmssfffffff", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
                ? new Stamp(date, time, offset)
                : null;
    }

    private static bool Offsets(string text, out TimeSpan? offset)
    {
        offset = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (text.Length != 5 || !All(text[1..]))
        {
            return false;
        }

        var minutes = (int.Parse(text.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60) + int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture);
        offset = TimeSpan.FromMinutes(text[0] == '-' ? -minutes : minutes);
        return minutes <= 14 * 60;
    }

    private static bool All(string digits) => digits.All(char.IsAsciiDigit);
}
