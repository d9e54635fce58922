using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Clinics;

/// <summary>Which day an instant is on, by the clinic's own clock.</summary>
public static class ClinicDay
{
    public static DateOnly In(Records records, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone(records)).DateTime);

    public static TimeZoneInfo Zone(Records records) => TimeZoneInfo.FindSystemTimeZoneById(records.Value<string>("select time_zone from clinic") ?? "UTC");
}
