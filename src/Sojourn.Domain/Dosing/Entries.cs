using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>One entry of the room: a dose, a reading, a moment, a symptom. Made where the tap happened.</summary>
public readonly record struct EntryId(Guid Value) : ISingleValue;

/// <summary>How far the session has come.</summary>
public enum Stage
{
    /// <summary>The gate has not been passed.</summary>
    Waiting,
    GatePassed,
    Dosed,
    Discharged,

    /// <summary>Went home against advice.</summary>
    Left,
}

/// <summary>How deep the altered state looks to the person who watches.</summary>
public enum Depth
{
    None,
    Light,
    Dreamlike,
    OutOfBody,

    /// <summary>Answers neither to voice nor to touch: opens the emergency card.</summary>
    Unresponsive,
}

public enum Voice
{
    Talking,
    Quiet,
}

public enum Severity
{
    Mild,
    Moderate,
    Severe,
}

public enum SymptomOutcome
{
    Ongoing,
    Better,
    Gone,
}

/// <summary>What a moment is about.</summary>
public enum MomentKind
{
    Note,

    /// <summary>The patient's own words.</summary>
    Said,
    Music,
    EyeShades,
    Touch,
    Tension,
    Release,

    /// <summary>Another medicine than the one of the session, given by order.</summary>
    OtherMedicine,

    /// <summary>A recording begins that the person agreed to beforehand.</summary>
    SoundRecording,
    VideoRecording,

    /// <summary>The effects are lessening: the debrief card opens.</summary>
    EffectsLessening,
    Debrief,
    DebriefNotWanted,
    DebriefNotAble,
    DebriefMovedToIntegration,
}

/// <summary>One set of readings; null where it was not taken. Units: mmHg, beats/min, %, breaths/min, MOAA/S 0 to 5, RASS −5 to 4, 0 to 10, °C, 0 to 10.</summary>
public sealed record Vitals(
    int? Systolic = null,
    int? Diastolic = null,
    int? Pulse = null,
    int? Oxygen = null,
    int? Respiration = null,
    int? Sedation = null,
    int? Agitation = null,
    int? Pain = null,
    decimal? Temperature = null,
    int? Aldrete = null);

/// <summary>A set of readings at an instant.</summary>
public sealed record Reading(EntryId Id, DateTimeOffset HappenedAt, Vitals Vitals);

/// <summary>What a device measured and nobody has confirmed.</summary>
public sealed record DeviceReading(EntryId Id, DateTimeOffset HappenedAt, Vitals Vitals, DeviceId Device, bool IsArtefact);

/// <summary>A sign or complaint.</summary>
/// <param name="Sign">Id in <see cref="SessionFacts.Signs"/> when alert rules speak of it; null for the rest.</param>
/// <param name="EndedAt">Null while it goes on.</param>
public sealed record Symptom(EntryId Id, DateTimeOffset HappenedAt, string Term, string? Sign, Severity Severity, DateTimeOffset? EndedAt);

public sealed record DepthMark(EntryId Id, DateTimeOffset HappenedAt, Depth Depth);

/// <summary>Somebody who watched from one instant to another; null while they still do.</summary>
public sealed record Presence(StaffId Staff, DateTimeOffset From, DateTimeOffset? To)
{
    public bool Covers(DateTimeOffset at) => From <= at && (To is null || at < To);
}

/// <summary>What was given at one time.</summary>
/// <param name="Milligrams">Given; while an infusion runs, what it will have given at its end.</param>
/// <param name="Infusion">Null for what is given at once.</param>
public sealed record Dose(EntryId Id, DateTimeOffset GivenAt, DoseRoute Route, Milligrams Milligrams, Infusion? Infusion)
{
    /// <summary>When the last of it went in.</summary>
    public DateTimeOffset EndsAt => Infusion?.EndsAt ?? GivenAt;

    public bool IsRunning(DateTimeOffset at) => Infusion is { } infusion && at < infusion.EndsAt;
}

/// <summary>An alert as it stands.</summary>
/// <param name="Number">1 for the first of the session.</param>
/// <param name="DueAt">For what is missing: since when; null otherwise.</param>
public sealed record Alert(int Number, string Code, AlertLevel Level, bool HoldsDosing, DateTimeOffset RaisedAt, DateTimeOffset? DueAt, bool Acknowledged, bool Closed)
{
    /// <summary>Who is called when nobody answers: <c>staff/ID</c> or <c>role/nurse</c>.</summary>
    public string Deputy { get; init; } = "";

    public DateTimeOffset AnswerBy { get; init; }

    /// <summary>The deputy was called.</summary>
    public bool Escalated { get; init; }

    /// <summary>Null when it never was.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    public bool IsSnoozed(DateTimeOffset at) => !Closed && at < SnoozedUntil;

    /// <summary>When the deputy is called if nobody answers: a snooze holds it for its time and no longer.</summary>
    public DateTimeOffset EscalatesAt => SnoozedUntil is { } until && until > AnswerBy ? until : AnswerBy;
}

/// <summary>Who ticked something, and when.</summary>
public sealed record Tick(StaffId By, DateTimeOffset At);
