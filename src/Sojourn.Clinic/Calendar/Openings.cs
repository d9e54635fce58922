using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>A room: when it is open, and when its chairs are all taken.</summary>
/// <param name="Open">Opening hours of its site less closed days.</param>
/// <param name="Taken">All chairs are taken by visits, with the time the room is held before and after each.</param>
/// <param name="Used">Somebody is in it, with the time it is held before and after: no time for a visit that wants the room to itself.</param>
/// <param name="Free">Open and not taken.</param>
public sealed record RoomOpenings(RoomId Id, SiteId Site, string Name, RoomKind Kind, bool Approved, int Chairs, Spans Open, Spans Taken, Spans Used, Spans Free)
{
    /// <summary>There is a chair for a visit of this time, or the whole room where it is one to one by choice. The minutes it holds the room before and after may lie outside opening hours.</summary>
    public bool Takes(DateTimeOffset from, DateTimeOffset to, HeldTime held = default, SessionFormat? format = null) =>
        Open.Hold(from, to) && !TakenFor(format).Touch(from.AddMinutes(-held.Before), to.AddMinutes(held.After));

    /// <summary>When a visit of this format finds no place.</summary>
    public Spans TakenFor(SessionFormat? format) => format == SessionFormat.Individual ? Used : Taken;
}

/// <summary>A visit that somebody is with.</summary>
public sealed record StaffVisit(SessionId Session, RoomId? Room, Span Time);

/// <summary>When somebody works at a site.</summary>
/// <param name="Works">Their hours there while the site is open, less absences and the days after a credential has ended.</param>
/// <param name="Free">Works and is with nobody.</param>
public sealed record SiteTimes(SiteId Site, Spans Works, Spans Free);

/// <summary>Somebody of the staff: their roles, and when they are free at which site.</summary>
/// <param name="Sites">One entry for each site that they work at.</param>
/// <param name="Visits">What they are booked for.</param>
public sealed record StaffOpenings(StaffId Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<SiteTimes> Sites, IReadOnlyList<StaffVisit> Visits)
{
    /// <summary>They can be with a visit at this time. Being in the same room already, as with a group, is no clash.</summary>
    /// <param name="room">Null for video: then any site's hours count.</param>
    public bool Takes(SiteId site, RoomId? room, DateTimeOffset from, DateTimeOffset to) =>
        Sites.Any(at => (room is null || at.Site == site) && at.Works.Hold(from, to))
        && !Visits.Any(visit => visit.Time.Touches(from, to) && (room is null || visit.Room != room));
}

/// <summary>What is free in a range of days: every open room and everybody who works here. Read at once, then asked in memory.</summary>
/// <param name="From">Midnight of the first day by the clinic's clock.</param>
/// <param name="To">Midnight after the last.</param>
public sealed record Openings(DateTimeOffset From, DateTimeOffset To, TimeZoneInfo Zone, IReadOnlyList<RoomOpenings> Rooms, IReadOnlyList<StaffOpenings> Staff)
{
    private sealed record VisitRow
    {
        public SessionId Id { get; init; }

        public string? Type { get; init; }

        public string? ProgrammeId { get; init; }

        public int ProgrammeVersion { get; init; }

        public RoomId? RoomId { get; init; }

        public string? Format { get; init; }

        public DateTimeOffset FromAt { get; init; }

        public DateTimeOffset ToAt { get; init; }
    }

    private sealed record MemberRow
    {
        public StaffId Id { get; init; }

        public string DisplayName { get; init; } = "";

        public string Roles { get; init; } = "";

        public DateOnly? EndsOn { get; init; }
    }

    private sealed record PairRow
    {
        public SessionId SessionId { get; init; }

        public SiteId SiteId { get; init; }

        public StaffId StaffId { get; init; }
    }

    /// <param name="records">Inside the writer's transaction or not.</param>
    /// <param name="programmes">For the time that rooms are held before and after.</param>
    /// <param name="first">First day by the clinic's clock.</param>
    /// <param name="last">Last day, included.</param>
    /// <param name="without">Sessions that are about to move: they take nothing.</param>
    public static Openings Between(Records records, ProgrammeLibrary programmes, DateOnly first, DateOnly last, IReadOnlyCollection<SessionId>? without = null)
    {
        var hours = OpenHours.In(records, first, last);
        var days = Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber) + 1).Select(first.AddDays).ToList();
        var (from, to) = (Clinics.ClinicDay.Instant(hours.Zone, first, TimeOnly.MinValue), Clinics.ClinicDay.Instant(hours.Zone, days[^1].AddDays(1), TimeOnly.MinValue));
        var visits = records.All<VisitRow>(
            """
            select session.id, session.type, course.programme_id, course.programme_version, session.room_id, session.format, session.from_at, session.to_at
            from session left join course on course.id = session.course_id
            where session.state in ('booked', 'arrived', 'running') and session.from_at < @late and session.to_at > @early
            """,
            new { early = from.AddMinutes(-HeldTime.Most), late = to.AddMinutes(HeldTime.Most) }).Where(visit => without?.Contains(visit.Id) != true).ToList();
        var rooms = SessionRecords.Rooms(records);
        var open = rooms.Select(room => room.SiteId).Concat(records.All<SiteId>("select id from site where open = 1")).Distinct().ToDictionary(
            site => site, site => SiteOpen(hours, site, days));
        return new Openings(from, to, hours.Zone, OfRooms(programmes, hours, days, rooms, open, visits), OfStaff(records, hours, days, open, visits, new Span(from, to)));
    }

    private static Spans SiteOpen(OpenHours hours, SiteId site, IReadOnlyList<DateOnly> days)
    {
        var week = hours.Week(site) is { Count: > 0 } stated ? stated : OpenHours.Usual;
        return Spans.Of(days.Where(day => hours.Closed(site, null, day) is null).SelectMany(day => hours.On(day, week)));
    }

    private static List<RoomOpenings> OfRooms(
        ProgrammeLibrary programmes, OpenHours hours, IReadOnlyList<DateOnly> days, IReadOnlyList<RoomRow> rooms, Dictionary<SiteId, Spans> open, IReadOnlyList<VisitRow> visits)
    {
        var held = visits.Where(visit => visit.RoomId is not null).ToLookup(visit => visit.RoomId!.Value, visit => (visit.Format, Time: HeldTime.Of(programmes, visit.ProgrammeId, visit.ProgrammeVersion, visit.Type).Around(visit.FromAt, visit.ToAt)));
        return
        [
            .. from room in rooms
               let closed = Spans.Of(days.Where(day => hours.Closed(room.SiteId, room.Id, day) is { RoomId: not null }).Select(day => WholeDay(hours.Zone, day)))
               let here = open[room.SiteId].Without(closed)
               let taken = Spans.Covered(held[room.Id].SelectMany(visit => Enumerable.Repeat(visit.Time, Formats.Chairs(Formats.Of(visit.Format), room.Chairs))), room.Chairs)
               let used = Spans.Of(held[room.Id].Select(visit => visit.Time))
               select new RoomOpenings(room.Id, room.SiteId, room.Name, Columns.Choice<RoomKind>(room.Kind), room.Approved, room.Chairs, here, taken, used, here.Without(taken)),
        ];
    }

    private static List<StaffOpenings> OfStaff(Records records, OpenHours hours, IReadOnlyList<DateOnly> days, Dictionary<SiteId, Spans> open, IReadOnlyList<VisitRow> visits, Span range)
    {
        var members = records.All<MemberRow>(
            "select id, display_name, roles, (select min(expires_on) from staff_credential where staff_id = staff.id) as ends_on from staff where active = 1 order by display_name");
        var sites = records.All<PairRow>("select staff_id, site_id from staff_site").ToLookup(row => row.StaffId, row => row.SiteId);
        var byId = visits.ToDictionary(visit => visit.Id);
        var booked = records.All<PairRow>(
            """
            select session_staff.session_id, session_staff.staff_id from session_staff join session on session.id = session_id
            where session.state in ('booked', 'arrived', 'running') and session.from_at < @To and session.to_at > @From
            """,
            new { range.From, range.To }).Where(row => byId.ContainsKey(row.SessionId)).ToLookup(row => row.StaffId, row => byId[row.SessionId]);
        return [.. members.Select(member => OfOne(hours, days, open, member, [.. sites[member.Id]], [.. booked[member.Id]]))];
    }

    private static StaffOpenings OfOne(
        OpenHours hours, IReadOnlyList<DateOnly> days, Dictionary<SiteId, Spans> open, MemberRow member, IReadOnlyList<SiteId> sites, IReadOnlyList<VisitRow> visits)
    {
        var away = Spans.Of(days.Where(day => hours.Absence(member.Id, day) is not null || member.EndsOn < day).Select(day => WholeDay(hours.Zone, day)));
        var busy = Spans.Of(visits.Select(visit => new Span(visit.FromAt, visit.ToAt)));
        var week = hours.Week(member.Id);
        var at = week.Count > 0 ? week.Select(stated => stated.Site).Distinct().Where(open.ContainsKey) : sites.Count > 0 ? sites.Where(open.ContainsKey) : open.Keys;
        return new StaffOpenings(
            member.Id,
            member.DisplayName,
            member.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            [
                .. from site in at
                   let stated = Spans.Of(days.SelectMany(day => hours.On(day, week.Where(w => w.Site == site).Select(w => w.Hours))))
                   let works = (week.Count > 0 ? stated.And(open[site]) : open[site]).Without(away)
                   select new SiteTimes(site, works, works.Without(busy)),
            ],
            [.. visits.OrderBy(visit => visit.FromAt).Select(visit => new StaffVisit(visit.Id, visit.RoomId, new Span(visit.FromAt, visit.ToAt)))]);
    }

    private static Span WholeDay(TimeZoneInfo zone, DateOnly day) =>
        new(Clinics.ClinicDay.Instant(zone, day, TimeOnly.MinValue), Clinics.ClinicDay.Instant(zone, day.AddDays(1), TimeOnly.MinValue));
}
