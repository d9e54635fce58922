namespace Sojourn.Domain.Programmes;

public enum PhaseKind
{
    FirstContact,
    Assessment,
    Preparation,

    /// <summary>The first series of medicine sessions, integration between them included.</summary>
    Induction,
    Integration,

    /// <summary>Medicine at growing intervals, or occasionally.</summary>
    Booster,
    FollowUp,
}

/// <summary>A stretch of a course.</summary>
/// <param name="WindowDays">Days from the phase's first medicine session (or first session, if it has none) to its last, both ends included; null for no window.</param>
/// <param name="WindowSource">Null when there is no window.</param>
public sealed record Phase(
    string Id,
    string Title,
    PhaseKind Kind,
    IReadOnlyList<PhaseSessions> Sessions,
    Bounds<int>? WindowDays,
    Source? WindowSource,
    string? Description);

/// <summary>How often a session of the programme is booked within a phase.</summary>
/// <param name="SessionId">Names a <see cref="SessionType"/>.</param>
/// <param name="Count">How many; 0 to 60.</param>
/// <param name="SpacingDays">Days between one and the next, both ends included; null for any.</param>
/// <param name="AfterEach">Id of the session type it follows each time, as integration follows medicine; null when it stands for itself.</param>
public sealed record PhaseSessions(string SessionId, Bounds<int> Count, Bounds<int>? SpacingDays, string? AfterEach, Source Source);

public enum GapRule
{
    Block,
    Warn,
}

/// <summary>Psychotherapy goes with the doses: without a therapy session booked near a medicine session, booking is blocked or warned about.</summary>
/// <param name="Days">A therapy session must be booked within so many days of the medicine session, before or after.</param>
/// <param name="CountsAs">Session types that count as therapy, by id.</param>
/// <param name="ReviewAfterMissed">So many missed in a row ask the team to look again; null for never.</param>
public sealed record TherapyGap(GapRule Rule, int Days, IReadOnlyList<string> CountsAs, int? ReviewAfterMissed, Source Source);

/// <summary>Integration after every medicine session, in hours after its end; both ends included.</summary>
public sealed record IntegrationWindow(string SessionId, int HoursLeast, int HoursMost, Source Source);

/// <summary>Hours to keep free of work and duties after a medicine session.</summary>
public sealed record ProtectedRest(int Hours, string Text, Source Source);

/// <summary>One thing that must be true before medicine is booked, or given.</summary>
/// <param name="Id">See <see cref="GateItems"/> for those that the software knows how to answer; others are ticked by a person.</param>
/// <param name="ClearedBy">Roles that can clear it; never empty.</param>
public sealed record GateItem(string Id, string Title, IReadOnlyList<string> ClearedBy, Source Source);

/// <summary>Ids of gate items that the software answers from the record.</summary>
public static class GateItems
{
    public const string Eligibility = "eligibility-current";
    public const string PlanAgreed = "plan-agreed";
    public const string Consent = "consent-in-force";
    public const string Escort = "escort-named-for-this-day";
    public const string NoDriving = "no-driving-agreed";
    public const string IntegrationBooked = "integration-booked";
    public const string TherapyBooked = "therapy-booked";
    public const string PreparationDone = "preparation-done";
    public const string SuicideScreen = "suicide-screen";
    public const string BaselineVitals = "baseline-vitals";
    public const string MedicinesReviewed = "medicines-reviewed";
    public const string PregnancyTest = "pregnancy-test";
    public const string OrderDoubleChecked = "order-double-checked";
    public const string ObserverPresent = "observer-present";
    public const string CredentialsValid = "credentials-valid";
    public const string RoomReady = "room-ready";
    public const string KitChecked = "emergency-kit-checked";
    public const string Identity = "identity-checked";
    public const string Fasting = "fasting";
}
