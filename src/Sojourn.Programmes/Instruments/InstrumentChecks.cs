using Sojourn.Domain.Measures;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Instruments;

/// <summary>What must hold between the lines of an instrument file: names that are used exist, ranges and bands fit the items.</summary>
internal static class InstrumentChecks
{
    public static void Check(Instrument instrument, YamlMap top)
    {
        Names(instrument, top);
        Scoring(instrument, top);
        Bands(instrument, top);
        Licence(instrument, top);
    }

    private static void Names(Instrument instrument, YamlMap top)
    {
        if (instrument.Id.Any(letter => !char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && letter != '-'))
        {
            top.Fault("id", $"The id \"{instrument.Id}\" may hold small letters, digits and hyphens only.");
        }

        foreach (var twice in Twice(instrument.Items.Select(item => item.Id)))
        {
            top.Fault("items", $"Two items have the id \"{twice}\"; give each its own.");
        }

        foreach (var twice in Twice(instrument.Flags.Select(flag => flag.Id)))
        {
            top.Fault("flags", $"Two flags have the id \"{twice}\"; give each its own.");
        }

        foreach (var (key, id) in Mentions(instrument).Where(mention => instrument.Item(mention.Id) is null))
        {
            top.Fault(key, $"\"{id}\" is used under \"{key}\", but no item has that id.");
        }

        foreach (var part in instrument.Flags.Select(flag => flag.Test).OfType<FlagTest.PartsEndorsed>().SelectMany(test => test.Counts.Keys).Except(instrument.Scoring.Parts.Select(part => part.Id)))
        {
            top.Fault("flags", $"\"{part}\" is used under \"parts-endorsed\", but no part has that id.");
        }

        foreach (var level in instrument.Flags.Select(flag => flag.Test).OfType<FlagTest.LevelIs>().Select(test => test.Level).Except(instrument.Scoring.Levels.Select(level => level.Level)))
        {
            top.Fault("flags", $"\"{level}\" is used under \"triage\", but no level has that name.");
        }
    }

    private static IEnumerable<(string Key, string Id)> Mentions(Instrument instrument)
    {
        var inItems = instrument.Items.SelectMany(item => (item.AskWhen?.AnyYes ?? []).Concat(item.AskWhen?.AllYes ?? []).Concat(item.SkipWhen is { } skip ? [skip.Item] : []));
        var inScoring = instrument.Scoring.Parts.SelectMany(part => part.Items).Concat(instrument.Scoring.Levels.SelectMany(level => level.AnyYes.Concat(level.AnyUnanswered)));
        var inFlags = instrument.Flags.Select(flag => flag.Test switch
        {
            FlagTest.ItemAtLeast test => test.Item,
            FlagTest.ItemAtMost test => test.Item,
            FlagTest.ItemUnanswered test => test.Item,
            _ => null,
        }).OfType<string>();
        return inItems.Select(id => ("items", id)).Concat(inScoring.Select(id => ("scoring", id))).Concat(inFlags.Select(id => ("flags", id)));
    }

    private static void Scoring(Instrument instrument, YamlMap top)
    {
        var rule = instrument.Scoring;
        var scored = instrument.Items.Where(item => item.Scored).ToList();
        var possible = rule.Method switch
        {
            ScoringMethod.Sum => new ScoreRange(scored.Sum(item => item.Least), scored.Sum(item => item.Most)),
            ScoringMethod.Mean => new ScoreRange(scored.Average(item => item.Least), scored.Average(item => item.Most)),
            ScoringMethod.SumOfParts => new ScoreRange(rule.Parts.Sum(part => part.Range.Least), rule.Parts.Sum(part => part.Range.Most)),
            _ => null,
        };
        if (possible is not null && rule.Range != possible)
        {
            top.Fault("scoring", $"By its items the total runs from {possible.Least} to {possible.Most}; \"range\" must say so.");
        }

        if (rule.Method == ScoringMethod.Triage && (rule.Levels.Count < 2 || rule.Levels[^1].AnyYes.Count > 0))
        {
            top.Fault("scoring", "A triage needs at least two \"levels\", the gravest first; the last has no \"any-yes\" and applies when nothing else does.");
        }

        if (rule.Missing.Allowed >= scored.Count)
        {
            top.Fault("scoring", "\"missing\" allows every answer to be missing; at least one is needed.");
        }

        foreach (var part in rule.Parts.Where(part => part.Items.Count == 0 || part.DividedBy <= 0))
        {
            top.Fault("scoring", $"The part \"{part.Id}\" needs \"items\", and a \"divided-by\" above 0 if any.");
        }
    }

    private static void Bands(Instrument instrument, YamlMap top)
    {
        var bands = instrument.Bands;
        if (bands.Count == 0)
        {
            return;
        }

        if (instrument.Scoring.Range is not { } range)
        {
            top.Fault("bands", "There are \"bands\" but no total that they could apply to.");
            return;
        }

        var step = 1m;
        for (var decimals = instrument.Scoring.BandsRoundTo ?? instrument.Scoring.RoundTo; decimals > 0; decimals--)
        {
            step /= 10;
        }

        var meet = bands[0].Least == range.Least && bands[^1].Most == range.Most && bands.Zip(bands.Skip(1)).All(pair => pair.First.Most + step == pair.Second.Least);
        if (!meet || bands.Any(band => band.Least > band.Most))
        {
            top.Fault("bands", $"The bands must run from {range.Least} to {range.Most} without a gap or an overlap, each beginning {step} above the one before.");
        }
    }

    private static void Licence(Instrument instrument, YamlMap top)
    {
        if (instrument.Licence.ShipFullText == instrument.IsSkeleton)
        {
            top.Fault("licence", instrument.IsSkeleton ? "A skeleton has no wording, so \"ship-full-text\" must be false." : "This licence does not allow the wording to be shipped: write a \"skeleton\" in place of \"items\".");
        }

        if (instrument.Licence is { ShipFullText: true, Notice: null })
        {
            top.Fault("licence", "\"notice\" is missing: it is shown wherever the wording is shown.");
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> ids) => ids.GroupBy(id => id).Where(group => group.Skip(1).Any()).Select(group => group.Key);
}
