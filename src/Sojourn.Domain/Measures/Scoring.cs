using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Measures;

/// <summary>Turns answers into a score by the rules of the instrument's file. Pure; decimal arithmetic; halves are rounded up.</summary>
public static partial class Scoring
{
    /// <summary>Scores a set of answers.</summary>
    /// <param name="instrument">The instrument that was answered.</param>
    /// <param name="answers">By item id; null and absent both mean unanswered.</param>
    /// <returns>The score, or a fault for every answer that cannot be: each names its item.</returns>
    public static Parsed<Score> Score(Instrument instrument, IReadOnlyDictionary<string, decimal?> answers)
    {
        var faults = Check(instrument, answers);
        return faults.Count > 0 ? new(null, faults) : new(ScoreOf(Sheet.Of(instrument, answers)), []);
    }

    /// <summary>The safety flags that an answer raises and that the answers before it had not raised.</summary>
    /// <param name="instrument">The instrument being answered.</param>
    /// <param name="before">The answers so far.</param>
    /// <param name="item">The item that is now answered.</param>
    /// <param name="value">Its answer, already checked; null for a skip.</param>
    public static IReadOnlyList<Flag> RaisedBy(Instrument instrument, IReadOnlyDictionary<string, decimal?> before, string item, decimal? value)
    {
        var after = new Dictionary<string, decimal?>(before) { [item] = value };
        var known = SafetySoFar(Sheet.Of(instrument, before)).Select(flag => flag.Id).ToHashSet();
        return [.. SafetySoFar(Sheet.Of(instrument, after)).Where(flag => !known.Contains(flag.Id))];
    }

    /// <summary>Questions that are to be asked and have been neither answered nor skipped, in order; the first is the next to ask.</summary>
    /// <param name="instrument">The instrument being answered.</param>
    /// <param name="answers">The answers so far; null for a skip.</param>
    public static IReadOnlyList<InstrumentItem> StillToAsk(Instrument instrument, IReadOnlyDictionary<string, decimal?> answers)
    {
        var given = Sheet.GivenIn(answers);
        return Sheet.StoppedBy(instrument, given) is not null
            ? []
            : [.. instrument.Items.Where(item => !answers.ContainsKey(item.Id) && !Sheet.IsLeftOut(item, given))];
    }

    /// <summary>The score of a total that was added up elsewhere: its band and the flags that a total alone can raise.</summary>
    public static Parsed<Score> OfTotal(Instrument instrument, decimal total) =>
        instrument.Scoring.Range is not { } range
            ? new(null, [new Fault("total", $"{instrument.Title} has no total: {instrument.Scoring.WhyNoTotal ?? "enter its answers."}")])
        : total < range.Least || total > range.Most || total != Rounded(total, instrument.Scoring.RoundTo)
            ? new(null, [new Fault("total", $"A total of {instrument.Title} runs from {Text(range.Least)} to {Text(range.Most)}{Decimals(instrument.Scoring.RoundTo)}; {Text(total)} was given.")])
            : new(
                new Score
                {
                    Instrument = instrument.Id,
                    Total = total,
                    Range = range,
                    Band = BandOf(instrument, total),
                    Flags = [.. instrument.Flags.Where(rule => rule.Test is FlagTest.TotalAtLeast least && total >= least.Least).Select(Raised)],
                    Parts = [],
                    Missing = [],
                    Answers = [],
                },
                []);

    private static string Decimals(int kept) => kept == 0 ? " in whole numbers" : $" with at most {kept} {(kept == 1 ? "decimal" : "decimals")}";

    private static Score ScoreOf(Sheet sheet)
    {
        var parts = sheet.Rule.Parts.Select(part => (Rule: part, Result: PartOf(sheet, part))).ToList();
        var outcome = TotalOf(sheet, [.. parts.Select(part => part.Result)]);
        return new Score
        {
            Instrument = sheet.Instrument.Id,
            Total = outcome.Total,
            WhyNoTotal = outcome.WhyNoTotal,
            Range = sheet.Rule.Range,
            Band = outcome.Level ?? BandOf(sheet.Instrument, outcome.Exact),
            Prorated = outcome.WhyProrated is not null,
            WhyProrated = outcome.WhyProrated,
            Flags = FlagsOf(sheet, outcome, parts),
            Parts = [.. parts.Select(part => Shown(part.Rule, part.Result))],
            Missing = [.. sheet.Missing.Select(item => item.Id)],
            Answers = [.. sheet.Instrument.Items.Where(item => sheet.Given.ContainsKey(item.Id)).Select(item => new ItemAnswer(item.Id, sheet.Given[item.Id]))],
        };
    }

    private static string? BandOf(Instrument instrument, decimal? exact)
    {
        if (exact is not { } total)
        {
            return null;
        }

        var rounded = Rounded(total, instrument.Scoring.BandsRoundTo ?? instrument.Scoring.RoundTo);
        return instrument.Bands.FirstOrDefault(band => rounded >= band.Least && rounded <= band.Most)?.Label;
    }

    // Scores are never negative, so "away from zero" is "up".
    private static decimal Rounded(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
}
