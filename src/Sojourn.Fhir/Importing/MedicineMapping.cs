using System.Globalization;
using Sojourn.Domain.People;

namespace Sojourn.Fhir.Importing;

/// <summary>MedicationRequest and MedicationStatement → a medicine on record. The Medication may be inside, in the file, or only named.</summary>
internal static class MedicineMapping
{
    internal static Medicine? Read(Entry entry, References references)
    {
        var resource = entry.Resource;
        if (resource["intent"].Text() is "proposal" or "plan" or "option")
        {
            entry.Note("Not taken: it was only proposed or planned.");
            return null;
        }

        if (Status(entry) is not { } status)
        {
            return null;
        }

        var concept = Medication(entry, references);
        if (concept.Words is null)
        {
            entry.Note("Not taken: it does not say which medicine.");
            return null;
        }

        var dosage = resource[entry.Type == "MedicationRequest" ? "dosageInstruction" : "dosage"].Items().ToList();
        var bounds = dosage.Select(dose => dose["timing"]["repeat"]["boundsPeriod"]).ToList();
        var since = Times.DayOf(resource, "effective")
            ?? bounds.Select(period => Times.Day(period["start"])).FirstOrDefault(day => day is not null)
            ?? Times.Day(resource["authoredOn"]);
        var until = Times.DayOf(resource, "effective", end: true) is { } end && resource["effectivePeriod"].IsThere && resource["effectivePeriod"]["end"].IsThere
            ? end
            : bounds.Select(period => Times.Day(period["end"])).FirstOrDefault(day => day is not null);
        var words = string.Join("; ", dosage.Select(Dose).Where(dose => dose.Length > 0));
        return new Medicine(concept.Words, concept.Code, words.Length > 0 ? words : null, since, until, null, status);
    }

    private static MedicineStatus? Status(Entry entry)
    {
        switch (entry.Resource["status"].Text())
        {
            case "active" or "on-hold" or "intended":
                return MedicineStatus.Current;
            case "completed" or "stopped":
                return MedicineStatus.Past;
            case "cancelled" or "draft" or "not-taken":
                entry.Note("Not taken: it was never given.");
                return null;
            case "unknown" or null:
                entry.Note("The source does not know whether it is still given. Taken as current: ask the person.");
                return MedicineStatus.Current;
            case var other:
                entry.Note($"status “{other}” is not known. Taken as current: ask the person.");
                return MedicineStatus.Current;
        }
    }

    private static Concept Medication(Entry entry, References references)
    {
        var resource = entry.Resource;
        if (resource["medicationCodeableConcept"].IsThere)
        {
            return Codes.Read(resource["medicationCodeableConcept"], entry);
        }

        var reference = resource["medicationReference"];
        if (reference["reference"].Text() is ['#', .. var contained])
        {
            foreach (var inside in resource["contained"].Items().Where(inside => inside["id"].Text() == contained))
            {
                return Codes.Read(inside["code"], entry);
            }
        }
        else if (references.Find(reference) is { Type: "Medication" } found)
        {
            return Codes.Read(found.Resource["code"], entry);
        }

        if (reference["display"].Text() is { } display)
        {
            entry.Note($"{References.Say(reference)} is not in this file. Taken by name only: {display}.");
            return new Concept(display, null, []);
        }

        return new Concept(null, null, []);
    }

    private static string Dose(Node dosage)
    {
        if (dosage["text"].Text() is { } text)
        {
            return text;
        }

        List<string> parts = [];
        foreach (var rate in dosage["doseAndRate"].Items())
        {
            var quantity = rate["doseQuantity"];
            if (quantity["value"].Number() is { } amount)
            {
                parts.Add($"{Write(amount)} {quantity["unit"].Text() ?? quantity["code"].Text() ?? "dose"}");
            }
        }

        var repeat = dosage["timing"]["repeat"];
        if (repeat["frequency"].Number() is { } frequency && repeat["period"].Number() is { } period && repeat["periodUnit"].Text() is { } unit)
        {
            parts.Add(period == 1 ? $"{Write(frequency)} × {Each(unit)}" : $"{Write(frequency)} × every {Write(period)} {unit}");
        }

        if (dosage["asNeededBoolean"].YesNo() == true)
        {
            parts.Add("as needed");
        }

        return string.Join(", ", parts);
    }

    private static string Each(string unit) => unit switch
    {
        "h" => "an hour",
        "d" => "a day",
        "wk" => "a week",
        "mo" => "a month",
        _ => $"each {unit}",
    };

    private static string Write(decimal number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
