using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;
using static Sojourn.Domain.Screening.Assessment;

namespace Sojourn.Domain.Tests.Screening;

/// <summary>A few rules in the shape of the shipped programmes, and the words to speak of them.</summary>
internal static class Rules
{
    internal static DateTimeOffset Now { get; } = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    internal static DateOnly Today { get; } = new(2026, 11, 22);

    internal static Ruleset Set { get; } = new(
        "invented",
        3,
        [
            new("resting-systolic", "Systolic pressure at rest", "Heart", FactKind.Number, "mmHg", new(50, 300), []),
            new("resting-diastolic", "Diastolic pressure at rest", "Heart", FactKind.Number, "mmHg", new(20, 200), []),
            new("aneurysm", "Any aneurysm?", "Heart", FactKind.YesNo, null, null, []),
            new("pregnancy-test", "Pregnancy test", "Pregnancy", FactKind.Choice, null, null, [new("positive", "Positive"), new("negative", "Negative")]),
            new("airway-infection", "Airway infection now?", "Lungs", FactKind.YesNo, null, null, []),
            new("ecg-abnormal", "Is the ECG abnormal?", "Heart", FactKind.YesNo, null, null, []),
        ],
        [
            Rule("E01", Verdict.Review, AtLeast("resting-systolic", 140), AtLeast("resting-diastolic", 90)),
            Rule("E03", Verdict.Defer, AtLeast("resting-systolic", 160), AtLeast("resting-diastolic", 100)) with { DeferDays = 14 },
            Rule("E04", Verdict.Exclude, AtLeast("resting-systolic", 180), AtLeast("resting-diastolic", 120)) with { BlocksUnanswered = true },
            Rule("E09", Verdict.Exclude, new Trigger.Holds("aneurysm")) with { BlocksUnanswered = true, Title = "Aneurysm" },
            Rule("E15", Verdict.Exclude, new Trigger.Is("pregnancy-test", "positive")) with { BlocksUnanswered = true },
            Rule("E34", Verdict.Defer, new Trigger.Holds("airway-infection")),
            Rule("E99", Verdict.Allow, new Trigger.Holds("ecg-abnormal")) with { NoTakeHome = true },
        ],
        [
            new("M01", "Benzodiazepines", ["lorazepam"], "They shorten the effect.", Verdict.Review, null, [], null, Invented.Nowhere),
            new("M09", "SSRI", ["sertraline"], "It can continue.", Verdict.Allow, null, [], null, Invented.Nowhere),
            new("M20", "Nasal steroid", ["fluticasone"], "An hour before.", Verdict.Allow, null, [DoseRoute.Intranasal], null, Invented.Nowhere),
        ],
        [
            new("medical-clearance", "Medical clearance", 365, Invented.Nowhere),
            new("screening-blood-pressure", "Pressure", 30, Invented.Nowhere),
            new("ecg", "ECG", 360, Invented.Nowhere),
        ],
        [DoseRoute.Sublingual]);

    internal static IReadOnlyList<FactAnswer> Healthy { get; } =
    [
        Number("resting-systolic", 120), Number("resting-diastolic", 80), YesNo("aneurysm", "no"), Answer("pregnancy-test", FactKind.Choice, "negative"), YesNo("airway-infection", "no"), YesNo("ecg-abnormal", "no"),
    ];

    internal static Spec<Command, State, Event> Fresh { get; } = new(Decide, Evolve, State.Initial);

    internal static FactAnswer Number(string fact, decimal value) => Answer(fact, FactKind.Number, value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    internal static FactAnswer YesNo(string fact, string? value) => Answer(fact, FactKind.YesNo, value);

    internal static FactAnswer Answer(string fact, FactKind kind, string? value) => new(fact, kind, value, "asked", Now);

    internal static IReadOnlyList<FactAnswer> But(params FactAnswer[] others) => [.. Healthy.Where(answer => others.All(other => other.Fact != answer.Fact)), .. others];

    internal static Evaluation Weigh(IReadOnlyList<FactAnswer> facts, params string[] medicines) => Eligibility.Evaluate(Set, facts, medicines, Now);

    private static EligibilityRule Rule(string id, Verdict verdict, params Trigger[] any) =>
        new(id, id, "Ask.", any.Length == 1 ? any[0] : new Trigger.AnyOf(any), verdict, null, null, BlocksUnanswered: false, NoTakeHome: false, NoGroup: false, new Source(SourceStatus.Known, "Label"));

    private static Trigger.Compares AtLeast(string fact, decimal value) => new(fact, Comparison.AtLeast, value);
}
