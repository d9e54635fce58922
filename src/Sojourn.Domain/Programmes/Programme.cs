namespace Sojourn.Domain.Programmes;

/// <summary>A programme of care as checked: everything that booking, the room, the measures and the bill are driven by. Made from one YAML file.</summary>
public sealed record Programme
{
    /// <summary>Kebab-case, equal to the file's name: <c>rise-chronic-pain</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>Counts up from 1 with every signed change.</summary>
    public required int Version { get; init; }

    /// <summary>What it treats, as a word: <c>depression</c>, <c>pain</c>, <c>trauma</c>, <c>mixed</c>.</summary>
    public required string Track { get; init; }

    public required Pilot Pilot { get; init; }

    public required Authorship Authorship { get; init; }

    public required IReadOnlyList<TreatedCondition> Conditions { get; init; }

    /// <summary>Months after which pain counts as chronic here; null where the programme is not about pain.</summary>
    public Sourced<int>? ChronicAfterMonths { get; init; }

    /// <summary>What counts as a day of relief; null where the programme does not say.</summary>
    public ReliefDay? ReliefDay { get; init; }

    /// <summary>Tags offered for intentions, as the five helps of a trauma programme; may be empty.</summary>
    public required IReadOnlyList<Named> IntentionTags { get; init; }

    public required IReadOnlyList<SessionType> Sessions { get; init; }

    /// <summary>In order.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>Null where the programme asks for no psychotherapy beside the medicine.</summary>
    public TherapyGap? TherapyGap { get; init; }

    /// <summary>Null only where no medicine is given, or no integration is asked for.</summary>
    public IntegrationWindow? Integration { get; init; }

    public ProtectedRest? Rest { get; init; }

    public required IReadOnlyList<GateItem> BeforeBookingMedicine { get; init; }

    public required IReadOnlyList<GateItem> BeforeDose { get; init; }

    /// <summary>What the assessment asks; triggers speak of these by id.</summary>
    public required IReadOnlyList<FactQuestion> Facts { get; init; }

    public required IReadOnlyList<EligibilityRule> Eligibility { get; init; }

    public required IReadOnlyList<MedicineRule> MedicineRules { get; init; }

    public required IReadOnlyList<ValidityPeriod> Validity { get; init; }

    /// <summary>Roles that must agree to the same plan version, see <see cref="Roles"/>.</summary>
    public required IReadOnlyList<string> RequiredAgreements { get; init; }

    public required IReadOnlyList<ConsentDocument> Consents { get; init; }

    public required IReadOnlyList<PreparationItem> Preparation { get; init; }

    public required IReadOnlyList<UnderstandingQuestion> Understanding { get; init; }

    /// <summary>One entry for every allowed route. A route not here is not allowed.</summary>
    public required IReadOnlyList<RouteDosing> Dosing { get; init; }

    public required IReadOnlyList<VitalsCadence> Vitals { get; init; }

    public required IReadOnlyList<AlertRule> Alerts { get; init; }

    public required IReadOnlyList<DischargeCriterion> Discharge { get; init; }

    /// <summary>Null only where no medicine is given.</summary>
    public NoDriving? NoDriving { get; init; }

    public required IReadOnlyList<MeasureTime> Measures { get; init; }

    public required IReadOnlyList<ReviewRule> Reviews { get; init; }

    /// <summary>In order, shortest interval first; empty where there are no boosters.</summary>
    public required IReadOnlyList<BoosterStep> BoosterLadder { get; init; }

    public required IReadOnlyList<BoosterSignal> BoosterSignals { get; init; }

    /// <summary>The days after suicidal thoughts fall in which more therapy is proposed; null where the programme has no such rule.</summary>
    public OpportunityWindow? OpportunityWindow { get; init; }

    public required IReadOnlyList<Adjunct> Adjuncts { get; init; }

    /// <summary>Null where no medicine is taken home.</summary>
    public RescueRules? Rescue { get; init; }

    public required IReadOnlyList<Price> Prices { get; init; }

    /// <summary>What the clinic has to answer at set-up and nobody may guess; shown to the manager.</summary>
    public required IReadOnlyList<OpenQuestion> Unanswered { get; init; }

    public SessionType? Session(string id) => Sessions.FirstOrDefault(session => session.Id == id);

    public IEnumerable<SessionType> SessionsOf(SessionKind kind) => Sessions.Where(session => session.Kind == kind);

    public RouteDosing? DosingBy(DoseRoute route) => Dosing.FirstOrDefault(dosing => dosing.Route == route);

    public VitalsCadence? VitalsBy(DoseRoute route) => Vitals.FirstOrDefault(cadence => cadence.Route == route);

    public FactQuestion? Fact(string id) => Facts.FirstOrDefault(fact => fact.Id == id);

    /// <summary>True when some phase books a medicine session.</summary>
    public bool GivesMedicine => Phases.Any(phase => phase.Sessions.Any(booked => Session(booked.SessionId)?.Kind == SessionKind.Medicine));
}

/// <summary>An id with the words shown for it.</summary>
public sealed record Named(string Id, string Title);

/// <summary>Whether the programme is still being tried.</summary>
/// <param name="IsPilot">True while only made-up patients may take it.</param>
/// <param name="Cap">Most real patients once a manager and a prescriber open it together; null while not opened.</param>
public sealed record Pilot(bool IsPilot, int? Cap);

/// <summary>Who wrote the file and who answers for its figures.</summary>
/// <param name="ReviewedBy">Null while nobody has reviewed it.</param>
/// <param name="SignedByMedicalLead">Name of the medical lead who signed this version; null while its figures are only proposals.</param>
public sealed record Authorship(string Author, string? ReviewedBy, DateOnly? ReviewedOn, string? SignedByMedicalLead, DateOnly? SignedOn)
{
    public bool IsSigned => SignedByMedicalLead is not null && SignedOn is not null;
}

/// <summary>A condition that the programme is for.</summary>
/// <param name="Term">The standard term, as recorded: "Complex regional pain syndrome (CRPS)".</param>
/// <param name="Synonyms">What people type instead, slips included.</param>
/// <param name="Evidence">The clinic's words on how strong the evidence is; null when it has entered none.</param>
/// <param name="ConditionMeasure">Instrument assigned when a person has the condition; null for none.</param>
public sealed record TreatedCondition(string Id, string Term, IReadOnlyList<string> Synonyms, string? Evidence, Source? EvidenceSource, string? ConditionMeasure);

/// <summary>Something the clinic must answer; the file leaves it open on purpose.</summary>
public sealed record OpenQuestion(string Id, string Question, string Why);

/// <summary>Ids of the roles that programme files may name.</summary>
public static class Roles
{
    public const string Patient = "patient";
    public const string Therapist = "therapist";
    public const string Nurse = "nurse";
    public const string Prescriber = "prescriber";
    public const string FrontDesk = "front-desk";
    public const string Manager = "manager";

    public static IReadOnlyList<string> All { get; } = [Patient, Therapist, Nurse, Prescriber, FrontDesk, Manager];
}
