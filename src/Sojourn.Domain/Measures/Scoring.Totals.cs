namespace Sojourn.Domain.Measures;

public static partial class Scoring
{
    /// <summary>A total on its way into a score: exact for the bands, rounded for the reader.</summary>
    private sealed record Outcome(decimal? Exact, decimal? Total, string? WhyNoTotal, string? WhyProrated, string? Level, string? LevelAtLeast)
    {
        public static Outcome None(string why) => new(null, null, why, null, null, null);
    }

    private sealed record PartResult(decimal? Exact, string? WhyNot, string? WhyProrated);

    private static Outcome TotalOf(Sheet sheet, IReadOnlyList<PartResult> parts) => sheet switch
    {
        { Stop: { Gate: { } gate } } => new(gate.ScoreWhenStopped, gate.ScoreWhenStopped, null, null, null, null),
        { Rule.Method: ScoringMethod.Triage } => TriageOf(sheet),
        { Rule.Method: ScoringMethod.Sum or ScoringMethod.Mean } => Added(sheet),
        { Rule.Method: ScoringMethod.SumOfParts } => AddedFrom(sheet, parts),
        _ => Outcome.None(sheet.Rule.WhyNoTotal ?? "This instrument has no total."),
    };

    private static Outcome Added(Sheet sheet)
    {
        var scored = sheet.Instrument.Items.Where(item => item.Scored).ToList();
        var missing = sheet.Missing.Where(item => item.Scored || item.Gate is not null).ToList();
        if (missing.Any(item => item.Gate is not null) || missing.Count > sheet.Rule.Missing.Allowed)
        {
            return Outcome.None(Needs(sheet, missing, scored.Count, sheet.Rule.Missing.Allowed, "a total"));
        }

        var mean = scored.Where(item => sheet.Counted.ContainsKey(item.Id)).Average(item => sheet.Counted[item.Id]);
        var exact = sheet.Rule.Method == ScoringMethod.Mean ? mean : SumOf(sheet, scored);
        return new(exact, Rounded(exact, sheet.Rule.RoundTo), null, WhyProrated(sheet, missing, scored.Count), null, null);
    }

    private static Outcome AddedFrom(Sheet sheet, IReadOnlyList<PartResult> parts)
    {
        var without = parts.FirstOrDefault(part => part.Exact is null);
        if (without is not null)
        {
            return Outcome.None(without.WhyNot!);
        }

        var exact = parts.Sum(part => part.Exact!.Value);
        var prorated = string.Join(" ", parts.Select(part => part.WhyProrated).OfType<string>());
        return new(exact, Rounded(exact, sheet.Rule.RoundTo), null, prorated.Length == 0 ? null : prorated, null, null);
    }

    private static PartResult PartOf(Sheet sheet, PartRule part)
    {
        var items = part.Items.Select(id => sheet.Instrument.Item(id)!).ToList();
        if (sheet.Stop is not null)
        {
            return new(part.Range.Least, null, null);
        }

        var missing = items.Where(item => !sheet.Counted.ContainsKey(item.Id)).ToList();
        if (missing.Count > part.Missing.Allowed || missing.Count == items.Count)
        {
            return new(null, Needs(sheet, missing, items.Count, part.Missing.Allowed, $"the part \"{part.Title ?? part.Id}\""), null);
        }

        var counted = items.Where(item => sheet.Counted.ContainsKey(item.Id)).Select(item => sheet.Counted[item.Id]).ToList();
        var exact = part.Method switch
        {
            PartMethod.Highest => counted.Max(),
            PartMethod.Mean => counted.Average(),
            _ => counted.Sum() * items.Count / counted.Count,
        };
        return new(exact / part.DividedBy, null, WhyProrated(sheet, missing, items.Count));
    }

    private static PartScore Shown(PartRule part, PartResult result)
    {
        decimal? value = result.Exact is { } exact ? Rounded(exact, part.RoundTo) : null;
        return new(part.Id, part.Title, value, result.WhyNot, part.Range, part.Cutoff is null || value is null ? null : value >= part.Cutoff);
    }

    // Multiplied before it is divided, so that nothing is lost when all are answered.
    private static decimal SumOf(Sheet sheet, List<InstrumentItem> items)
    {
        var counted = items.Where(item => sheet.Counted.ContainsKey(item.Id)).ToList();
        return counted.Sum(item => sheet.Counted[item.Id]) * items.Count / counted.Count;
    }

    private static string Needs(Sheet sheet, List<InstrumentItem> missing, int count, int allowed, string what) =>
        $"{sheet.Numbers(missing)} unanswered; {what} needs {(allowed == 0 ? $"all {count}" : $"at least {count - allowed} of the {count}")}.";

    private static string? WhyProrated(Sheet sheet, List<InstrumentItem> missing, int count) =>
        missing.Count == 0 ? null
        : $"{sheet.Numbers(missing)} unanswered; {(missing.Count == 1 ? "it counts" : "each counts")} the mean of the {count - missing.Count} answered.";
}
