using Sojourn.Domain.People;

namespace Sojourn.Fhir.Importing;

/// <summary>Observation → vital signs, by LOINC code. A panel gives one for each component that is known.</summary>
internal static class VitalMapping
{
    private static readonly Dictionary<string, VitalKind> Kinds = new(StringComparer.Ordinal)
    {
        ["8480-6"] = VitalKind.Systolic,
        ["8462-4"] = VitalKind.Diastolic,
        ["8867-4"] = VitalKind.Pulse,
        ["59408-5"] = VitalKind.Oxygen,
        ["2708-6"] = VitalKind.Oxygen,
        ["29463-7"] = VitalKind.Weight,
        ["3141-9"] = VitalKind.Weight,
        ["8302-2"] = VitalKind.Height,
        ["9279-1"] = VitalKind.Respiration,
        ["8310-5"] = VitalKind.Temperature,
        ["8331-1"] = VitalKind.Temperature,
        ["72514-3"] = VitalKind.Pain,
        ["39156-5"] = VitalKind.BodyMassIndex,
    };

    /// <summary>Panels whose components are readings.</summary>
    private static readonly HashSet<string> Panels = new(StringComparer.Ordinal) { "85354-9", "55284-4", "85353-1" };

    internal static bool IsVital(Entry entry) => Loinc(entry.Resource["code"]).Any(code => Kinds.ContainsKey(code) || Panels.Contains(code));

    /// <returns>Each with what tells it apart from others of the same entry.</returns>
    internal static IEnumerable<(string Suffix, Vital Vital)> Read(Entry entry)
    {
        var resource = entry.Resource;
        switch (resource["status"].Text())
        {
            case "cancelled" or "registered":
                entry.Note("Not taken: there is no result.");
                return [];
            case "unknown":
                entry.Note("Not taken: the source does not know whether it is right.");
                return [];
            default:
                break;
        }

        if (Times.Moment(resource) is not { } at)
        {
            entry.Note("Not taken: it does not say on which day it was measured.");
            return [];
        }

        var whole = Reading(entry, resource, at, "");
        var parts = resource["component"].Items().SelectMany(component => Reading(entry, component, at, "#"));
        return [.. whole, .. parts];
    }

    private static IEnumerable<(string Suffix, Vital Vital)> Reading(Entry entry, Node node, DateTimeOffset at, string mark)
    {
        var code = Loinc(node["code"]).FirstOrDefault(Kinds.ContainsKey);
        if (code is null)
        {
            yield break;
        }

        var kind = Kinds[code];
        var quantity = node["valueQuantity"];
        if (!quantity.IsThere)
        {
            entry.Note($"Not taken: {kind.Words()} has no value.");
            yield break;
        }

        if (quantity["value"].Number() is not { } value)
        {
            if (!quantity["value"].IsThere)
            {
                entry.Note($"Not taken: {kind.Words()} has no value.");
            }

            yield break;
        }

        if (quantity["comparator"].Text() is { } comparator)
        {
            entry.Note($"Not taken: {kind.Words()} is given as {comparator} {value}, which is no reading.");
            yield break;
        }

        var unit = quantity["code"].Text() ?? quantity["unit"].Text() ?? "";
        if (VitalUnits.Convert(kind, value, unit) is not { } kept)
        {
            entry.Note($"Not taken: “{unit}” is not a unit of {kind.Words()} that is known here.");
            yield break;
        }

        if (kept.AsGiven is not null)
        {
            entry.Note($"{Capital(kind.Words())} {kept.AsGiven} taken as {kind.Write(kept.Value)}.");
        }

        yield return (mark.Length == 0 ? "" : mark + code, new Vital(kind, kept.Value, kept.AsGiven, at, Vital.Imported));
    }

    private static IEnumerable<string> Loinc(Node concept) =>
        concept["coding"].Items().Where(coding => coding["system"].Text() == Codes.Loinc).Select(coding => coding["code"].Text()).OfType<string>();

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
