using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>What else is in the room, with the staff or with the person at a time. A room is taken for as long as its visits hold it.</summary>
internal static class Clashes
{
    private sealed record Row
    {
        public Guid Id { get; init; }

        public string? Type { get; init; }

        public string? ProgrammeId { get; init; }

        public int ProgrammeVersion { get; init; }

        public RoomId? RoomId { get; init; }

        public PersonId? PersonId { get; init; }

        public DateTimeOffset FromAt { get; init; }

        public DateTimeOffset ToAt { get; init; }

        /// <summary>individual, group or null.</summary>
        public string? Format { get; init; }

        public string? Family { get; init; }

        public string? StaffName { get; init; }

        public Span Time => new(FromAt, ToAt);

        public Span Held(ProgrammeLibrary programmes) => HeldTime.Of(programmes, ProgrammeId, ProgrammeVersion, Type).Around(FromAt, ToAt);
    }

    internal static List<string> Of(Desk desk, Guid self, Visit visit, Place place, SessionType? type)
    {
        var near = desk.Records.All<Row>(
            """
            select session.id, session.type, course.programme_id, course.programme_version, session.room_id, session.person_id, session.from_at, session.to_at, session.format, person.family, staff.display_name as staff_name
            from session
            left join course on course.id = session.course_id
            left join person on person.id = session.person_id
            left join session_staff on session_staff.session_id = session.id
            left join staff on staff.id = session_staff.staff_id and staff.id in @staff
            where session.id <> @self and session.from_at < @late and session.to_at > @early and session.state in ('booked', 'arrived', 'running')
            order by session.from_at
            """,
            new { self, early = place.From.AddMinutes(-2 * HeldTime.Most), late = place.To.AddMinutes(2 * HeldTime.Most), staff = place.Staff.Select(s => s.Value.ToString("D")).ToArray() });
        var zone = ClinicDay.Zone(desk.Records);
        var meanwhile = near.Where(row => row.Time.Touches(place.From, place.To)).ToList();
        var clashes = InRoom(desk, near, place, visit.Format, type, zone).ToList();
        clashes.AddRange(meanwhile.Where(row => row.StaffName is not null && (place.Room is null || row.RoomId != place.Room)).DistinctBy(row => row.StaffName)
            .Select(row => $"{row.StaffName} is elsewhere, {Hours(row.Time, zone)}. Choose another time or somebody else."));
        clashes.AddRange(meanwhile.Where(row => visit.Person is not null && row.PersonId == visit.Person).Take(1).Select(row => $"This person has another session then, {Hours(row.Time, zone)}."));
        return clashes;
    }

    private static IEnumerable<string> InRoom(Desk desk, IReadOnlyList<Row> near, Place place, SessionFormat? format, SessionType? type, TimeZoneInfo zone)
    {
        if (place.Room is not { } room)
        {
            yield break;
        }

        var own = HeldTime.Of(type).Around(place.From, place.To);
        var here = near.Where(row => row.RoomId == room).DistinctBy(row => row.Id).Select(row => (Row: row, Held: row.Held(desk.Programmes))).Where(one => one.Held.Touches(own.From, own.To)).ToList();
        var chairs = desk.Records.Value<int?>("select chairs from room where id = @room", new { room }) ?? 1;
        var wanted = Formats.Chairs(format, chairs);
        if (!Spans.Covered(here.SelectMany(one => Enumerable.Repeat(one.Held, Formats.Chairs(Formats.Of(one.Row.Format), chairs))), chairs - wanted + 1).Touch(own.From, own.To))
        {
            yield break;
        }

        var (row, held) = here.OrderByDescending(one => one.Row.Time.Touches(place.From, place.To)).First();
        var who = row.Family ?? "another visit";
        yield return row.Time.Touches(place.From, place.To)
            ? $"The room is taken by {who}, {Hours(row.Time, zone)}. Choose another time or room."
            : $"The room is held for {who} {Clock(held.From, zone)}–{Clock(held.To, zone)}, to make it ready and to clear it, and for this visit {Clock(own.From, zone)}–{Clock(own.To, zone)}. Choose another time or room.";
    }

    private static string Hours(Span time, TimeZoneInfo zone) =>
        string.Create(CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(time.From, zone):dd-MMM} {Clock(time.From, zone)}–{Clock(time.To, zone)}");

    private static string Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
