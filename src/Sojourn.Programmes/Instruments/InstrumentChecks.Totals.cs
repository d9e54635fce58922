using System.Globalization;
using Sojourn.Domain.Measures;

namespace Sojourn.Programmes.Instruments;

internal sealed partial class InstrumentChecks
{
    private void Totals()
    {
        var rule = instrument.Scoring;
        var scored = instrument.Items.Where(item => item.Scored).ToList();
        if (scored.Count == 0 || rule.Missing.Allowed >= scored.Count)
        {
            Fault("scoring", "missing", "A score could be given without a single answer.", "Let at least one item be scored and needed.");
            return;
        }

        foreach (var part in rule.Parts)
        {
            Part(part);
        }

        if (Possible(rule, scored) is { } possible && rule.Range != possible)
        {
            Fault("scoring", "range", $"By its items the total runs from {Plain(possible.Least)} to {Plain(possible.Most)}.", $"Write “range: [{Plain(possible.Least)}, {Plain(possible.Most)}]”, or mend the items.");
        }

        if (rule.Method == ScoringMethod.Triage && (rule.Levels.Count < 2 || rule.Levels[^1].AnyYes.Count > 0))
        {
            Fault("scoring", "levels", "The levels of the triage are not complete.", "Write at least two, the gravest first; the last has no “any-yes” and applies when no other does.");
        }
    }

    private void Part(PartRule part)
    {
        var items = part.Items.Select(instrument.Item).OfType<InstrumentItem>().ToList();
        if (items.Count == 0 || part.Missing.Allowed >= items.Count)
        {
            Fault("scoring", part.Id, $"The part “{part.Id}” could be scored without a single answer.", "Give it items, and let at least one be needed.");
            return;
        }

        var possible = part.Method switch
        {
            PartMethod.Highest => new ScoreRange(items.Max(item => item.Least), items.Max(item => item.Most)),
            PartMethod.Mean => new ScoreRange(items.Average(item => item.Least), items.Average(item => item.Most)),
            _ => new ScoreRange(items.Sum(item => item.Least) / part.DividedBy, items.Sum(item => item.Most) / part.DividedBy),
        };
        if (part.Range != possible)
        {
            Fault("scoring", part.Id, $"By its items the part “{part.Id}” runs from {Plain(possible.Least)} to {Plain(possible.Most)}.", "Let its “range” say so, or mend its items.");
        }
    }

    private static ScoreRange? Possible(ScoringRule rule, List<InstrumentItem> scored) => rule.Method switch
    {
        ScoringMethod.Sum => new(scored.Sum(item => item.Least), scored.Sum(item => item.Most)),
        ScoringMethod.Mean => new(scored.Average(item => item.Least), scored.Average(item => item.Most)),
        ScoringMethod.SumOfParts => new(rule.Parts.Sum(part => part.Range.Least), rule.Parts.Sum(part => part.Range.Most)),
        _ => null,
    };

    private void Bands()
    {
        var bands = instrument.Bands;
        if (bands.Count == 0)
        {
            return;
        }

        if (instrument.Scoring.Range is not { } range)
        {
            Fault("bands", null, "There are bands but no total to which they apply.", "Take the bands away, or give the total its “range”.");
            return;
        }

        var step = Step(instrument.Scoring.BandsRoundTo ?? instrument.Scoring.RoundTo);
        var meet = bands.Zip(bands.Skip(1)).All(pair => pair.First.Most + step == pair.Second.Least);
        if (!meet || bands[0].Least != range.Least || bands[^1].Most != range.Most || bands.Any(band => band.Least > band.Most))
        {
            Fault("bands", null, "The bands have a gap, an overlap or a missing end.", $"Let them run from {Plain(range.Least)} to {Plain(range.Most)}, each beginning {Plain(step)} above the end of the one before.");
        }
    }

    private static decimal Step(int decimals) => decimals == 0 ? 1 : Step(decimals - 1) / 10;

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
