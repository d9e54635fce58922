using Sojourn.Domain.Measures;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Instruments;

public static partial class InstrumentReader
{
    private const string Tests =
        "“item” with “at-least” or “at-most”, “unanswered”, “any-unanswered: yes”, “total-at-least”, “parts-endorsed”, “every-part-at-least-percent”, “triage”";

    private static readonly Dictionary<string, FlagLevel> FlagLevels = new()
    {
        ["note"] = FlagLevel.Note,
        ["review"] = FlagLevel.Review,
        ["safety"] = FlagLevel.Safety,
    };

    private static readonly Dictionary<string, ConcernLevel> Concerns = new()
    {
        ["low"] = ConcernLevel.Low,
        ["moderate"] = ConcernLevel.Moderate,
        ["high"] = ConcernLevel.High,
    };

    private static readonly Dictionary<string, ChangeKind> ChangeKinds = new()
    {
        ["response-percent"] = ChangeKind.ResponsePercent,
        ["major-response-percent"] = ChangeKind.MajorResponsePercent,
        ["remission-below"] = ChangeKind.RemissionBelow,
        ["remission-at-or-below"] = ChangeKind.RemissionAtOrBelow,
        ["smallest-important-points"] = ChangeKind.SmallestImportantPoints,
        ["smallest-important-percent"] = ChangeKind.SmallestImportantPercent,
        ["moderate-improvement-points"] = ChangeKind.ModerateImprovementPoints,
        ["reliable-points"] = ChangeKind.ReliablePoints,
        ["unreliable-at-or-below-points"] = ChangeKind.UnreliableAtOrBelowPoints,
        ["deterioration-points"] = ChangeKind.DeteriorationPoints,
    };

    private static FlagRule Flag(Fields map)
    {
        var level = map.Choice("level", FlagLevels);
        var concern = map.ChoiceOrNull("concern", Concerns);
        if (level == FlagLevel.Safety != concern is not null)
        {
            map.Findings.Add(map.Here, "“level” and “concern” do not go together.", "Write “concern: low”, “moderate” or “high” with “level: safety”, and only there.");
        }

        return new(map.Id(), level, concern, map.Text("words"), map.TextOrNull("action"), map.Text("source"), Test(map));
    }

    private static FlagTest Test(Fields map)
    {
        var item = map.TextOrNull("item");
        FlagTest?[] tests =
        [
            map.NumberOrNull("at-least", -1000, 1000) is { } least && item is not null ? new FlagTest.ItemAtLeast(item, least) : null,
            map.NumberOrNull("at-most", -1000, 1000) is { } most && item is not null ? new FlagTest.ItemAtMost(item, most) : null,
            map.TextOrNull("unanswered") is { } blank ? new FlagTest.ItemUnanswered(blank) : null,
            map.YesNo("any-unanswered", otherwise: false) ? new FlagTest.AnyUnanswered() : null,
            map.NumberOrNull("total-at-least", -1000, 1000) is { } total ? new FlagTest.TotalAtLeast(total) : null,
            map.Block("parts-endorsed", Endorsed),
            map.NumberOrNull("every-part-at-least-percent", 0, 100) is { } percent ? new FlagTest.EveryPartAtLeast(percent) : null,
            map.TextOrNull("triage") is { } level ? new FlagTest.LevelIs(level) : null,
        ];
        var given = tests.OfType<FlagTest>().ToList();
        if (given.Count != 1)
        {
            map.Findings.Add(map.Here, given.Count == 0 ? "The flag does not say when it is raised." : "The flag says in more than one way when it is raised.", $"Write one of: {Tests}.");
        }

        return given.FirstOrDefault() ?? new FlagTest.AnyUnanswered();
    }

    private static FlagTest.PartsEndorsed Endorsed(Fields map) =>
        new(map.Number("at-least", -1000, 1000), map.NeedBlock("counts", Counts, []));

    private static Dictionary<string, int> Counts(Fields map) =>
        map.Here.Entries.Select(entry => entry.Key).ToDictionary(part => part, part => map.Whole(part, 1, 200));

    private static ChangeFigure Change(Fields map) => new(map.Choice("figure", ChangeKinds), map.Number("value", 0, 1000), map.Text("source"));
}
