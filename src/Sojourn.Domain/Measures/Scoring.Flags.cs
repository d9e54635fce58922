namespace Sojourn.Domain.Measures;

public static partial class Scoring
{
    private static List<Flag> FlagsOf(Sheet sheet, Outcome outcome, List<(PartRule Rule, PartResult Result)> parts) =>
        [.. sheet.Instrument.Flags.Where(rule => Raises(sheet, rule.Test, outcome, parts)).Select(Raised)];

    /// <summary>Safety flags of answers that are still coming in: nothing is concluded from what is not answered yet.</summary>
    private static List<Flag> SafetySoFar(Sheet sheet)
    {
        var outcome = new Outcome(null, null, null, null, null, sheet.Rule.Method == ScoringMethod.Triage ? LevelOfYes(sheet) : null);
        return
        [
            .. sheet.Instrument.Flags
                .Where(rule => rule.Level == FlagLevel.Safety && rule.Test is not (FlagTest.AnyUnanswered or FlagTest.ItemUnanswered))
                .Where(rule => Raises(sheet, rule.Test, outcome, []))
                .Select(Raised),
        ];
    }

    private static Flag Raised(FlagRule rule) => new(rule.Id, rule.Level, rule.Concern, rule.Words, rule.Action);

    private static bool Raises(Sheet sheet, FlagTest test, Outcome outcome, List<(PartRule Rule, PartResult Result)> parts) => test switch
    {
        FlagTest.ItemAtLeast least => sheet.Given.TryGetValue(least.Item, out var value) && value >= least.Least,
        FlagTest.ItemAtMost most => sheet.Given.TryGetValue(most.Item, out var value) && value <= most.Most,
        FlagTest.ItemUnanswered item => sheet.Missing.Any(missing => missing.Id == item.Item),
        FlagTest.AnyUnanswered => sheet.Missing.Count > 0,
        FlagTest.TotalAtLeast least => (outcome.Total ?? LeastPossibleTotal(sheet)) >= least.Least,
        FlagTest.LevelIs level => outcome.LevelAtLeast == level.Level,
        FlagTest.PartsEndorsed endorsed => endorsed.Counts.All(part => Endorsed(sheet, part.Key, endorsed.AtLeast) >= part.Value),
        FlagTest.EveryPartAtLeast every => parts.Count > 0 && parts.All(part => part.Result.Exact >= part.Rule.Range.Most * every.Percent / 100),
        _ => throw new System.Diagnostics.UnreachableException($"{test} is not tested"),
    };

    // Too few answers for a total may still be enough to be sure of a flag.
    private static decimal? LeastPossibleTotal(Sheet sheet) =>
        sheet.Rule.Method != ScoringMethod.Sum || sheet.Counted.Count == 0 ? null
        : sheet.Instrument.Items.Where(item => item.Scored).Sum(item => sheet.Counted.GetValueOrDefault(item.Id, item.Least));

    private static int Endorsed(Sheet sheet, string part, decimal atLeast) =>
        sheet.Rule.Parts.First(rule => rule.Id == part).Items.Count(id => sheet.Counted.TryGetValue(id, out var value) && value >= atLeast);
}
