using Sojourn.Domain.People;

namespace Sojourn.Fhir.Importing;

/// <summary>AllergyIntolerance → an allergy on record, or the statement that there is none.</summary>
internal static class AllergyMapping
{
    private const string NoKnownAllergy = "716186003";

    internal static bool SaysThereIsNone(Entry entry) =>
        entry.Resource["code"]["coding"].Items().Any(coding => coding["system"].Text() == Codes.SnomedCt && coding["code"].Text() == NoKnownAllergy);

    internal static Allergy? Read(Entry entry)
    {
        var resource = entry.Resource;
        if (Codes.Word(resource["verificationStatus"]) is "refuted")
        {
            entry.Note("Not taken: the source says that the person does not have it.");
            return null;
        }

        var concept = Codes.Read(resource["code"], entry);
        var reactions = resource["reaction"].Items().ToList();
        var substance = concept.Words ?? reactions.Select(reaction => Codes.Read(reaction["substance"], entry).Words).FirstOrDefault(words => words is not null);
        if (substance is null)
        {
            entry.Note("Not taken: it does not say what the person is allergic to.");
            return null;
        }

        var signs = reactions
            .SelectMany(reaction => reaction["manifestation"].Items())
            .Select(sign => Codes.Read(sign, entry).Words)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase);
        return new Allergy(
            substance, concept.Code, string.Join(", ", signs) is { Length: > 0 } words ? words : null, reactions.Select(Severity).DefaultIfEmpty().Max(), Status(entry));
    }

    private static AllergySeverity Severity(Node reaction) => reaction["severity"].Text() switch
    {
        "mild" => AllergySeverity.Mild,
        "moderate" => AllergySeverity.Moderate,
        "severe" => AllergySeverity.Severe,
        _ => AllergySeverity.NotStated,
    };

    private static AllergyStatus Status(Entry entry)
    {
        switch (Codes.Word(entry.Resource["clinicalStatus"]))
        {
            case null or "active":
                return AllergyStatus.Active;
            case "inactive" or "resolved":
                return AllergyStatus.Inactive;
            case var other:
                entry.Note($"clinicalStatus “{other}” is not known. Taken as active: ask the person.");
                return AllergyStatus.Active;
        }
    }
}
