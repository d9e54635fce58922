using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Calendar;

/// <summary>Days on which a site or a room is closed, as pages and the calendar read them.</summary>
public sealed record ClosedDaysRow
{
    public ClosedDaysId Id { get; init; }

    public SiteId SiteId { get; init; }

    /// <summary>Null: the whole site.</summary>
    public RoomId? RoomId { get; init; }

    public DateOnly FromOn { get; init; }

    public DateOnly ToOn { get; init; }

    public string Why { get; init; } = "";

    public string SiteName { get; init; } = "";

    public string? RoomName { get; init; }
}

/// <summary>Days on which somebody is away.</summary>
public sealed record AbsenceRow
{
    public AbsenceId Id { get; init; }

    public StaffId StaffId { get; init; }

    /// <summary>leave, illness, training or other.</summary>
    public string Kind { get; init; } = "";

    public DateOnly FromOn { get; init; }

    public DateOnly ToOn { get; init; }
}

/// <summary>When sites are open and staff works, in a range of days: what the clinic has stated, by its own clock.</summary>
public sealed class OpenHours
{
    private sealed record HoursRow
    {
        public SiteId SiteId { get; init; }

        public StaffId? StaffId { get; init; }

        public int Day { get; init; }

        public TimeOnly FromTime { get; init; }

        public TimeOnly ToTime { get; init; }

        public DayHours Hours => new((DayOfWeek)Day, FromTime, ToTime);
    }

    private readonly ILookup<SiteId, HoursRow> sites;
    private readonly ILookup<StaffId, HoursRow> staff;
    private readonly IReadOnlyList<ClosedDaysRow> closed;
    private readonly ILookup<StaffId, AbsenceRow> absences;

    private OpenHours(Records records, DateOnly first, DateOnly last)
    {
        Zone = ClinicDay.Zone(records);
        sites = records.All<HoursRow>("select * from site_hours order by day, from_time").ToLookup(row => row.SiteId);
        staff = records.All<HoursRow>("select * from staff_hours order by day, from_time").ToLookup(row => row.StaffId!.Value);
        closed = Closed(records, first, last);
        absences = records.All<AbsenceRow>("select * from staff_absence where from_on <= @last and to_on >= @first order by from_on", new { first, last }).ToLookup(row => row.StaffId);
    }

    /// <summary>Where a site states no hours it takes bookings at any time, but nothing is proposed outside these. Source: clinic default.</summary>
    public static IReadOnlyList<DayHours> Usual { get; } =
        [.. Enumerable.Range(1, 5).Select(day => new DayHours((DayOfWeek)day, new TimeOnly(8, 0), new TimeOnly(18, 0)))];

    public TimeZoneInfo Zone { get; }

    public static OpenHours In(Records records, DateOnly first, DateOnly last) => new(records, first, last);

    /// <summary>Closed days that touch these days, by beginning.</summary>
    public static IReadOnlyList<ClosedDaysRow> Closed(Records records, DateOnly first, DateOnly last) => records.All<ClosedDaysRow>(
        """
        select closed_days.*, site.name as site_name, room.name as room_name from closed_days
        join site on site.id = closed_days.site_id left join room on room.id = closed_days.room_id
        where from_on <= @last and to_on >= @first order by from_on
        """,
        new { first, last });

    /// <summary>Closed days of one id; null when they are open after all.</summary>
    public static ClosedDaysRow? Closed(Records records, Guid id) => Closed(records, DateOnly.MinValue, DateOnly.MaxValue).FirstOrDefault(row => row.Id.Value == id);

    /// <summary>Absences of somebody that are not over, by beginning.</summary>
    public static IReadOnlyList<AbsenceRow> Absences(Records records, Guid member, DateOnly today) =>
        records.All<AbsenceRow>("select * from staff_absence where staff_id = @member and to_on >= @today order by from_on", new { member, today });

    /// <summary>From the first day's midnight to the midnight after the last, by the clinic's clock.</summary>
    public static Span Around(Records records, DateOnly first, DateOnly last) =>
        ClinicDay.Zone(records) is var zone ? new(ClinicDay.Instant(zone, first, TimeOnly.MinValue), ClinicDay.Instant(zone, last.AddDays(1), TimeOnly.MinValue)) : default;

    /// <summary>The stated week of a site; empty where it states none.</summary>
    public IReadOnlyList<DayHours> Week(SiteId site) => [.. sites[site].Select(row => row.Hours)];

    /// <summary>The stated week of somebody; empty where none is stated.</summary>
    public IReadOnlyList<(SiteId Site, DayHours Hours)> Week(StaffId member) => [.. staff[member].Select(row => (row.SiteId, row.Hours))];

    /// <summary>Why a room, or its site, is closed on this day; null for open days.</summary>
    public ClosedDaysRow? Closed(SiteId site, RoomId? room, DateOnly day) =>
        closed.FirstOrDefault(row => row.SiteId == site && (row.RoomId is null || row.RoomId == room) && row.FromOn <= day && row.ToOn >= day);

    public AbsenceRow? Absence(StaffId member, DateOnly day) => absences[member].FirstOrDefault(row => row.FromOn <= day && row.ToOn >= day);

    /// <summary>They are not away and, where their hours are stated, work then at whichever site: for a talk at a distance.</summary>
    public bool Works(StaffId member, DateTimeOffset from, DateTimeOffset to) =>
        DayOf(from) is var day && Absence(member, day) is null && (Week(member) is not { Count: > 0 } week || Spans.Of(On(day, week.Select(stated => stated.Hours))).Hold(from, to));

    /// <summary>What these hours of a week are on one day.</summary>
    public IEnumerable<Span> On(DateOnly day, IEnumerable<DayHours> week) =>
        from hours in week
        where hours.Day == day.DayOfWeek
        select new Span(ClinicDay.Instant(Zone, day, hours.From), ClinicDay.Instant(Zone, hours.To == TimeOnly.MinValue ? day.AddDays(1) : day, hours.To));

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);
}
