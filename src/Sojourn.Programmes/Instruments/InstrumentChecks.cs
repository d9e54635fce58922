using Sojourn.Domain.Measures;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Instruments;

/// <summary>What must hold between the lines of an instrument file: names that are used exist, ranges and bands fit the items.</summary>
internal sealed partial class InstrumentChecks
{
    private readonly Instrument instrument;
    private readonly Fields top;

    private InstrumentChecks(Instrument instrument, Fields top) => (this.instrument, this.top) = (instrument, top);

    public static void Check(Instrument instrument, Fields top)
    {
        var checks = new InstrumentChecks(instrument, top);
        checks.Names();
        checks.Answers();
        checks.Totals();
        checks.Bands();
        checks.Licence();
    }

    private void Names()
    {
        if (instrument.Id.Any(char.IsUpper))
        {
            Fault("id", instrument.Id, $"The id “{instrument.Id}” has capital letters.", "Write it small; people may still type it as they like.");
        }

        Unique("items", [.. instrument.Items.Select(item => item.Id)]);
        Unique("flags", [.. instrument.Flags.Select(flag => flag.Id)]);
        Unique("scoring", [.. instrument.Scoring.Parts.Select(part => part.Id)]);
        Known("items", "item", instrument.Items.SelectMany(ItemsNamedBy), instrument.Items.Select(item => item.Id));
        Known("scoring", "item", instrument.Scoring.Parts.SelectMany(part => part.Items), instrument.Items.Select(item => item.Id));
        Known("scoring", "item", instrument.Scoring.Levels.SelectMany(level => level.AnyYes.Concat(level.AnyUnanswered)), instrument.Items.Select(item => item.Id));
        Known("flags", "item", Tests().Select(ItemNamedBy).OfType<string>(), instrument.Items.Select(item => item.Id));
        Known("flags", "part", Tests().OfType<FlagTest.PartsEndorsed>().SelectMany(test => test.Counts.Keys), instrument.Scoring.Parts.Select(part => part.Id));
        Known("flags", "level", Tests().OfType<FlagTest.LevelIs>().Select(test => test.Level), instrument.Scoring.Levels.Select(level => level.Level));
    }

    private void Answers()
    {
        foreach (var twice in instrument.Items.SelectMany(item => item.Options.GroupBy(option => option.Value)).Where(group => group.Skip(1).Any()).Select(group => group.Key).Distinct())
        {
            Fault("answers", null, $"A list of answers has the value {twice} twice.", "Give each answer a value of its own.");
        }
    }

    private void Licence()
    {
        if (instrument.Licence.ShipFullText && instrument.IsSkeleton)
        {
            Fault("licence", null, "The licence lets the wording be shipped, but the questions have none.", "Write the wording as “items”, or “ship-full-text: no”.");
        }

        if (!instrument.Licence.ShipFullText && !instrument.IsSkeleton)
        {
            Fault("licence", null, "The licence does not let the wording be shipped.", "Write “skeleton” in place of “items”.");
        }

        if (instrument.Licence is { ShipFullText: true, Notice: null })
        {
            Fault("licence", null, "The notice is missing, which is shown wherever the wording is shown.", "Write “notice: …” below “licence”.");
        }
    }

    private IEnumerable<FlagTest> Tests() => instrument.Flags.Select(flag => flag.Test);

    private static IEnumerable<string> ItemsNamedBy(InstrumentItem item) =>
        [.. item.AskWhen?.AnyYes ?? [], .. item.AskWhen?.AllYes ?? [], .. item.SkipWhen is { } skip ? [skip.Item] : Array.Empty<string>()];

    private static string? ItemNamedBy(FlagTest test) => test switch
    {
        FlagTest.ItemAtLeast least => least.Item,
        FlagTest.ItemAtMost most => most.Item,
        FlagTest.ItemUnanswered blank => blank.Item,
        _ => null,
    };

    private void Unique(string key, IReadOnlyList<string> ids)
    {
        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Skip(1).Any()))
        {
            Fault(key, twice.Key, $"“{twice.Key}” stands twice below “{key}”.", "Give each an id of its own.");
        }
    }

    private void Known(string key, string kind, IEnumerable<string> used, IEnumerable<string> known)
    {
        var there = known.ToList();
        foreach (var unknown in used.Distinct().Except(there))
        {
            var near = Spelling.Nearest(unknown, there);
            Fault(key, unknown, $"There is no {kind} “{unknown}”.", near is null ? $"Known are: {string.Join(", ", there)}." : $"Did you mean “{near}”?");
        }
    }

    /// <summary>Notes a fault at the last place below a key where a text stands, or at the key where it stands nowhere.</summary>
    private void Fault(string key, string? text, string what, string mend)
    {
        var entry = top.Here.Entries.FirstOrDefault(entry => entry.Key == key);
        var line = (entry is null || text is null ? null : LineOf(entry.Value, text)) ?? entry?.KeyLine ?? top.Here.Line;
        top.Findings.Add(top.Here.File, line, what, mend);
    }

    private static int? LineOf(YamlPart node, string text) => node switch
    {
        YamlScalar scalar => scalar.Text == text ? scalar.Line : null,
        YamlSequence sequence => sequence.Items.Select(item => LineOf(item, text)).LastOrDefault(line => line is not null),
        YamlMapping mapping when mapping.Entries.FirstOrDefault(entry => entry.Key == text) is { } here => here.KeyLine,
        YamlMapping mapping => mapping.Entries.Select(entry => LineOf(entry.Value, text)).LastOrDefault(line => line is not null),
        _ => null,
    };
}
