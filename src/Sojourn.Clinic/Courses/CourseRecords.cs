using Sojourn.Clinic.Running;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Courses;

/// <summary>One course as pages see it.</summary>
public sealed record CourseRow
{
    public CourseId Id { get; init; }

    public PersonId PersonId { get; init; }

    public string ProgrammeId { get; init; } = "";

    public int ProgrammeVersion { get; init; }

    public SiteId SiteId { get; init; }

    public string? ConditionId { get; init; }

    /// <summary>The standard term; null where no condition of the programme fits the person's words.</summary>
    public string? Condition { get; init; }

    public string? OwnWords { get; init; }

    public string? Phase { get; init; }

    /// <summary>open or closed.</summary>
    public string State { get; init; } = "";

    public DateTimeOffset OpenedAt { get; init; }

    public StaffId? TherapistId { get; init; }

    public StaffId? PrescriberId { get; init; }

    public StaffId? NurseId { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? ClosedWhy { get; init; }

    public string? Alternatives { get; init; }

    /// <summary>The course that goes on in this one; null for a beginning.</summary>
    public CourseId? ContinuesId { get; init; }

    public bool IsOpen => State == "open";

    public Team Team => new(TherapistId, PrescriberId, NurseId);
}

public sealed record PhaseRow
{
    public string Phase { get; init; } = "";

    public DateTimeOffset EnteredAt { get; init; }
}

/// <summary>Questions to the course projection.</summary>
public static class CourseRecords
{
    public static CourseRow? One(Records records, CourseId id) => records.One<CourseRow>("select * from course where id = @id", new { id });

    /// <summary>Open ones first, then the latest.</summary>
    public static IReadOnlyList<CourseRow> Of(Records records, PersonId person) =>
        records.All<CourseRow>("select * from course where person_id = @person order by state desc, opened_at desc", new { person });

    /// <summary>In the order in which they were entered.</summary>
    public static IReadOnlyList<PhaseRow> PhasesOf(Records records, CourseId id) =>
        records.All<PhaseRow>("select phase, entered_at from course_phase where course_id = @id order by position", new { id });

    /// <summary>The course in which this one goes on; null for none.</summary>
    public static CourseRow? GoesOnIn(Records records, CourseId id) => records.One<CourseRow>("select * from course where continues_id = @id", new { id });

    /// <summary>How many people are or have been on a version; a pilot's greatest number counts them.</summary>
    public static int Begun(Records records, string programme, int version) =>
        records.Value<int>("select count(distinct person_id) from course where programme_id = @programme and programme_version = @version", new { programme, version });

    public static bool FoundSuitable(Records records, CourseId id) =>
        records.Any("select 1 from screening where course_id = @id and decision in ('suitable', 'suitable-with-conditions')", new { id });
}
