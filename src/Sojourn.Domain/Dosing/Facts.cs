using Sojourn.Domain.Kernel;
using Sojourn.Domain.Preparation;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>A member of staff as the decision needs them.</summary>
/// <param name="Roles">As programmes write them: "nurse", "prescriber".</param>
public sealed record TeamMember(StaffId Id, string Name, IReadOnlyList<string> Roles, IReadOnlyList<Credential> Credentials)
{
    public bool Is(string role) => Roles.Contains(role);

    /// <summary>Therapist, nurse or prescriber: somebody who may watch and check.</summary>
    public bool Cares => Is(Programmes.Roles.Therapist) || Is(Programmes.Roles.Nurse) || Is(Programmes.Roles.Prescriber);
}

/// <param name="ExpiresOn">The last day on which it is valid.</param>
public sealed record Credential(string Kind, DateOnly ExpiresOn);

/// <summary>The person who takes the patient home.</summary>
public sealed record Escort(string Name, bool NoDrivingPromised, bool Cancelled);

/// <summary>What the gate asks of the rest of the record, read with the command.</summary>
/// <param name="Items">The programme's list before a dose.</param>
/// <param name="Conditions">Words of the eligibility decision's conditions; each is ticked by a person.</param>
/// <param name="Standing">Everything that is missing before medicine in this course; empty when nothing is.</param>
/// <param name="Escort">Null when nobody is named.</param>
/// <param name="IntegrationBooked">Null where the programme asks for none.</param>
/// <param name="TherapyBooked">Null where the programme asks for none.</param>
/// <param name="SuicideScreenClear">What the suicide measure of this session says; null when none was answered, then a person ticks.</param>
/// <param name="Cadence">Of the planned route; says how many baseline readings.</param>
/// <param name="Team">All who work here, for names, roles and credentials.</param>
public sealed record GateFacts(
    SessionId Session,
    PersonId Person,
    CourseId Course,
    string Programme,
    int ProgrammeVersion,
    IReadOnlyList<GateItem> Items,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<Refusal> Standing,
    Escort? Escort,
    string Room,
    bool RoomApproved,
    bool? IntegrationBooked,
    bool? TherapyBooked,
    bool? SuicideScreenClear,
    VitalsCadence Cadence,
    IReadOnlyList<TeamMember> Team)
{
    /// <summary>Rules of the assessment; those that speak of resting pressure are asked again of today's baseline.</summary>
    public IReadOnlyList<EligibilityRule> Eligibility { get; init; } = [];
}

/// <summary>A dose of an earlier session of the same person.</summary>
public sealed record EarlierDose(SessionId Session, DateTimeOffset GivenAt, DoseRoute Route, Milligrams Milligrams);

/// <summary>What a dose is checked against, read with the command.</summary>
/// <param name="Dosing">Of the route that is ordered; null when the programme does not allow it.</param>
/// <param name="Earlier">Doses of earlier sessions, back to the last session at least, and 30 days.</param>
/// <param name="Aim">The band agreed in the plan; null when none was.</param>
public sealed record DoseFacts(GateFacts Gate, RouteDosing? Dosing, IReadOnlyList<EarlierDose> Earlier, DoseBandName? Aim, IReadOnlyList<AlertRule> Alerts)
{
    /// <summary>What the person chose beforehand of a second dose the same day; null where they have not said.</summary>
    public SecondDoseChoice? SecondDose { get; init; }

    /// <summary>Who else is in the room.</summary>
    public GroupFacts Group { get; init; } = GroupFacts.Alone;
}

/// <summary>What calls somebody in this session, and who can be called.</summary>
/// <param name="Cadences">Of every route of the programme.</param>
public sealed record WatchFacts(int ProgrammeVersion, IReadOnlyList<AlertRule> Alerts, IReadOnlyList<VitalsCadence> Cadences, IReadOnlyList<TeamMember> Team)
{
    /// <summary>The programme asks for a therapist in the room of every medicine session.</summary>
    public bool TherapistThroughout { get; init; }

    /// <summary>Null while no monitor is bound to this session; read only where time passing is looked at.</summary>
    public MonitorBound? Monitor { get; init; }
}

/// <summary>A bedside monitor bound to this session.</summary>
/// <param name="ChartEvery">Seconds between the values it charts.</param>
/// <param name="LastAt">When its last values came; null when none have.</param>
/// <param name="LastOxygenAt">The same of oxygen.</param>
public sealed record MonitorBound(DateTimeOffset BoundAt, int ChartEvery, DateTimeOffset? LastAt, DateTimeOffset? LastOxygenAt);

/// <summary>What going home is checked against.</summary>
public sealed record DischargeFacts(
    int ProgrammeVersion, IReadOnlyList<DischargeCriterion> Criteria, IReadOnlyList<VitalsCadence> Cadences, Escort? Escort, NoDriving? NoDriving, IReadOnlyList<TeamMember> Team);

/// <summary>A prescriber takes an order outside the recommended range upon themselves.</summary>
public sealed record Override(StaffId Prescriber, string Reason);
