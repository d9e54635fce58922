using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Courses;

public sealed record SessionOfCourse
{
    public SessionId Id { get; init; }

    public string Kind { get; init; } = "";

    public string State { get; init; } = "";

    public int? Number { get; init; }

    public DateTimeOffset FromAt { get; init; }

    public DateTimeOffset ToAt { get; init; }

    public string? Room { get; init; }
}

public sealed record PlanOfCourse
{
    public int Version { get; init; }

    public int? ActiveVersion { get; init; }

    public int Sessions { get; init; }

    public int? GapDays { get; init; }

    public string? Route { get; init; }

    public string? Aim { get; init; }
}

/// <summary>What the course's page tells of plan, consent, preparation and sessions, in a line or two each.</summary>
/// <param name="Plan">Null while none was proposed.</param>
/// <param name="Goals">Open ones.</param>
/// <param name="ConsentsInForce">Documents signed and not withdrawn.</param>
/// <param name="PreparationDone">Lines of the checklist that are done.</param>
public sealed record CourseSummaries(
    PlanOfCourse? Plan,
    IReadOnlyList<string> Goals,
    int ConsentsInForce,
    int PreparationDone,
    string? Intention,
    IReadOnlyList<SessionOfCourse> Sessions)
{
    public static CourseSummaries Of(Records records, CourseId id) => new(
        records.One<PlanOfCourse>("select version, active_version, sessions, gap_days, route, aim from plan where course_id = @id", new { id }),
        records.All<string>("select words from plan_goal where course_id = @id and open = 1", new { id }),
        records.Value<int>("select count(distinct document_id) from consent where course_id = @id and withdrawn_at is null", new { id }),
        records.Value<int>("select count(*) from preparation_item where course_id = @id", new { id }),
        records.Value<string>("select intention from preparation where course_id = @id", new { id }),
        records.All<SessionOfCourse>(
            """
            select s.id, s.kind, s.state, s.number, coalesce(s.from_at, s.window_from) as from_at, coalesce(s.to_at, s.window_to) as to_at, room.name as room
            from session s left join room on room.id = s.room_id where s.course_id = @id order by coalesce(s.from_at, s.window_from)
            """,
            new { id }));
}
