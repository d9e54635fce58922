using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Plans;

/// <summary>A course's plan as its pages show it.</summary>
/// <param name="Active">The version in force; null while none is.</param>
/// <param name="Latest">The last version proposed; null before the first. It is the same as <paramref name="Active"/> once all have agreed.</param>
public sealed record PlanSheet(
    IReadOnlyList<GoalRow> Goals,
    VersionSheet? Active,
    VersionSheet? Latest,
    IReadOnlyList<VersionRow> Versions,
    IReadOnlyList<SuggestionRow> Suggestions,
    IReadOnlyList<WithdrawalRow> Withdrawals)
{
    /// <summary>True while a version waits for somebody.</summary>
    public bool Waits => Latest is not null && Latest.Row.Version != Active?.Row.Version;

    /// <summary>All have agreed; questionnaires asked before the course are still open.</summary>
    public bool AwaitsMeasures => Waits && !Latest!.Missing.Any();
}

/// <summary>One version with all that it says.</summary>
public sealed record VersionSheet(VersionRow Row, IReadOnlyList<LineRow> Lines, IReadOnlyList<DifferenceRow> Differences, IReadOnlyList<AgreementRow> Agreements, IReadOnlyList<TeamMember> Team)
{
    public IReadOnlyList<Party> AgreementOf { get; } = [.. Row.AgreementOf.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parties.Of).OfType<Party>()];

    public AgreementRow? By(Party party) => Agreements.FirstOrDefault(a => a.Party == Columns.Word(party));

    /// <summary>Who has still to agree.</summary>
    public IEnumerable<Party> Missing => AgreementOf.Where(party => By(party) is null);

    /// <summary>Who of the clinic is this party in this version; null for the patient.</summary>
    public StaffId? Named(Party party) => party switch { Party.Therapist => Row.TherapistId, Party.Prescriber => Row.PrescriberId, _ => null };
}

/// <summary>Somebody of the plan's team, and how to reach them.</summary>
/// <param name="Role">As people read it: "therapist".</param>
public sealed record TeamMember(StaffId Id, string Role, string Name, string Email);

public sealed record GoalRow
{
    public GoalId Id { get; init; }

    public string Words { get; init; } = "";

    public bool Open { get; init; }

    public DateTimeOffset SetAt { get; init; }

    public string? DroppedWhy { get; init; }
}

public sealed record VersionRow
{
    public int Version { get; init; }

    public int ProgrammeVersion { get; init; }

    /// <summary>psycholytic or psychedelic; null where no medicine is given.</summary>
    public string? Aim { get; init; }

    /// <summary>As programme files write it: sl, im, iv-infusion.</summary>
    public string? Route { get; init; }

    public int Sessions { get; init; }

    public int? GapDays { get; init; }

    public StaffId? TherapistId { get; init; }

    public StaffId? PrescriberId { get; init; }

    public StaffId? NurseId { get; init; }

    /// <summary>Parties between spaces.</summary>
    public string AgreementOf { get; init; } = "";

    public string? Note { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public string ProposedBy { get; init; } = "";

    public DateTimeOffset? ActivatedAt { get; init; }
}

public sealed record LineRow
{
    public string Phase { get; init; } = "";

    public string Session { get; init; } = "";

    public int Sessions { get; init; }

    public int? GapDays { get; init; }
}

public sealed record DifferenceRow
{
    public string Id { get; init; } = "";

    public string What { get; init; } = "";

    public string Template { get; init; } = "";

    public string Chosen { get; init; } = "";

    public string Reason { get; init; } = "";
}

public sealed record AgreementRow
{
    public string Party { get; init; } = "";

    /// <summary>Actor: <c>staff/ID</c> with a typed name means that the patient signed on the clinic's tablet.</summary>
    public string Who { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string? TypedName { get; init; }
}

public sealed record SuggestionRow
{
    public SuggestionId Id { get; init; }

    public string Words { get; init; } = "";

    public DateTimeOffset SuggestedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public string? AnsweredBy { get; init; }

    public string? Reply { get; init; }

    public int? Version { get; init; }
}

public sealed record WithdrawalRow
{
    public int Version { get; init; }

    public string Party { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Questions to the plan projection.</summary>
public static class PlanRecords
{
    public static PlanSheet Of(Records records, Guid course)
    {
        var head = records.One<HeadRow>("select version, active_version from plan where course_id = @course", new { course });
        var latest = head is null ? null : Version(records, course, head.Version);
        return new(
            records.All<GoalRow>("select * from plan_goal where course_id = @course order by open desc, set_at", new { course }),
            head?.ActiveVersion is not { } active ? null : active == head.Version ? latest : Version(records, course, active),
            latest,
            records.All<VersionRow>("select * from plan_version where course_id = @course order by version desc", new { course }),
            records.All<SuggestionRow>("select * from plan_suggestion where course_id = @course order by suggested_at desc", new { course }),
            records.All<WithdrawalRow>("select * from plan_withdrawal where course_id = @course order by at desc", new { course }));
    }

    /// <summary>One version; null when there is none of this number.</summary>
    public static VersionSheet? Version(Records records, Guid course, int version)
    {
        var at = new { course, version };
        return records.One<VersionRow>("select * from plan_version where course_id = @course and version = @version", at) is { } row
            ? new(
                row,
                records.All<LineRow>("select * from plan_line where course_id = @course and version = @version order by place", at),
                records.All<DifferenceRow>("select * from plan_difference where course_id = @course and version = @version order by id", at),
                records.All<AgreementRow>("select * from plan_agreement where course_id = @course and version = @version", at),
                [.. Team(records, row)])
            : null;
    }

    private static IEnumerable<TeamMember> Team(Records records, VersionRow row)
    {
        foreach (var (role, id) in new[] { ("therapist", row.TherapistId), ("prescriber", row.PrescriberId), ("nurse", row.NurseId) })
        {
            if (id is { } staff && records.One<StaffRow>("select display_name, email from staff where id = @staff", new { staff }) is { } member)
            {
                yield return new(staff, role, member.DisplayName, member.Email);
            }
        }
    }

    private sealed record HeadRow
    {
        public int Version { get; init; }

        public int? ActiveVersion { get; init; }
    }

    private sealed record StaffRow
    {
        public string DisplayName { get; init; } = "";

        public string Email { get; init; } = "";
    }
}
