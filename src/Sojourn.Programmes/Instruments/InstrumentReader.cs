using System.Security.Cryptography;
using System.Text;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Instruments;

/// <summary>Reads one instrument file. The format is in docs/reference/instrument-format.md.</summary>
public static partial class InstrumentReader
{
    private static readonly Dictionary<string, Respondent> Respondents = new()
    {
        ["patient"] = Respondent.Patient,
        ["asked-by-clinician"] = Respondent.AskedByClinician,
        ["rated-by-clinician"] = Respondent.RatedByClinician,
    };

    /// <summary>Reads the text of a file.</summary>
    /// <param name="file">The name that faults are reported under.</param>
    /// <param name="text">What the file holds.</param>
    /// <returns>The instrument, or every fault with its line.</returns>
    public static Parsed<Instrument> Read(string file, string text)
    {
        var reading = new YamlReading(file);
        if (reading.Top(text) is not { } top)
        {
            return new(null, reading.Faults);
        }

        var instrument = Whole(top, HashOf(text));
        top.NothingElse();
        if (reading.Faults.Count == 0)
        {
            InstrumentChecks.Check(instrument, top);
        }

        return reading.Faults.Count == 0 ? new(instrument, []) : new(null, reading.Faults);
    }

    private static Instrument Whole(YamlMap top, string hash)
    {
        var loinc = top.OptionalMap("loinc");
        var scoring = top.Map("scoring");
        var licence = top.Map("licence");
        var instrument = new Instrument
        {
            Id = top.Text("id"),
            Version = top.Whole("version", 1, 9999),
            Hash = hash,
            Title = top.Text("title"),
            Construct = top.Text("construct"),
            Respondent = top.Choice("respondent", Respondents),
            Language = top.Text("language"),
            Recall = top.OptionalText("recall"),
            Instruction = top.OptionalText("instruction"),
            Validated = top.Flag("validated", otherwise: true),
            LoincPanel = loinc?.OptionalText("panel"),
            LoincTotal = loinc?.OptionalText("total"),
            Items = Items(top),
            Scoring = scoring is null ? new ScoringRule { Method = ScoringMethod.ItemsOnly } : Scoring(scoring),
            Flags = [.. top.Maps("flags").Select(Flag)],
            Bands = [.. top.Maps("bands").Select(Band)],
            BandsOfficial = top.Flag("bands-official", otherwise: true),
            Change = [.. top.Maps("change").Select(Change)],
            Source = top.Text("source"),
            Licence = licence is null ? new Licence(string.Empty, ShipFullText: false, null, null, null, null) : Licence(licence),
        };
        loinc?.NothingElse();
        return instrument;
    }

    private static Band Band(YamlMap map)
    {
        var band = new Band(map.Number("least"), map.Number("most"), map.Text("label"));
        map.NothingElse();
        return band;
    }

    private static Licence Licence(YamlMap map)
    {
        var licence = new Licence(
            map.Text("class"),
            map.Flag("ship-full-text", otherwise: false),
            map.OptionalText("notice"),
            map.OptionalText("holder"),
            map.OptionalText("basis"),
            map.OptionalText("condition"));
        map.NothingElse();
        return licence;
    }

    // Line ends differ between checkouts of the same file; the hash must not.
    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
