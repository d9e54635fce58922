using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>A booking that waits because somebody before it recovers slowly.</summary>
/// <param name="First">Who is kept longer.</param>
/// <param name="Next">Who waits.</param>
/// <param name="SameRoom">True for the room, false for somebody of the staff.</param>
/// <param name="FreeAt">When the room, made ready, or the staff is free for the one who waits.</param>
public sealed record KeptWaiting(SessionRow First, SessionRow Next, bool SameRoom, DateTimeOffset FreeAt);

/// <summary>What can be done for a booking that waits, each in one step.</summary>
/// <param name="OtherRooms">The same time in another room.</param>
/// <param name="Later">The same room and people as soon as they are free; null where that is not possible.</param>
/// <param name="Others">Other free times.</param>
public sealed record WaitingChoices(IReadOnlyList<FreeTime> OtherRooms, FreeTime? Later, IReadOnlyList<FreeTime> Others);

/// <summary>Sessions that are kept longer than planned, and whom they keep waiting.</summary>
public static class KeptLonger
{
    private sealed record PairRow
    {
        public Guid FirstId { get; init; }

        public Guid NextId { get; init; }

        public bool SameRoom { get; init; }
    }

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    private const string Pairs =
        """
        select s.id as first_id, n.id as next_id, coalesce(n.room_id = s.room_id, 0) as same_room
        from session s join session n on n.id <> s.id and n.state in ('booked', 'arrived') and n.from_at >= s.planned_to and n.from_at < @Horizon
        where s.planned_to is not null and s.state in ('arrived', 'running') and (n.room_id = s.room_id
          or exists (select 1 from session_staff a join session_staff b on b.staff_id = a.staff_id where a.session_id = s.id and b.session_id = n.id))
        order by n.from_at
        """;

    /// <summary>Everybody who waits now, the soonest first; each once.</summary>
    public static IReadOnlyList<KeptWaiting> All(Records records, ProgrammeLibrary programmes, DateTimeOffset now) =>
    [
        .. records.All<PairRow>(Pairs, new { Horizon = now.AddHours(24) })
            .Select(pair => Of(records, programmes, pair)).OfType<KeptWaiting>()
            .OrderBy(one => one.Next.FromAt).ThenByDescending(one => one.FreeAt).DistinctBy(one => one.Next.Id),
    ];

    /// <summary>Why this booking waits; null when it does not.</summary>
    public static KeptWaiting? Of(Records records, ProgrammeLibrary programmes, Guid next, DateTimeOffset now) => All(records, programmes, now).FirstOrDefault(one => one.Next.Id.Value == next);

    /// <summary>Every choice here was asked of the same rules as a booking.</summary>
    public static WaitingChoices Choices(Desk desk, KeptWaiting waiting)
    {
        var next = waiting.Next;
        var visit = Booking.VisitOf(next);
        var staff = desk.Records.All<StaffId>("select staff_id from session_staff where session_id = @Id", new { next.Id });
        var names = desk.Records.All<string>("select display_name from session_staff join staff on staff.id = staff_id where session_id = @Id order by display_name", new { next.Id });
        var place = new Place(next.SiteId, next.RoomId, next.FromAt!.Value, next.ToAt!.Value, staff);
        var rooms = SessionRecords.Rooms(desk.Records);
        var kind = rooms.FirstOrDefault(room => room.Id == next.RoomId)?.Kind;
        var others = rooms.Where(room => room.Id != next.RoomId && room.SiteId == next.SiteId && room.Kind == kind)
            .Select(room => new FreeTime(place with { Room = room.Id }, room.Name, names)).Where(Fits).Take(FreeTimes.Most).ToList();
        var later = new FreeTime(place with { From = waiting.FreeAt, To = waiting.FreeAt + (place.To - place.From) }, next.RoomName, names);
        return new(others, Fits(later) ? later : null, [.. FreeTimes.Next(desk, next.Id.Value, visit, place).Where(free => free.Place.From != place.From)]);

        bool Fits(FreeTime free) =>
            Session.Decide(new Session.Command.Book(visit, free.Place, Booking.Facts(desk, next.Id.Value, visit, free.Place), null), Session.State.Initial) is Decision<Session.Event>.Accepted;
    }

    private static KeptWaiting? Of(Records records, ProgrammeLibrary programmes, PairRow pair)
    {
        if (SessionRecords.One(records, pair.FirstId) is not { ToAt: { } until } first || SessionRecords.One(records, pair.NextId) is not { FromAt: { } from } next)
        {
            return null;
        }

        var free = pair.SameRoom
            ? until.AddMinutes(HeldTime.Of(programmes, first.ProgrammeId, first.ProgrammeVersion, first.Type).After + HeldTime.Of(programmes, next.ProgrammeId, next.ProgrammeVersion, next.Type).Before)
            : until;
        var chairs = records.Value<int?>("select chairs from room where id = @RoomId", new { next.RoomId }) ?? 1;
        var full = !pair.SameRoom || Formats.Chairs(Formats.Of(next.Format), chairs) + records.Value<int>(
            """
            select coalesce(sum(case when format = 'individual' then @chairs else 1 end), 0) from session
            where room_id = @RoomId and id <> @Id and state in ('booked', 'arrived', 'running') and from_at < @ToAt and to_at > @early
            """,
            new { chairs, next.RoomId, next.Id, next.ToAt, early = from.AddMinutes(-(free - until).TotalMinutes) }) > chairs;
        return free > from && full ? new(first, next, pair.SameRoom, Up(free)) : null;
    }

    private static DateTimeOffset Up(DateTimeOffset at) => at.Ticks % Step.Ticks is > 0 and var over ? at.AddTicks(Step.Ticks - over) : at;
}
