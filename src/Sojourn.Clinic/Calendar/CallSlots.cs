using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Calendar;

/// <summary>When somebody can have an information call: half an hour with a therapist who is free, on working days.</summary>
public static class CallSlots
{
    /// <summary>How long an information call is. The clinic's own habit, not a clinical figure.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(30);

    private static readonly TimeOnly First = new(9, 0);
    private static readonly TimeOnly Last = new(16, 30);

    private sealed record BusyRow
    {
        public StaffId StaffId { get; init; }

        public DateTimeOffset FromAt { get; init; }

        public DateTimeOffset ToAt { get; init; }
    }

    /// <summary>Free beginnings from two hours ahead, for a number of days; in the clinic's zone.</summary>
    public static IReadOnlyList<DateTimeOffset> Free(Records records, TimeZoneInfo zone, DateTimeOffset now, int days)
    {
        var (callers, busy) = Load(records, now, now.AddDays(days + 1));
        var hours = OpenHours.In(records, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1), DateOnly.FromDateTime(now.UtcDateTime).AddDays(days + 1));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return
        [
            .. from day in Enumerable.Range(0, days).Select(today.AddDays)
               where day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
               from step in Enumerable.Range(0, (int)((Last - First) / Length) + 1)
               let local = day.ToDateTime(First.Add(step * Length))
               let at = new DateTimeOffset(local, zone.GetUtcOffset(local))
               where at > now.AddHours(2) && callers.Any(c => IsFree(c, at, busy) && hours.Works(c, at, at + Length))
               select at,
        ];
    }

    /// <summary>A therapist who is free then; null when nobody is. Asked again inside the transaction that books.</summary>
    public static StaffId? Caller(Records records, DateTimeOffset at)
    {
        var (callers, busy) = Load(records, at.AddDays(-1), at.AddDays(1));
        var hours = OpenHours.In(records, DateOnly.FromDateTime(at.UtcDateTime).AddDays(-1), DateOnly.FromDateTime(at.UtcDateTime).AddDays(1));
        return callers.Where(c => IsFree(c, at, busy) && hours.Works(c, at, at + Length)).Select(c => (StaffId?)c).FirstOrDefault();
    }

    private static bool IsFree(StaffId staff, DateTimeOffset at, IReadOnlyList<BusyRow> busy) =>
        !busy.Any(b => b.StaffId == staff && b.FromAt < at + Length && b.ToAt > at);

    private static (IReadOnlyList<StaffId> Callers, IReadOnlyList<BusyRow> Busy) Load(Records records, DateTimeOffset from, DateTimeOffset to) =>
    (
        records.All<StaffId>("select id from staff where active = 1 and roles like '% therapist %' order by display_name"),
        records.All<BusyRow>(
            """
            select staff_id, from_at, to_at from session join session_staff on session_staff.session_id = session.id
            where state in ('booked', 'arrived', 'running') and from_at < @to and to_at > @from
            """,
            new { from, to }));
}
