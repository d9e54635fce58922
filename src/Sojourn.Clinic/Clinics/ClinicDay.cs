using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Clinics;

/// <summary>Which day an instant is on, by the clinic's own clock.</summary>
public static class ClinicDay
{
    public static DateOnly In(Records records, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone(records)).DateTime);

    /// <summary>The clinic's day around an instant, from midnight to midnight on its own clock.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) Around(Records records, DateTimeOffset at)
    {
        var zone = Zone(records);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        return (Begins(day, zone), Begins(day.AddDays(1), zone));
    }

    /// <summary>The instant at which the clinic's clocks show this; of a doubled hour the first, of a skipped one the hour after.</summary>
    public static DateTimeOffset Instant(TimeZoneInfo zone, DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static DateTimeOffset Begins(DateOnly day, TimeZoneInfo zone) => Instant(zone, day, TimeOnly.MinValue);

    public static TimeZoneInfo Zone(Records records) => TimeZoneInfo.FindSystemTimeZoneById(records.Value<string>("select time_zone from clinic") ?? "UTC");
}
