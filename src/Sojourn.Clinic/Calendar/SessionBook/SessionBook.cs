using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Calendar.Session;

namespace Sojourn.Clinic.Calendar.SessionBook;

/// <summary>Every session, who is there and who takes the person home.</summary>
public sealed class SessionBook() : Projection("session-book", version: 3)
{
    private const string Ride =
        """
        insert into session_escort (session_id, name, phone, relation, no_driving, cancelled) values (@Id, @Name, @Phone, @Relation, 0, 0)
        on conflict (session_id) do update set name = excluded.name, phone = excluded.phone, relation = excluded.relation, cancelled = 0, cancelled_why = null
        """;

    private const string NoDriving =
        "insert into session_escort (session_id, no_driving, cancelled) values (@Id, 1, 0) on conflict (session_id) do update set no_driving = 1";

    protected override void Define()
    {
        On<Event.Booked>((e, from, run) =>
        {
            run(Sql.Of<SessionBook>("on-booked.sql"), Row(from, e.Visit, "booked", e.Place, e.Place.Site, null, null, e.Note));
            Staff(run, from, e.Place);
        });
        On<Event.Proposed>("on-booked.sql", (e, from) => Row(from, e.Visit, "proposed", null, e.Site, e.WindowFrom, e.WindowTo, null));
        On<Event.Settled>((e, from, run) => Place(run, from, e.Place, e.Format));
        On<Event.Moved>((e, from, run) => Place(run, from, e.Place, e.Format));
        On<Event.Cancelled>("update session set state = 'cancelled', ended_why = @Why where id = @Id", (e, from) => new { from.Id, e.Why });
        On<Event.Arrived>("update session set state = 'arrived', arrived_at = @At where id = @Id", (e, from) => new { from.Id, e.At });
        On<Event.Begun>("update session set state = 'running', begun_at = @At where id = @Id", (e, from) => new { from.Id, e.At });
        On<Event.KeptLonger>("update session set planned_to = coalesce(planned_to, to_at), to_at = @Until where id = @Id", (e, from) => new { from.Id, e.Until });
        On<Event.Missed>("update session set state = 'missed', ended_why = @Note where id = @Id", (e, from) => new { from.Id, e.Note });
        On<Event.Held>("update session set state = 'held', held_at = @At, note = coalesce(@Note, note) where id = @Id", (e, from) => new { from.Id, e.At, e.Note });
        On<Event.EscortNamed>(Ride, (e, from) => new { from.Id, e.Name, e.Phone, e.Relation });
        On<Event.NoDrivingPromised>(NoDriving, (_, from) => new { from.Id });
        On<Event.RideCancelled>("update session_escort set cancelled = 1, cancelled_why = @Why where session_id = @Id", (e, from) => new { from.Id, e.Why });
    }

    private static object Row(
        Origin from, Visit visit, string state, Place? place, Domain.Kernel.SiteId site, DateTimeOffset? windowFrom, DateTimeOffset? windowTo, string? note) => new
        {
            from.Id,
            Kind = Columns.Word(visit.Kind),
            visit.Type,
            State = state,
            visit.Person,
            visit.Inquiry,
            visit.Course,
            Site = site,
            Room = place?.Room,
            From = place?.From,
            To = place?.To,
            visit.Number,
            visit.Follows,
            WindowFrom = windowFrom,
            WindowTo = windowTo,
            Note = note,
            Format = Formats.Word(visit.Format),
        };

    private static void Place(Action<string, object> run, Origin from, Place place, SessionFormat? format)
    {
        run(
            """
            update session set state = 'booked', site_id = @Site, room_id = @Room, from_at = @From, to_at = @To, planned_to = null,
              was_format = case when @Format <> format then format else was_format end, format = coalesce(@Format, format) where id = @Id
            """,
            new { from.Id, place.Site, place.Room, place.From, place.To, Format = Formats.Word(format) });
        run("delete from session_staff where session_id = @Id", new { from.Id });
        Staff(run, from, place);
    }

    private static void Staff(Action<string, object> run, Origin from, Place place)
    {
        foreach (var staff in place.Staff)
        {
            run("insert into session_staff values (@Id, @staff)", new { from.Id, staff });
        }
    }
}
