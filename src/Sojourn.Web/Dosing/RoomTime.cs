using System.Globalization;
using Sojourn.Web.Forms;

namespace Sojourn.Web.Dosing;

/// <summary>
/// When something happened, as a room gives it: nothing for now, a time of day on the clinic's clock, or an instant (from a tablet or a program).
/// What waited on a tablet says when it was tapped; "now" is then that instant.
/// </summary>
internal static class RoomTime
{
    internal const string Name = "happened-at";

    internal const string TappedAt = "tapped-at";

    /// <summary>A time of day far ahead was yesterday's: a session may run past midnight.</summary>
    private static readonly TimeSpan FarAhead = TimeSpan.FromHours(12);

    internal static DateTimeOffset Read(FieldReader f, TimeZoneInfo zone, DateTimeOffset received)
    {
        if (Instant(f.Fields[Name]) is { } instant)
        {
            return instant;
        }

        var now = Tapped(f, received);

        if (f.OptionalTime(Name, "when it happened") is not { } time)
        {
            return now;
        }

        var local = TimeZoneInfo.ConvertTime(now, zone);
        if (time.Hour == local.Hour && time.Minute == local.Minute)
        {
            return now;
        }

        var today = DateOnly.FromDateTime(local.DateTime).ToDateTime(time);
        var at = new DateTimeOffset(today, zone.GetUtcOffset(today)).ToUniversalTime();
        return at - now > FarAhead ? at.AddDays(-1) : at;
    }

    /// <summary>A tablet's clock runs a little before the clinic's: what it taps then happens now, or it would not have begun yet.</summary>
    private static DateTimeOffset Tapped(FieldReader f, DateTimeOffset received) =>
        Instant(f.Fields[TappedAt]) is { } tapped && !(tapped > received && tapped - received <= Domain.Dosing.MedicineSession.ClockMayBeAhead) ? tapped : received;

    internal static DateTimeOffset? Instant(string? text) =>
        text is not null && text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
}
