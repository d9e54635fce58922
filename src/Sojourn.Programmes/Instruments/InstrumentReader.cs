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
        var findings = new Findings();
        if (YamlText.Read(text, file, findings) is { } mapping)
        {
            var top = new Fields(mapping, findings);
            var instrument = Whole(top, HashOf(text));
            top.Done();
            if (findings.Faults.Count == 0)
            {
                InstrumentChecks.Check(instrument, top);
            }

            if (findings.Faults.Count == 0)
            {
                return new(instrument, []);
            }
        }

        return new(null, [.. findings.Faults.OrderBy(fault => fault.Line).Select(fault => fault.ToFault())]);
    }

    private static Instrument Whole(Fields top, string hash) => new()
    {
        Id = top.Id(),
        Version = top.Whole("version", 1, 9999),
        Hash = hash,
        Title = top.Text("title"),
        Construct = top.Text("construct"),
        Respondent = top.Choice("respondent", Respondents),
        Language = top.Text("language"),
        Recall = top.TextOrNull("recall"),
        Instruction = top.TextOrNull("instruction"),
        Validated = top.YesNo("validated", otherwise: true),
        Loinc = top.Block("loinc", Loinc) ?? LoincCodes.None,
        Items = Items(top),
        Scoring = top.NeedBlock("scoring", Scoring, new() { Method = ScoringMethod.ItemsOnly }),
        Flags = top.Blocks("flags", Flag),
        Bands = top.Blocks("bands", Band),
        BandsOfficial = top.YesNo("bands-official", otherwise: true),
        Change = top.Blocks("change", Change),
        Source = top.Text("source"),
        Licence = top.NeedBlock("licence", Licence, new(string.Empty, ShipFullText: false, null, null, null, null)),
    };

    private static LoincCodes Loinc(Fields map) => new(map.TextOrNull("panel"), map.TextOrNull("total"));

    private static Band Band(Fields map) => new(map.Number("least", -1000, 1000), map.Number("most", -1000, 1000), map.Text("label"));

    private static Licence Licence(Fields map) => new(
        map.Text("class"),
        map.YesNo("ship-full-text", otherwise: false),
        map.TextOrNull("notice"),
        map.TextOrNull("holder"),
        map.TextOrNull("basis"),
        map.TextOrNull("condition"));

    // Line ends differ between checkouts of the same file; the hash must not.
    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
