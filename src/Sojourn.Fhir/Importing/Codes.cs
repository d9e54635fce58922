using Sojourn.Domain.People;

namespace Sojourn.Fhir.Importing;

/// <summary>A CodeableConcept, read for its words and its best code.</summary>
internal sealed record Concept(string? Words, Coding? Code, IReadOnlyList<Coding> All);

internal static class Codes
{
    internal const string Loinc = "http://loinc.org";
    internal const string SnomedCt = "http://snomed.info/sct";
    internal const string RxNorm = "http://www.nlm.nih.gov/research/umls/rxnorm";

    /// <summary>Code systems that are kept without a remark, best first.</summary>
    private static readonly string[] Known =
    [
        SnomedCt, RxNorm, "http://hl7.org/fhir/sid/icd-10-cm", "http://hl7.org/fhir/sid/icd-10", "http://hl7.org/fhir/sid/icd-11", "http://id.who.int/icd/release/11/mms",
        "http://hl7.org/fhir/sid/icd-9-cm", "http://www.whocc.no/atc", "http://hl7.org/fhir/sid/ndc", "http://fdasis.nlm.nih.gov", "http://hl7.org/fhir/ndfrt", Loinc,
    ];

    /// <summary>The words are the text, else the display, else the code itself. A code that its system cannot contain is left out with a note.</summary>
    internal static Concept Read(Node concept, Entry entry)
    {
        var codings = new List<(Coding Code, string? Display)>();
        string? display = null;
        foreach (var coding in concept["coding"].Items())
        {
            var shown = coding["display"].Text();
            display ??= shown;
            if (coding["code"].Text() is { } code && coding["system"].Text() is { } system)
            {
                codings.Add((new Coding(system, code), shown));
            }
        }

        var words = concept["text"].Text() ?? display;
        var best = codings.OrderBy(coding => Rank(coding.Code.System)).FirstOrDefault();
        var code1 = best.Code;
        if (code1 is not null && !Possible(code1))
        {
            entry.Note($"“{code1.Code}” is not a code of {NameOf(code1.System)}. Taken in words only: {best.Display ?? words ?? "no words given"}.");
            code1 = null;
        }
        else if (code1 is not null && Rank(code1.System) == Known.Length)
        {
            entry.Note($"The code system {code1.System} is not known here. The code {code1.Code} is kept as it is.");
        }

        return new Concept(words ?? code1?.Code, code1, [.. codings.Select(coding => coding.Code)]);
    }

    /// <summary>The first code of a concept whose system does not matter, such as a status.</summary>
    internal static string? Word(Node concept) => concept["coding"].Items().Select(coding => coding["code"].Text()).FirstOrDefault(code => code is not null);

    private static int Rank(string system) => Array.IndexOf(Known, system) is var rank and >= 0 ? rank : Known.Length;

    private static bool Possible(Coding code) => code.System switch
    {
        SnomedCt => code.Code.Length is >= 6 and <= 18 && code.Code.All(char.IsAsciiDigit),
        RxNorm => code.Code.Length is >= 1 and <= 8 && code.Code.All(char.IsAsciiDigit),
        _ => true,
    };

    private static string NameOf(string system) => system switch
    {
        SnomedCt => "SNOMED CT",
        RxNorm => "RxNorm",
        _ => system,
    };
}
