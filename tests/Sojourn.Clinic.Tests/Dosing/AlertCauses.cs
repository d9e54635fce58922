using Sojourn.Domain.Dosing;
using Sojourn.Domain.Programmes;
using static Sojourn.Clinic.Tests.Dosing.MedicineClinic;

namespace Sojourn.Clinic.Tests.Dosing;

/// <summary>One thing that happens in the room: so many minutes go by, then this is read or seen, or nothing is.</summary>
/// <param name="Sign">Id of a sign, or a word for what no rule speaks of.</param>
internal sealed record Happening(int AfterMinutes, Vitals? Reads = null, string? Sign = null)
{
    internal static Happening Read(int after, Vitals vitals) => new(after, vitals);

    internal static Happening See(int after, string sign) => new(after, Sign: sign);

    internal static Happening Nothing(int after) => new(after);
}

/// <summary>What makes an alert of the shipped programmes happen, what comes just short of it, and what the alert must say.</summary>
/// <param name="Owner">Role that is called; where somebody with it watches, that person is.</param>
/// <param name="Figures">What the threshold in words must contain.</param>
internal sealed record AlertCause(
    string Code, AlertLevel Level, string Owner, string Deputy, IReadOnlyList<string> Figures, string Source, IReadOnlyList<IReadOnlyList<Happening>> Causes, IReadOnlyList<IReadOnlyList<Happening>> JustShort)
{
    private static readonly Vitals High = Calm with { Systolic = 180 };

    private static readonly Vitals Fast = Calm with { Pulse = 121 };

    internal static IReadOnlyList<AlertCause> All { get; } =
    [
        Of("A01", AlertLevel.Amber, "nurse", "prescriber", ["≥ 160 mmHg", "≥ 100 mmHg"], "default, see YIP for treating less",
            [[Happening.Read(5, Calm with { Systolic = 160 })], [Happening.Read(5, Calm with { Diastolic = 100 })]], [[Happening.Read(5, Calm with { Systolic = 159, Diastolic = 99 })]]),
        Of("A02", AlertLevel.Red, "prescriber", "nurse", ["≥ 180 mmHg", "≥ 110 mmHg", "2 readings at least 5 minutes apart"], "no guideline in hand fixes one number, see YIP",
            [[Happening.Read(5, High), Happening.Read(5, High)], [Happening.Read(5, Calm with { Diastolic = 110 }), Happening.Read(5, Calm with { Diastolic = 110 })]],
            [[Happening.Read(5, High), Happening.Read(4, High)], [Happening.Read(5, Calm with { Systolic = 179, Diastolic = 109 }), Happening.Read(5, Calm with { Systolic = 179, Diastolic = 109 })]]),
        Of("A03", AlertLevel.Emergency, "nurse", "prescriber", ["≥ 180 mmHg", "≥ 110 mmHg", "severe headache"], "default",
            [[Happening.Read(5, High), Happening.See(1, "pressure-symptoms")]], [[Happening.Read(5, Calm with { Systolic = 179, Diastolic = 109 }), Happening.See(1, "pressure-symptoms")], [Happening.Read(5, High)]]),
        Of("A04", AlertLevel.Amber, "nurse", "prescriber", ["pulse above 120/min", "for 10 minutes"], "default",
            [[Happening.Read(5, Fast), Happening.Read(10, Fast)]], [[Happening.Read(5, Fast), Happening.Read(9, Fast)], [Happening.Read(5, Calm with { Pulse = 120 }), Happening.Read(10, Calm with { Pulse = 120 })]]),
        Of("A04-irregular", AlertLevel.Amber, "nurse", "prescriber", ["new irregular pulse"], "default", [[Happening.See(5, "new-irregular-pulse")]], [[Happening.Read(5, Fast)]]),
        Of("A04-symptoms", AlertLevel.Red, "prescriber", "nurse", ["above 120/min", "new irregular pulse", "faintness"], "default",
            [[Happening.Read(5, Fast), Happening.See(1, "pulse-symptoms")], [Happening.See(5, "new-irregular-pulse"), Happening.See(1, "pulse-symptoms")]],
            [[Happening.Read(5, Calm with { Pulse = 120 }), Happening.See(1, "pulse-symptoms")]]),
        Of("A05", AlertLevel.Amber, "nurse", "prescriber", ["pulse below 45/min"], "default", [[Happening.Read(5, Calm with { Pulse = 44 })]], [[Happening.Read(5, Calm with { Pulse = 45 })]]),
        Of("A06", AlertLevel.Amber, "nurse", "prescriber", ["oxygen below 94 %"], "default", [[Happening.Read(5, Calm with { Oxygen = 93 })]], [[Happening.Read(5, Calm with { Oxygen = 94 })]]),
        Of("A07", AlertLevel.Red, "nurse", "prescriber", ["oxygen below 90 %", "breaths below 8/min", "no breath for 15 seconds"], "default",
            [[Happening.Read(5, Calm with { Oxygen = 89 })], [Happening.Read(5, Calm with { Respiration = 7 })], [Happening.See(5, "apnoea-15-seconds")]], [[Happening.Read(5, Calm with { Oxygen = 90, Respiration = 8 })]]),
        Of("A08", AlertLevel.Emergency, "nurse", "prescriber", ["stridor"], "default", [[Happening.See(5, "stridor-or-silent-chest")]], [[Happening.See(5, "hoarse")]]),
        Of("A09", AlertLevel.Amber, "nurse", "therapist", ["vomiting"], "default", [[Happening.See(5, "vomiting")]], [[Happening.See(5, "nausea")]]),
        Of("A10", AlertLevel.Amber, "therapist", "nurse", ["panic"], "default", [[Happening.See(5, "severe-distress")]], [[Happening.See(5, "anxiety")]]),
        Of("A11", AlertLevel.Red, "prescriber", "nurse", ["(MOAA/S) ≤ 2", "(RASS) ≤ -4"], "default",
            [[Happening.Read(5, Calm with { Sedation = 2 })], [Happening.Read(5, Calm with { Agitation = -4 })]], [[Happening.Read(5, Calm with { Sedation = 3, Agitation = -3 })]]),
        Of("A12", AlertLevel.Emergency, "nurse", "prescriber", ["(MOAA/S) ≤ 1"], "default", [[Happening.Read(5, Calm with { Sedation = 1 })]], [[Happening.Read(5, Calm with { Sedation = 2 })]]),
        Of("A13", AlertLevel.Emergency, "nurse", "prescriber", ["seizure"], "default", [[Happening.See(5, "seizure")]], [[Happening.See(5, "trembling")]]),
        Of("A14", AlertLevel.Emergency, "nurse", "prescriber", ["chest pain", "slurred speech", "allergic reaction"], "default",
            [[Happening.See(5, "chest-pain")], [Happening.See(5, "focal-neurology")], [Happening.See(5, "allergy-signs")]], [[Happening.See(5, "itching")]]),
        Of("A15", AlertLevel.Red, "therapist", "prescriber", ["suicidal statement"], "default", [[Happening.See(5, "suicidal-statement")]], [[Happening.See(5, "tears")]]),
        Of("A16", AlertLevel.Amber, "prescriber", "nurse", ["not back to how they arrived", "≥ 180 min"], "default",
            [[Happening.See(170, "not-at-baseline"), Happening.Nothing(10)]], [[Happening.See(170, "not-at-baseline"), Happening.Nothing(9)], [Happening.Nothing(180)]]),
        Of("A17", AlertLevel.Amber, "nurse", "prescriber", ["vitals overdue above 5 min"], "default", [[Happening.Nothing(11)]], [[Happening.Nothing(10)]]),
    ];

    private static AlertCause Of(
        string code, AlertLevel level, string owner, string deputy, IReadOnlyList<string> figures, string source, IReadOnlyList<IReadOnlyList<Happening>> causes, IReadOnlyList<IReadOnlyList<Happening>> justShort) =>
        new(code, level, owner, deputy, figures, source, causes, justShort);
}
