using Sojourn.Domain.Measures;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Instruments;

public static partial class InstrumentReader
{
    private const string HowToTest =
        "A flag tests one thing: \"item\" with \"at-least\" or \"at-most\", \"unanswered\", \"any-unanswered: true\", \"total-at-least\", \"parts-endorsed\", \"every-part-at-least-percent\" or \"triage\".";

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

    private static FlagRule Flag(YamlMap map)
    {
        var level = map.Choice("level", FlagLevels);
        var concern = map.Has("concern") ? map.Choice("concern", Concerns) : (ConcernLevel?)null;
        if (level == FlagLevel.Safety != concern is not null)
        {
            map.Fault("concern", "A flag of level \"safety\" says how grave it is in \"concern\" (low, moderate or high); no other flag does.");
        }

        var rule = new FlagRule(map.Text("id"), level, concern, map.Text("words"), map.OptionalText("action"), map.OptionalText("source"), Test(map));
        map.NothingElse();
        return rule;
    }

    private static FlagTest Test(YamlMap map)
    {
        FlagTest?[] tests =
        [
            map.OptionalNumber("at-least") is { } least && map.OptionalText("item") is { } low ? new FlagTest.ItemAtLeast(low, least) : null,
            map.OptionalNumber("at-most") is { } most && map.OptionalText("item") is { } high ? new FlagTest.ItemAtMost(high, most) : null,
            map.OptionalText("unanswered") is { } item ? new FlagTest.ItemUnanswered(item) : null,
            map.Flag("any-unanswered", otherwise: false) ? new FlagTest.AnyUnanswered() : null,
            map.OptionalNumber("total-at-least") is { } total ? new FlagTest.TotalAtLeast(total) : null,
            map.OptionalMap("parts-endorsed") is { } parts ? Endorsed(parts) : null,
            map.OptionalNumber("every-part-at-least-percent") is { } percent ? new FlagTest.EveryPartAtLeast(percent) : null,
            map.OptionalText("triage") is { } level ? new FlagTest.LevelIs(level) : null,
        ];
        var given = tests.OfType<FlagTest>().ToList();
        if (given.Count != 1)
        {
            map.Fault(HowToTest);
        }

        return given.FirstOrDefault() ?? new FlagTest.AnyUnanswered();
    }

    private static FlagTest.PartsEndorsed Endorsed(YamlMap map)
    {
        var counts = map.Map("counts");
        var test = new FlagTest.PartsEndorsed(map.Number("at-least"), (counts?.Keys ?? []).ToDictionary(part => part, part => counts!.Whole(part, 1, 200)));
        map.NothingElse();
        return test;
    }

    private static ChangeFigure Change(YamlMap map)
    {
        var figure = new ChangeFigure(map.Choice("figure", ChangeKinds), map.Number("value"), map.Text("source"));
        map.NothingElse();
        return figure;
    }
}
