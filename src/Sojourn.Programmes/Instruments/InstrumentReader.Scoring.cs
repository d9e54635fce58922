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

    private static ScoringRule Scoring(Fields map)
    {
        var range = Range(map);
        return new ScoringRule
        {
            Method = map.Choice("method", Methods),
            Range = range,
            RoundTo = map.WholeOrNull("round-to", 0, 4) ?? 0,
            BandsRoundTo = map.WholeOrNull("bands-round-to", 0, 4),
            Missing = map.Block("missing", Missing) ?? MissingRule.AllNeeded,
            Parts = map.Blocks("parts", Part),
            Levels = map.Blocks("levels", Level),
            WhyNoTotal = map.TextOrNull("why-no-total"),
        };
    }

    private static ScoreRange? Range(Fields map)
    {
        var ends = map.Wholes("range", -1000, 1000);
        if (ends is [var least, var most] && least < most)
        {
            return new(least, most);
        }

        if (map.Find("range") is { } node)
        {
            map.Findings.Add(node, "“range” is not a least and a most.", "Write two numbers, the least first, such as [0, 27].");
        }

        return null;
    }

    private static MissingRule Missing(Fields map) => new(map.Whole("most", 0, 200), map.Choice("rule", MissingRules), map.TextOrNull("note"));

    private static PartRule Part(Fields map)
    {
        map.Need("range");
        return new()
        {
            Id = map.Id(),
            Title = map.TextOrNull("title"),
            Method = map.Choice("method", PartMethods),
            Items = map.Texts("items"),
            DividedBy = map.NumberOrNull("divided-by", 0.001m, 1000) ?? 1,
            Range = Range(map) ?? new(0, 1),
            Missing = map.Block("missing", Missing) ?? MissingRule.AllNeeded,
            RoundTo = map.WholeOrNull("round-to", 0, 4) ?? 0,
            Cutoff = map.NumberOrNull("cutoff", -1000, 1000),
            LoincPanel = map.TextOrNull("loinc-panel"),
            LoincTotal = map.TextOrNull("loinc-total"),
        };
    }

    private static TriageLevel Level(Fields map) => new(map.Text("level"), map.Texts("any-yes"), map.Texts("any-unanswered"));
}
