using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Dosing;

/// <summary>Where a medicine session stands.</summary>
public sealed record MedicineRow
{
    public SessionId SessionId { get; init; }

    /// <summary>waiting, gate-passed, dosed, discharged or left.</summary>
    public string State { get; init; } = "waiting";

    public DateTimeOffset? GateAt { get; init; }

    public string? Escort { get; init; }

    public DateTimeOffset? FirstDoseAt { get; init; }

    public DateTimeOffset? LastDoseAt { get; init; }

    public decimal TotalMg { get; init; }

    public decimal? WeightKg { get; init; }

    public DateTimeOffset? WeighedAt { get; init; }

    public DateTimeOffset? LesseningAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public StaffId? EndedBy { get; init; }

    /// <summary>The escort at discharge, or the words on leaving against advice.</summary>
    public string? EndedWords { get; init; }

    public string? NoDriving { get; init; }

    public DateTimeOffset? NoDrivingUntil { get; init; }
}

/// <summary>A dose as it was given, with what it was checked against.</summary>
public sealed record DoseRow
{
    public EntryId Id { get; init; }

    public SessionId SessionId { get; init; }

    public string Route { get; init; } = "";

    /// <summary>Given; of a running infusion what it will have given at its end.</summary>
    public decimal Mg { get; init; }

    /// <summary>As first entered.</summary>
    public decimal OrderedMg { get; init; }

    public decimal MgPerKg { get; init; }

    public decimal? Ml { get; init; }

    public decimal? MgPerMl { get; init; }

    public int? Minutes { get; init; }

    /// <summary>below, psycholytic, between, psychedelic or above.</summary>
    public string Band { get; init; } = "";

    public DateTimeOffset GivenAt { get; init; }

    public StaffId GivenBy { get; init; }

    public StaffId CheckedBy { get; init; }

    /// <summary>The second person typed their own PIN; null in what was recorded before that was asked.</summary>
    public bool? CheckedWithPin { get; init; }

    public string? OverrideReason { get; init; }

    public StaffId? OverrideBy { get; init; }

    public string? OverrideMatters { get; init; }

    public string? Note { get; init; }

    public bool Amended { get; init; }
}

public sealed record InfusionChangeRow
{
    public EntryId DoseId { get; init; }

    public DateTimeOffset At { get; init; }

    public decimal MgPerMinute { get; init; }

    /// <summary>0 for a stop.</summary>
    public int Minutes { get; init; }

    public string? Why { get; init; }
}

public sealed record VitalsRow
{
    public EntryId Id { get; init; }

    public DateTimeOffset HappenedAt { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public StaffId ById { get; init; }

    public int? Systolic { get; init; }

    public int? Diastolic { get; init; }

    public int? Pulse { get; init; }

    public int? Oxygen { get; init; }

    public int? Respiration { get; init; }

    public int? Sedation { get; init; }

    public int? Agitation { get; init; }

    public int? Pain { get; init; }

    public decimal? Temperature { get; init; }

    public int? Aldrete { get; init; }

    public bool Amended { get; init; }

    public Vitals Vitals => new(Systolic, Diastolic, Pulse, Oxygen, Respiration, Sedation, Agitation, Pain, Temperature, Aldrete);
}

public sealed record MomentRow
{
    /// <summary>An entry's id; for a change of voice its place in the journal.</summary>
    public string Id { get; init; } = "";

    public DateTimeOffset HappenedAt { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public string ByActor { get; init; } = "";

    /// <summary>A moment's kind, or depth, or voice.</summary>
    public string Kind { get; init; } = "";

    public string Words { get; init; } = "";

    public bool Amended { get; init; }
}

public sealed record SymptomRow
{
    public EntryId Id { get; init; }

    public DateTimeOffset HappenedAt { get; init; }

    public StaffId ById { get; init; }

    public string Term { get; init; } = "";

    public string? Sign { get; init; }

    public string Severity { get; init; } = "";

    public string? Action { get; init; }

    public string Outcome { get; init; } = "";

    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>An entry that waited on a device before it got here.</summary>
public sealed record WaitedRow
{
    public Guid EntryId { get; init; }

    public DateTimeOffset TappedAt { get; init; }

    public DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Who tapped and sent it.</summary>
    public string ByActor { get; init; } = "";

    /// <summary>What the device calls itself.</summary>
    public string? Device { get; init; }
}

public sealed record AlertRow
{
    public int Number { get; init; }

    public string Code { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>amber, red or emergency.</summary>
    public string Level { get; init; } = "";

    public DateTimeOffset RaisedAt { get; init; }

    public string Threshold { get; init; } = "";

    public string Value { get; init; } = "";

    /// <summary>Lines.</summary>
    public string Response { get; init; } = "";

    public string Owner { get; init; } = "";

    public string Deputy { get; init; } = "";

    public DateTimeOffset AnswerBy { get; init; }

    /// <summary>When a later reading went beyond it; null where none has.</summary>
    public DateTimeOffset? WorseAt { get; init; }

    /// <summary>What was seen then.</summary>
    public string? WorseValue { get; init; }

    public bool HoldsDosing { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public string Source { get; init; } = "";

    public int ProgrammeVersion { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public StaffId? AcknowledgedBy { get; init; }

    /// <summary>When the deputy was called, because nobody had answered.</summary>
    public DateTimeOffset? EscalatedAt { get; init; }

    public DateTimeOffset? SnoozedAt { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public StaffId? SnoozedBy { get; init; }

    /// <summary>The code of the graver alert that ended the snooze before its time.</summary>
    public string? SnoozeEndedBy { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public StaffId? ClosedBy { get; init; }

    public string? ClosedWords { get; init; }
}

public sealed record PresenceRow
{
    public StaffId StaffId { get; init; }

    public DateTimeOffset FromAt { get; init; }

    public DateTimeOffset? ToAt { get; init; }
}

public sealed record TickRow
{
    public string ItemId { get; init; } = "";

    public StaffId ById { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>One line of the gate or of the discharge list as it held when it was passed.</summary>
public sealed record ProofRow
{
    /// <summary>gate or discharge.</summary>
    public string Part { get; init; } = "";

    public string Title { get; init; } = "";

    public string Held { get; init; } = "";

    public StaffId? ById { get; init; }
}

public sealed record AmendmentRow
{
    public Guid EntryId { get; init; }

    public string Field { get; init; } = "";

    public string? Was { get; init; }

    public string? Now { get; init; }

    public string Why { get; init; } = "";

    public DateTimeOffset At { get; init; }
}
