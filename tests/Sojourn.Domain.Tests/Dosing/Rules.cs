using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>An invented programme in the shape of the clinical reference: figures only for these tests.</summary>
internal static class Rules
{
    internal static readonly Source Default = new(SourceStatus.Default, "");
    internal static readonly StaffId Nair = new(new Guid("00000000-0000-0000-0000-00000000000a"));
    internal static readonly StaffId Ellery = new(new Guid("00000000-0000-0000-0000-00000000000b"));
    internal static readonly StaffId Farrow = new(new Guid("00000000-0000-0000-0000-00000000000c"));
    internal static readonly StaffId Okafor = new(new Guid("00000000-0000-0000-0000-00000000000d"));
    internal static readonly SessionId Session = new(new Guid("00000000-0000-0000-0000-0000000000f1"));

    internal static readonly IReadOnlyList<TeamMember> Team =
    [
        new(Nair, "P. Nair", ["nurse"], [new("registered nurse", new DateOnly(2027, 6, 30))]),
        new(Ellery, "T. Ellery", ["therapist"], [new("KAP training", new DateOnly(2027, 6, 30))]),
        new(Farrow, "Dr I. Farrow", ["prescriber"], [new("physician", new DateOnly(2027, 6, 30))]),
        new(Okafor, "J. Okafor", ["front-desk"], []),
    ];

    internal static readonly VitalsCadence ImCadence = new(
        DoseRoute.Intramuscular,
        BaselineReadings: 2,
        BaselineMinutesApart: 5,
        AfterStartMinutes: [5, 10, 15, 30, 45, 60],
        Measures: [VitalSign.BloodPressure, VitalSign.HeartRate, VitalSign.OxygenSaturation],
        ContinuousOxygenMinutes: 60,
        Recovery: [new RecoveryStep(30, null)],
        EarliestDischargeMinutes: 120,
        CountedFrom.LastDose,
        LateAfterMinutes: 5,
        Default);

    internal static readonly VitalsCadence IvCadence = ImCadence with
    {
        Route = DoseRoute.IvInfusion,
        AfterStartMinutes = [10, 20, 30, 40],
        Recovery = [new RecoveryStep(15, 2), new RecoveryStep(30, null)],
        EarliestDischargeMinutes = 60,
        DischargeCountedFrom = CountedFrom.EndOfInfusion,
    };

    internal static readonly RouteDosing Im = new(
        DoseRoute.Intramuscular,
        "Injection into a muscle",
        [
            new DoseBand(DoseBandName.Psycholytic, DoseUnit.MilligramsPerKilogram, 0.25m, 0.5m, null, Default),
            new DoseBand(DoseBandName.Psychedelic, DoseUnit.MilligramsPerKilogram, 0.75m, 1.5m, null, Default),
        ],
        PerDose: new DoseLimit(130m, 1.5m, Default),
        PerSession: new DoseLimit(130m, 1.5m, Default),
        PerThirtyDays: new DoseLimit(600m, null, Default),
        new StepUp(30m, null, Default),
        FirstSessionBand: DoseBandName.Psycholytic,
        LeastHoursBetween: new Sourced<int>(48, Default),
        MilligramsPerMillilitre: new Sourced<decimal>(50m, Default),
        Note: null);

    internal static readonly RouteDosing Iv = Im with
    {
        Route = DoseRoute.IvInfusion,
        Title = "Infusion",
        Bands = [new DoseBand(DoseBandName.Psycholytic, DoseUnit.MilligramsPerKilogram, 0.2m, 0.5m, new Bounds<int>(40, 60), new Source(SourceStatus.Found, "ANDRADE-DOSE"))],
        PerDose = new DoseLimit(null, 1m, Default),
        PerSession = new DoseLimit(null, 1m, Default),
        MilligramsPerMillilitre = new Sourced<decimal>(1m, Default),
    };

    internal static readonly IReadOnlyList<GateItem> Items =
    [
        new(GateItems.Identity, "Identity checked twice", ["nurse", "prescriber"], Default),
        new(GateItems.Eligibility, "Eligibility is current", ["prescriber"], Default),
        new(GateItems.Consent, "Consent is in force", ["nurse"], Default),
        new(GateItems.BaselineVitals, "Baseline vitals", ["nurse"], Default),
        new(GateItems.ObserverPresent, "An observer is present", ["nurse"], Default),
        new(GateItems.Escort, "Escort named for this day", ["front-desk"], Default),
        new(GateItems.KitChecked, "Emergency kit checked today", ["nurse"], Default),
    ];

    internal static readonly IReadOnlyList<AlertRule> Alerts =
    [
        Rule("A01", AlertLevel.Amber, Any(AtLeast(SessionFacts.Systolic, 160), AtLeast(SessionFacts.Diastolic, 100)), title: "Pressure high") with { SnoozeMinutes = 5 },
        Rule("A02", AlertLevel.Red, Any(AtLeast(SessionFacts.Systolic, 180), AtLeast(SessionFacts.Diastolic, 110)), readings: 2, apart: 5, holds: true),
        Rule("A03", AlertLevel.Emergency, new Trigger.AllOf([Any(AtLeast(SessionFacts.Systolic, 180), AtLeast(SessionFacts.Diastolic, 110)), new Trigger.Holds("pressure-symptoms")])),
        Rule("A04", AlertLevel.Amber, More(SessionFacts.HeartRate, 120), lasting: 10),
        Rule("A06", AlertLevel.Amber, Less(SessionFacts.OxygenSaturation, 94)),
        Rule("A07", AlertLevel.Red, Any(Less(SessionFacts.OxygenSaturation, 90), Less(SessionFacts.RespiratoryRate, 8), new Trigger.Holds("apnoea-15-seconds")), holds: true),
        Rule("A09", AlertLevel.Amber, new Trigger.Holds("vomiting")),
        Rule("A12", AlertLevel.Emergency, new Trigger.Compares(SessionFacts.Sedation, Comparison.AtMost, 1)),
        Rule("A16", AlertLevel.Amber, new Trigger.AllOf([AtLeast(SessionFacts.MinutesSinceLastDose, 180), new Trigger.Holds("not-at-baseline")])),
        Rule("A17", AlertLevel.Amber, More(SessionFacts.OverdueMinutes, 5), title: "Vitals missed"),
    ];

    internal static readonly IReadOnlyList<DischargeCriterion> Criteria =
    [
        new("time", "The minimum time has passed", CriterionKind.Measured, null, Default),
        new("pressure", "Pressure below 140/90, or within 20 % of baseline and falling", CriterionKind.Measured, Any(
            new Trigger.AllOf([Less(SessionFacts.Systolic, 140), Less(SessionFacts.Diastolic, 90)]),
            new Trigger.AllOf([new Trigger.Compares(SessionFacts.PercentAboveBaseline, Comparison.AtMost, 20), new Trigger.Holds("pressure-falling")])), Default),
        new("no-vomiting", "No active vomiting", CriterionKind.Measured, new Trigger.Not(new Trigger.Holds("vomiting")), Default),
        new("walks", "Walks steadily", CriterionKind.Checked, null, Default),
    ];

    internal static readonly NoDriving NoDriving = new("No driving until tomorrow, after a night's sleep.", 24, UntilAfterSleep: true, Default);

    internal static readonly GateFacts Gate = new(
        Session,
        new PersonId(new Guid("00000000-0000-0000-0000-0000000000e1")),
        new CourseId(new Guid("00000000-0000-0000-0000-0000000000c1")),
        "invented",
        3,
        Items,
        [],
        [],
        new Escort("Rosa Ruiz", NoDrivingPromised: true, Cancelled: false),
        "Room 2",
        RoomApproved: true,
        IntegrationBooked: null,
        TherapyBooked: null,
        SuicideScreenClear: null,
        ImCadence,
        Team);

    internal static readonly WatchFacts Watch = new(3, Alerts, [ImCadence, IvCadence], Team);

    internal static readonly DoseFacts ImDose = new(Gate, Im, [], null, Alerts);

    internal static readonly DoseFacts IvDose = ImDose with { Dosing = Iv };

    internal static readonly DischargeFacts Home = new(3, Criteria, [ImCadence, IvCadence], Gate.Escort, NoDriving, Team);

    /// <summary>A rule of the assessment on resting pressure.</summary>
    internal static EligibilityRule Pressure(string id, int systolic, int diastolic, Verdict verdict) => new(
        id, $"Blood pressure {systolic}/{diastolic} or more", "Resting blood pressure", Any(AtLeast("resting-systolic", systolic), AtLeast("resting-diastolic", diastolic)), verdict, null, null, BlocksUnanswered: true, NoTakeHome: false, NoGroup: false, Default);

    private static AlertRule Rule(
        string code, AlertLevel level, Trigger when, int lasting = 0, int readings = 1, int apart = 0, bool holds = false, string title = "A rule") =>
        new(code, title, level, when, lasting, readings, apart, ["Look at the person."], "nurse", "prescriber", 2, holds, Default);

    private static Trigger Any(params Trigger[] parts) => new Trigger.AnyOf(parts);

    private static Trigger AtLeast(string fact, decimal value) => new Trigger.Compares(fact, Comparison.AtLeast, value);

    private static Trigger More(string fact, decimal value) => new Trigger.Compares(fact, Comparison.More, value);

    private static Trigger Less(string fact, decimal value) => new Trigger.Compares(fact, Comparison.Less, value);
}
