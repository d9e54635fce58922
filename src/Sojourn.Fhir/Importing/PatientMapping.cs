using Sojourn.Domain.People;

namespace Sojourn.Fhir.Importing;

/// <summary>Patient → who a person is.</summary>
internal static class PatientMapping
{
    private const string Pronouns = "http://hl7.org/fhir/StructureDefinition/individual-pronouns";

    internal sealed record Draft(Entry Entry, string Resource, string Namespace, Demographics Details, bool Died, PartialDate? DiedOn);

    internal static Draft? Read(Entry entry)
    {
        var patient = entry.Resource;
        var name = Name(patient);
        var born = Times.Day(patient["birthDate"]);
        if (name is null)
        {
            entry.Fault("The patient has no name. Give one in the source system and export again.");
        }

        if (born is null)
        {
            if (!patient["birthDate"].IsThere)
            {
                entry.Fault("The patient has no birthDate. Give one in the source system and export again.");
            }
        }
        else if (born.Day is null)
        {
            entry.Fault($"birthDate is “{born}”. The whole date is needed: give day and month in the source system and export again.");
        }

        var identifiers = Identifiers(entry, out var space);
        if (name is null || born?.Day is null)
        {
            return null;
        }

        var details = new Demographics(
            name, born.Earliest, Gender(entry), PronounsOf(patient), identifiers, new Contacts(Telecom(entry, "phone"), Telecom(entry, "email"), AddressOf(patient)), Language(patient), null, null);
        var diedOn = Times.Day(patient["deceasedDateTime"]);
        return new Draft(entry, $"{space}{entry.Name}", space, details, diedOn is not null || patient["deceasedBoolean"].YesNo() == true, diedOn);
    }

    private static PersonName? Name(Node patient)
    {
        var names = patient["name"].Items()
            .Select(name => (Use: name["use"].Text(), Over: name["period"]["end"].IsThere, Node: name))
            .Where(name => name.Use is not ("old" or "maiden"))
            .ToList();
        var legal = names.Where(name => name.Use != "nickname").OrderBy(name => (name.Over, Rank(name.Use))).Select(name => (Node?)name.Node).FirstOrDefault();
        if (legal is not { } chosen)
        {
            return null;
        }

        var given = string.Join(' ', chosen["given"].Items().Select(part => part.Text()).Where(part => part is not null));
        var family = chosen["family"].Text() ?? "";
        if (given.Length + family.Length == 0 && chosen["text"].Text() is { } text)
        {
            var cut = text.LastIndexOf(' ');
            (given, family) = cut < 0 ? ("", text) : (text[..cut].Trim(), text[(cut + 1)..]);
        }

        var nickname = names.Where(name => name.Use == "nickname").Select(name => name.Node["given"].Items().Select(part => part.Text()).FirstOrDefault() ?? name.Node["text"].Text()).FirstOrDefault();
        return given.Length + family.Length == 0 ? null : new PersonName(given, family, nickname);
    }

    private static int Rank(string? use) => use switch
    {
        "official" => 0,
        "usual" => 1,
        null => 2,
        _ => 3,
    };

    private static Sex Gender(Entry entry)
    {
        switch (entry.Resource["gender"].Text())
        {
            case "female":
                return Sex.Female;
            case "male":
                return Sex.Male;
            case "other":
                return Sex.Other;
            case null or "unknown":
                return Sex.NotKnown;
            case var other:
                entry.Note($"gender “{other}” is not one of female, male, other, unknown. Taken as not known: ask the person.");
                return Sex.NotKnown;
        }
    }

    /// <summary>Leaves out numbers that a clinic like this has no use for and that are dangerous in the wrong hands.</summary>
    private static List<Identifier> Identifiers(Entry entry, out string space)
    {
        List<Identifier> kept = [];
        string? record = null;
        foreach (var node in entry.Resource["identifier"].Items())
        {
            var type = Codes.Word(node["type"]);
            var system = node["system"].Text() ?? (type is null ? null : $"urn:sojourn:no-system:{type}");
            if (node["value"].Text() is not { } value || node["use"].Text() == "old")
            {
                continue;
            }

            var label = node["type"]["text"].Text() ?? node["type"]["coding"].Items().Select(coding => coding["display"].Text()).FirstOrDefault(display => display is not null);
            if (type is "SS" or "DL" or "PPN" or "TAX" || system is "http://hl7.org/fhir/sid/us-ssn")
            {
                entry.Note($"{label ?? type ?? "Social Security Number"} is not kept: it is not needed here.");
            }
            else if (system is null)
            {
                entry.Note($"The number {value} does not say who gave it, and is not kept.");
            }
            else if (!kept.Any(new Identifier(system, value).Means))
            {
                kept.Add(new Identifier(system, value, label));
                record ??= type == "MR" ? system : null;
            }
        }

        var main = record ?? kept.FirstOrDefault()?.System;
        space = main is null ? "" : $"{main}|";
        if (kept.Count == 0)
        {
            kept.Add(new Identifier(Identifier.ResourceId, entry.Name, "id in the source"));
        }

        return [.. kept.OrderBy(identifier => identifier.System == record ? 0 : 1)];
    }

    private static string? Telecom(Entry entry, string system)
    {
        var all = entry.Resource["telecom"].Items()
            .Where(point => point["system"].Text() == system && point["use"].Text() != "old" && !point["period"]["end"].IsThere)
            .OrderBy(point => (point["rank"].Number() ?? 99, point["use"].Text() == "mobile" ? 0 : 1))
            .Select(point => point["value"].Text())
            .OfType<string>()
            .ToList();
        foreach (var wrong in all.Where(value => !Sound(value)))
        {
            entry.Note($"“{wrong}” does not read like {(system == "email" ? "an e-mail address" : "a telephone number")} and is not taken.");
        }

        return all.Find(Sound);

        bool Sound(string value) => !(system == "email" ? Person.EmailIsSound(value, "email") : Person.PhoneIsSound(value, "phone")).Any();
    }

    private static Address? AddressOf(Node patient)
    {
        var home = patient["address"].Items()
            .Where(address => address["use"].Text() != "old" && !address["period"]["end"].IsThere)
            .Select(address => new Address(
                string.Join(", ", address["line"].Items().Select(line => line.Text()).OfType<string>()) is { Length: > 0 } lines ? lines : null,
                address["city"].Text(),
                address["state"].Text(),
                address["postalCode"].Text(),
                address["country"].Text()))
            .FirstOrDefault();
        return home is null || home.ToString().Length == 0 ? null : home;
    }

    private static string? PronounsOf(Node patient)
    {
        foreach (var extension in patient["extension"].Items().Where(extension => extension["url"].Text() == Pronouns))
        {
            foreach (var part in extension["extension"].Items().Where(part => part["url"].Text() == "value"))
            {
                var concept = part["valueCodeableConcept"];
                return concept["text"].Text() ?? concept["coding"].Items().Select(coding => coding["display"].Text()).FirstOrDefault();
            }
        }

        return null;
    }

    private static string? Language(Node patient) =>
        patient["communication"].Items()
            .OrderBy(spoken => spoken["preferred"].YesNo() == true ? 0 : 1)
            .Select(spoken => Codes.Word(spoken["language"]))
            .FirstOrDefault(code => code is not null);
}
