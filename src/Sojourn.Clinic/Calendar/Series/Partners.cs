using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Calendar.Series;

/// <summary>A medicine session that is moved takes along what follows it, where that no longer fits behind it.</summary>
public static class Partners
{
    private const int StepMinutes = 15;

    /// <summary>What follows a session and is booked, by time.</summary>
    public static IReadOnlyList<SessionRow> Of(Records records, Guid session) =>
        [.. records.All<SessionId>("select id from session where follows_id = @session and state = 'booked' order by from_at", new { session }).Select(id => SessionRecords.One(records, id.Value)!)];

    /// <summary>Moves along what no longer keeps the programme's hours after the session's end, in the same command. Refuses all where there is no time for it.</summary>
    /// <param name="desk">The writer's desk, with the session moved.</param>
    /// <param name="session">The medicine session.</param>
    /// <param name="why">Why it moves.</param>
    public static void Follow(Desk desk, Guid session, string why)
    {
        if (desk.Reasons.Count > 0 || SessionRecords.One(desk.Records, session) is not { IsMedicine: true, ToAt: { } end, ProgrammeId: { } id } moved || desk.Programmes.Find(id, moved.ProgrammeVersion)?.Integration is not { } window)
        {
            return;
        }

        foreach (var partner in Of(desk.Records, session).Where(partner => partner.Type == window.SessionId))
        {
            var (from, to) = (end.AddHours(window.HoursLeast), end.AddHours(window.HoursMost));
            if (partner.FromAt is { } now && (now < from || now > to))
            {
                Move(desk, partner, Later(from, desk.At), Earlier(to, Next(desk.Records, moved)), why);
            }
        }
    }

    private static void Move(Desk desk, SessionRow partner, DateTimeOffset from, DateTimeOffset to, string why)
    {
        if (Free(desk, partner, from, to) is { } place)
        {
            var facts = Booking.Facts(desk, partner.Id.Value, Booking.VisitOf(partner), place);
            desk.Do(SessionSlice.Slice, partner.Id.Value, new Session.Command.Move(place, facts, why));
            return;
        }

        var zone = ClinicDay.Zone(desk.Records);
        desk.Refuse(
            "calendar.partner-without-time",
            $"The {partner.Kind} after it would have to begin between {Moment(from, zone)} and {Moment(to, zone)}, and {partner.StaffNames ?? "nobody"} and a room are not free together then. Choose another time, or give the {partner.Kind} to somebody else first.",
            new Remedy($"The {partner.Kind}", $"sessions/{partner.Id.Value}/place"));
    }

    /// <summary>The earliest time with the same staff, in its own room where that is free.</summary>
    private static Place? Free(Desk desk, SessionRow partner, DateTimeOffset from, DateTimeOffset to)
    {
        var openings = Openings.Between(desk.Records, desk.Programmes, ClinicDay.In(desk.Records, from), ClinicDay.In(desk.Records, to), [partner.Id]);
        var length = partner.ToAt!.Value - partner.FromAt!.Value;
        var held = HeldTime.Of(desk.Programmes, partner.ProgrammeId, partner.ProgrammeVersion, partner.Type);
        var format = Booking.VisitOf(partner).Format;
        var staff = desk.Records.All<StaffId>("select staff_id from session_staff where session_id = @Id", new { partner.Id });
        var busy = Spans.Of(SessionRecords.OfPerson(desk.Records, partner.PersonId!.Value.Value)
            .Where(row => row.Id != partner.Id && row is { FromAt: not null, ToAt: not null, State: "booked" or "arrived" or "running" })
            .Select(row => new Span(row.FromAt!.Value, row.ToAt!.Value)));
        var own = openings.Rooms.FirstOrDefault(room => room.Id == partner.RoomId);
        var rooms = openings.Rooms.Where(room => own is not null && room.Site == own.Site && room.Kind == own.Kind).OrderByDescending(room => room.Id == partner.RoomId).ToList();
        for (var at = Rounded(from); at <= to; at = at.AddMinutes(StepMinutes))
        {
            var until = at + length;
            var room = rooms.Find(room => room.Takes(at, until, held, format));
            if ((own is null || room is not null) && !busy.Touch(at, until) && staff.All(member => openings.Staff.FirstOrDefault(one => one.Id == member)?.Takes(partner.SiteId, room?.Id, at, until) == true))
            {
                return new Place(partner.SiteId, room?.Id, at, until, [.. staff]);
            }
        }

        return null;
    }

    /// <summary>When the person's next medicine session begins; far away where there is none.</summary>
    private static DateTimeOffset Next(Records records, SessionRow moved) =>
        records.Value<string>(
            "select min(from_at) from session where course_id = @CourseId and kind = 'medicine' and state = 'booked' and from_at > @ToAt", new { moved.CourseId, moved.ToAt }) is { } next
            ? Columns.Instant(next)
            : DateTimeOffset.MaxValue;

    private static DateTimeOffset Rounded(DateTimeOffset at) => at.AddTicks((TimeSpan.FromMinutes(StepMinutes).Ticks - (at.Ticks % TimeSpan.FromMinutes(StepMinutes).Ticks)) % TimeSpan.FromMinutes(StepMinutes).Ticks);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static string Moment(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("d-MMM HH:mm", CultureInfo.InvariantCulture);
}
