using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Calendar;

/// <summary>A room of the clinic, for choosing and for the board.</summary>
public sealed record RoomRow
{
    public Domain.Kernel.RoomId Id { get; init; }

    public Domain.Kernel.SiteId SiteId { get; init; }

    public string Name { get; init; } = "";

    public string Kind { get; init; } = "";

    public int Chairs { get; init; }

    public bool Approved { get; init; }

    public string SiteName { get; init; } = "";
}

/// <summary>Questions to the calendar.</summary>
public static class SessionRecords
{
    private static readonly string Select = Sql.Of(typeof(SessionRecords), "sessions.sql");

    public static SessionRow? One(Records records, Guid id) => records.One<SessionRow>($"{Select} where session.id = @id", new { id });

    /// <summary>What touches the time between two instants, cancelled ones left out, by beginning.</summary>
    public static IReadOnlyList<SessionRow> Between(Records records, DateTimeOffset from, DateTimeOffset to) =>
        records.All<SessionRow>($"{Select} where session.from_at < @to and session.to_at > @from and session.state <> 'cancelled' order by session.from_at", new { from, to });

    /// <summary>Booked and held ones between two instants, by beginning.</summary>
    /// <param name="records">What is read.</param>
    /// <param name="where">A condition on the session, with @id; never from a request.</param>
    /// <param name="id">Of a member of staff, a person or a room.</param>
    public static IReadOnlyList<SessionRow> Of(Records records, string where, Guid id, DateTimeOffset from, DateTimeOffset to) => records.All<SessionRow>(
        $"{Select} where {where} and session.from_at < @to and session.to_at > @from and session.state in ('booked', 'arrived', 'running', 'held') order by session.from_at", new { id, from, to });

    public static IReadOnlyList<SessionRow> OfCourse(Records records, Guid course) =>
        records.All<SessionRow>($"{Select} where session.course_id = @course order by coalesce(session.from_at, session.window_from)", new { course });

    public static IReadOnlyList<SessionRow> OfPerson(Records records, Guid person) =>
        records.All<SessionRow>($"{Select} where session.person_id = @person order by coalesce(session.from_at, session.window_from)", new { person });

    /// <summary>Everybody who is in a group at the same time in the same room, this one too, by name; empty for what is not a group.</summary>
    public static IReadOnlyList<SessionRow> Group(Records records, SessionRow row) => row is { Format: "group", RoomId: not null, FromAt: not null }
        ? records.All<SessionRow>(
            $"{Select} where session.room_id = @RoomId and session.type = @Type and session.format = 'group' and session.from_at < @ToAt and session.to_at > @FromAt and session.state <> 'cancelled' order by person.family, person.given",
            new { row.RoomId, row.Type, row.FromAt, row.ToAt })
        : [];

    /// <summary>Visits still to come in a room, or in any room of a site, that touch the time between two instants.</summary>
    public static IReadOnlyList<SessionRow> InPlace(Records records, Guid site, Guid? room, DateTimeOffset from, DateTimeOffset to) => records.All<SessionRow>(
        $"""
        {Select} where session.state in ('booked', 'arrived') and session.from_at < @to and session.to_at > @from
        and session.room_id is not null and session.site_id = @site and (@room is null or session.room_id = @room) order by session.from_at
        """,
        new { site, room = room?.ToString("D"), from, to });

    /// <summary>Visits still to come that somebody of the staff is named for, between two instants.</summary>
    public static IReadOnlyList<SessionRow> With(Records records, Guid staff, DateTimeOffset from, DateTimeOffset to) => records.All<SessionRow>(
        $"""
        {Select} where session.state in ('booked', 'arrived') and session.from_at < @to and session.to_at > @from
        and session.id in (select session_id from session_staff where staff_id = @staff) order by session.from_at
        """,
        new { staff, from, to });

    /// <summary>Proposed ones that wait for a place, the soonest window's end first.</summary>
    public static IReadOnlyList<SessionRow> Proposed(Records records) =>
        records.All<SessionRow>($"{Select} where session.state = 'proposed' order by session.window_to");

    public static IReadOnlyList<RoomRow> Rooms(Records records) =>
        records.All<RoomRow>("select room.*, site.name as site_name from room join site on site.id = room.site_id where room.open = 1 order by site.name, room.kind, room.name");
}
