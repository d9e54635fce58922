using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Dosing;

/// <summary>A session that waits because somebody before it needs longer.</summary>
public sealed record WaitsForRecovery
{
    public SessionId Id { get; init; }

    public DateTimeOffset FromAt { get; init; }

    public string Given { get; init; } = "";

    public string Family { get; init; } = "";

    /// <summary>True for the room, false for somebody of the staff.</summary>
    public bool SameRoom { get; init; }
}

/// <summary>Recovery that takes longer than the booking, and whom it keeps waiting.</summary>
public static class SlowRecovery
{
    private const string Next =
        """
        select n.id, n.from_at, coalesce(p.given, '') as given, coalesce(p.family, 'somebody') as family, coalesce(n.room_id = s.room_id, 0) as same_room
        from session s join session n on n.id <> s.id and n.from_at >= coalesce(s.planned_to, s.to_at) and n.from_at < @until and n.state in ('booked', 'arrived')
        left join person p on p.id = n.person_id
        where s.id = @session and (n.room_id = s.room_id
          or exists (select 1 from session_staff a join session_staff b on b.staff_id = a.staff_id where a.session_id = s.id and b.session_id = n.id))
        order by n.from_at
        """;

    /// <param name="until">As long as the person stays at least.</param>
    public static IReadOnlyList<WaitsForRecovery> KeptWaiting(Records records, SessionId session, DateTimeOffset until) => records.All<WaitsForRecovery>(Next, new { session, until });
}
