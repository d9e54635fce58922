using System.Text.Json;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;

namespace Sojourn.Clinic.Screening;

/// <summary>How far an assessment is and what was decided.</summary>
public sealed record ScreeningRow
{
    public CourseId CourseId { get; init; }

    /// <summary>none, begun or finished.</summary>
    public string Readiness { get; init; } = "none";

    public DateTimeOffset? ReadinessAt { get; init; }

    /// <summary>Something on the readiness form may mean danger.</summary>
    public bool Worrying { get; init; }

    /// <summary>none, suitable, suitable-with-conditions, not-now or not-suitable.</summary>
    public string Decision { get; init; } = "none";

    public DateTimeOffset? DecidedAt { get; init; }

    public StaffId? DecidedBy { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public DateOnly? RecheckOn { get; init; }

    public string? Reason { get; init; }

    public string? PlainWords { get; init; }

    public string? Alternatives { get; init; }

    public string? Call { get; init; }

    public int? ProgrammeVersion { get; init; }

    public bool Treats => Decision is "suitable" or "suitable-with-conditions";
}

/// <summary>A rule that holds for this person.</summary>
public sealed record FindingRow
{
    public string RuleId { get; init; } = "";

    public string Title { get; init; } = "";

    public string Answer { get; init; } = "";

    /// <summary>allow, review, defer or exclude.</summary>
    public string Verdict { get; init; } = "";

    public string Rule { get; init; } = "";

    /// <summary>JSON; read with <see cref="Read"/>.</summary>
    public string Figures { get; init; } = "[]";

    public string Source { get; init; } = "";

    public string? Action { get; init; }

    public int? DeferDays { get; init; }

    public bool NoTakeHome { get; init; }

    public bool NoGroup { get; init; }

    public string? Note { get; init; }

    /// <summary>A prescriber has decided knowing this.</summary>
    public bool Weighed { get; init; }

    public DateTimeOffset FoundAt { get; init; }

    public IReadOnlyList<Figure> Read() => JsonSerializer.Deserialize<IReadOnlyList<Figure>>(Figures, Json.Options) ?? [];
}

public sealed record TreatmentRow
{
    public Guid Id { get; init; }

    public string Kind { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Dose { get; init; }

    public string? Length { get; init; }

    public string? Effect { get; init; }

    /// <summary>yes, no or uncertain.</summary>
    public string Adequate { get; init; } = "";
}

public sealed record ReadinessAnswerRow
{
    public string Section { get; init; } = "";

    public string Question { get; init; } = "";

    public string Value { get; init; } = "";
}

/// <summary>A course that was found not suitable, or not now.</summary>
public sealed record DeclinedRow
{
    public CourseId CourseId { get; init; }

    public PersonId PersonId { get; init; }

    public string Given { get; init; } = "";

    public string Family { get; init; } = "";

    public string ProgrammeId { get; init; } = "";

    public int ProgrammeVersion { get; init; }

    public string Decision { get; init; } = "";

    public string Reason { get; init; } = "";

    public string? Alternatives { get; init; }

    public DateOnly? RecheckOn { get; init; }

    public DateTimeOffset DecidedAt { get; init; }

    public string DecidedBy { get; init; } = "";
}

/// <summary>Questions to the screening projections.</summary>
public static class ScreeningRecords
{
    private sealed record FactRow
    {
        public string Fact { get; init; } = "";

        public string Kind { get; init; } = "";

        public string? Value { get; init; }

        public string SaidFrom { get; init; } = "";

        public DateTimeOffset KnownAt { get; init; }
    }

    /// <summary>Never null: a course of which nothing is known yet has a row of nothing.</summary>
    public static ScreeningRow One(Records records, CourseId course) =>
        records.One<ScreeningRow>("select * from screening where course_id = @course", new { course }) ?? new ScreeningRow { CourseId = course };

    /// <summary>Strongest first.</summary>
    public static IReadOnlyList<FindingRow> Findings(Records records, CourseId course) =>
        records.All<FindingRow>(
            """
            select * from screening_finding where course_id = @course
            order by case verdict when 'exclude' then 0 when 'defer' then 1 when 'review' then 2 else 3 end, rule_id
            """,
            new { course });

    public static IReadOnlyList<string> Conditions(Records records, CourseId course) =>
        records.All<string>("select words from screening_condition where course_id = @course order by place", new { course });

    /// <summary>The open safety case about what was written on the readiness form.</summary>
    public static Guid? OpenCase(Records records, CourseId course) =>
        records.Value<string>("select id from safety_case where source = @source and closed_at is null", new { source = ScreeningSlice.Slice.Stream(course.Value) }) is { } id ? Guid.Parse(id) : null;

    public static IReadOnlyList<string> SavedSections(Records records, CourseId course) =>
        records.All<string>("select section from readiness_section where course_id = @course", new { course });

    public static IReadOnlyList<ReadinessAnswerRow> Answers(Records records, CourseId course) =>
        records.All<ReadinessAnswerRow>("select * from readiness_answer where course_id = @course order by section, place", new { course });

    public static IReadOnlyList<TreatmentRow> Treatments(Records records, CourseId course) =>
        records.All<TreatmentRow>("select * from treatment_tried where course_id = @course order by recorded_at, id", new { course });

    /// <summary>What was asked, and where it is newer what the record says.</summary>
    public static IReadOnlyList<FactAnswer> Known(Records records, CourseId course, OnRecord onRecord) => Assessment.Known(Asked(records, course), onRecord);

    /// <summary>Declined since an instant, the latest first.</summary>
    public static IReadOnlyList<DeclinedRow> Declined(Records records, DateTimeOffset since) =>
        records.All<DeclinedRow>(
            """
            select s.course_id, c.person_id, p.given, p.family, c.programme_id, c.programme_version, s.decision, s.reason, s.alternatives, s.recheck_on, s.decided_at,
              coalesce(staff.display_name, 'a prescriber') as decided_by
            from screening s join course c on c.id = s.course_id join person p on p.id = c.person_id left join staff on staff.id = s.decided_by
            where s.decision in ('not-now', 'not-suitable') and s.decided_at >= @since order by s.decided_at desc
            """,
            new { since });

    internal static IEnumerable<FactAnswer> Asked(Records records, CourseId course) =>
        records.All<FactRow>("select fact, kind, value, said_from, known_at from screening_fact where course_id = @course", new { course })
            .Select(row => new FactAnswer(row.Fact, Enum.GetValues<FactKind>().First(kind => Columns.Word(kind) == row.Kind), row.Value, row.SaidFrom, row.KnownAt));
}
