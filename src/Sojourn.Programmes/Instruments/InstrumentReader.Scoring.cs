using Sojourn.Domain.Measures;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Instruments;

public static partial class InstrumentReader
{
    private static readonly Dictionary<string, ScoringMethod> Methods = new()
    {
        ["sum"] = ScoringMethod.Sum,
        ["mean"] = ScoringMethod.Mean,
        ["sum-of-parts"] = ScoringMethod.SumOfParts,
        ["parts-only"] = ScoringMethod.PartsOnly,
        ["items-only"] = ScoringMethod.ItemsOnly,
        ["triage"] = ScoringMethod.Triage,
        ["elsewhere"] = ScoringMethod.Elsewhere,
    };

    private static readonly Dictionary<string, PartMethod> PartMethods = new()
    {
        ["sum"] = PartMethod.Sum,
        ["mean"] = PartMethod.Mean,
        ["highest"] = PartMethod.Highest,
    };

    private static readonly Dictionary<string, bool> MissingRules = new() { ["prorate"] = true, ["none"] = false };

    private static ScoringRule Scoring(YamlMap map)
    {
        var rule = new ScoringRule
        {
            Method = map.Choice("method", Methods),
            Range = Range(map, needed: false),
            RoundTo = map.OptionalWhole("round-to", 0, 4) ?? 0,
            BandsRoundTo = map.OptionalWhole("bands-round-to", 0, 4),
            Missing = Missing(map.OptionalMap("missing")),
            Parts = [.. map.Maps("parts").Select(Part)],
            Levels = [.. map.Maps("levels").Select(Level)],
            WhyNoTotal = map.OptionalText("why-no-total"),
        };
        map.NothingElse();
        return rule;
    }

    private static ScoreRange? Range(YamlMap map, bool needed)
    {
        var ends = map.Numbers("range");
        if (ends.Count == 2 && ends[0] < ends[1])
        {
            return new(ends[0], ends[1]);
        }

        if (needed || ends.Count > 0)
        {
            map.Fault("range", $"\"range\" in {map.Place} must be two numbers, the least first: [0, 27].");
        }

        return null;
    }

    private static MissingRule Missing(YamlMap? map)
    {
        if (map is null)
        {
            return MissingRule.AllNeeded;
        }

        var rule = new MissingRule(map.Whole("most", 0, 200), map.Choice("rule", MissingRules), map.OptionalText("note"));
        map.NothingElse();
        return rule;
    }

    private static PartRule Part(YamlMap map)
    {
        var part = new PartRule
        {
            Id = map.Text("id"),
            Title = map.OptionalText("title"),
            Method = map.Choice("method", PartMethods),
            Items = map.Texts("items"),
            DividedBy = map.OptionalNumber("divided-by") ?? 1,
            Range = Range(map, needed: true) ?? new(0, 1),
            Missing = Missing(map.OptionalMap("missing")),
            RoundTo = map.OptionalWhole("round-to", 0, 4) ?? 0,
            Cutoff = map.OptionalNumber("cutoff"),
            LoincPanel = map.OptionalText("loinc-panel"),
            LoincTotal = map.OptionalText("loinc-total"),
        };
        map.NothingElse();
        return part;
    }

    private static TriageLevel Level(YamlMap map)
    {
        var level = new TriageLevel(map.Text("level"), map.Texts("any-yes"), map.Texts("any-unanswered"));
        map.NothingElse();
        return level;
    }
}
