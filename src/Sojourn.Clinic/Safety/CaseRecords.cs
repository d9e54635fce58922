using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Safety;

/// <summary>One safety case as pages show it.</summary>
public sealed record CaseRow
{
    public CaseId Id { get; init; }

    public PersonId PersonId { get; init; }

    /// <summary>low, moderate or high.</summary>
    public string Level { get; init; } = "";

    public string Reason { get; init; } = "";

    public string? SourceWords { get; init; }

    /// <summary>The stream it came from, <c>measure/ID</c>; null when a person raised it.</summary>
    public string? Source { get; init; }

    public Owner Owner { get; init; }

    public string OwnerName { get; init; } = "";

    public Owner Deputy { get; init; }

    public string DeputyName { get; init; } = "";

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset AcknowledgeBy { get; init; }

    public DateTimeOffset ActBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public string? AcknowledgedByName { get; init; }

    /// <summary>The deputy was told, and nobody has acknowledged it since.</summary>
    public bool Escalated { get; init; }

    public int Actions { get; init; }

    public bool HelpShown { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? ClosedByName { get; init; }

    public string? WhatWasDone { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>The questionnaire it came from; null for none.</summary>
    public Guid? Measure => Source is { } source && source.StartsWith("measure/", StringComparison.Ordinal) ? Guid.Parse(source.AsSpan(8)) : null;
}

/// <summary>One line of a case's story.</summary>
public sealed record CaseEntryRow
{
    /// <summary>opened, acknowledged, action, raised, handed-over, escalated or closed.</summary>
    public string Kind { get; init; } = "";

    public DateTimeOffset At { get; init; }

    /// <summary>Who, by name; the words of the actor where it has none.</summary>
    public string Who { get; init; } = "";

    public string? Words { get; init; }
}

/// <summary>Questions to the safety cases.</summary>
public static class CaseRecords
{
    private static readonly string Select = Sql.Of(typeof(CaseRecords), "cases.sql");

    public static CaseRow? One(Records records, Guid id) => records.One<CaseRow>($"{Select} where safety_case.id = @id", new { id });

    /// <summary>Open ones first, then the latest.</summary>
    public static IReadOnlyList<CaseRow> OfPerson(Records records, Guid person) =>
        records.All<CaseRow>($"{Select} where safety_case.person_id = @person order by safety_case.closed_at is not null, safety_case.opened_at desc", new { person });

    /// <summary>Cases that came from one questionnaire, the latest first.</summary>
    public static IReadOnlyList<CaseRow> From(Records records, Guid measure) =>
        records.All<CaseRow>($"{Select} where safety_case.source = @source order by safety_case.opened_at desc", new { source = $"measure/{measure:D}" });

    /// <summary>As it happened.</summary>
    public static IReadOnlyList<CaseEntryRow> Story(Records records, Guid id) => records.All<CaseEntryRow>(Sql.Of(typeof(CaseRecords), "story.sql"), new { id });

    /// <summary>Open cases whose clock has run out and whose deputy was not told since.</summary>
    public static IReadOnlyList<CaseId> Late(Records records, DateTimeOffset now) => records.All<CaseId>(
        """
        select id from safety_case
        where closed_at is null and escalated = 0 and ((acknowledged_at is null and acknowledge_by <= @now) or (actions = 0 and act_by <= @now))
        """,
        new { now });
}
