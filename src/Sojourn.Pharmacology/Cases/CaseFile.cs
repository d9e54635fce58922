using System.Text.Json;
using Sojourn.Pharmacology.Kinetics;

namespace Sojourn.Pharmacology.Cases;

/// <summary>Reads <c>{"cases": […]}</c>: all cases, or every fault with its case and field.</summary>
internal static class CaseFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    internal static (IReadOnlyList<Case> Cases, IReadOnlyList<string> Faults) Read(ReadOnlyMemory<byte> json)
    {
        List<string> faults = [];
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = new Field("The input", "", document.RootElement, faults);
            if (!root.IsObject)
            {
                root.Fault("is not an object; give {\"cases\": […]}.");
                return ([], faults);
            }

            var list = root["cases"].List("a list of cases");
            var cases = list.Select((field, at) => One(field, at, faults)).ToList();
            foreach (var twice in cases.Where(one => one.Id.Length > 0).GroupBy(one => one.Id, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
            {
                faults.Add($"Case \"{twice.Key}\", id: is used {twice.Count()} times; give each case its own.");
            }

            return (cases, faults);
        }
        catch (JsonException wrong)
        {
            return ([], [$"The input is not JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}. {wrong.Message.Split(" LineNumber", 2)[0]}"]);
        }
    }

    private static Case One(Field listed, int at, List<string> faults)
    {
        if (!listed.IsObject)
        {
            listed.Fault("is not an object; give a case.");
            return new Case("", new Disposition(), [], []);
        }

        var id = listed["id"].Text("the case's name");
        var field = listed.Renamed(id.Length > 0 ? $"Case \"{id}\"" : $"Case {at + 1}");
        var before = faults.Count;
        var constants = CaseParameters.Read(field);
        var doses = field["doses"].List("a list of doses, which may be empty").Select(CaseDose.Read).ToArray();
        var minutes = field["times_min"].List("a list of minutes").Select(time => time.Number()).ToArray();
        var solved = new Disposition();
        if (faults.Count == before && constants is { } known)
        {
            known.Solve(solved);
        }

        return new Case(id, solved, doses, minutes);
    }
}

/// <summary>One dose of a case.</summary>
internal static class CaseDose
{
    internal static Dose Read(Field field)
    {
        if (!field.IsObject)
        {
            field.Fault("is not an object; give a dose.");
            return default;
        }

        var type = field["type"].Text("bolus, infusion or first_order");
        var at = field["t_min"].Number();
        var milligrams = field["amount_mg"].FromNought();
        return type switch
        {
            "bolus" => Dose.Bolus(at, milligrams),
            "infusion" => Dose.Infusion(at, milligrams, field["duration_min"].FromNought()),
            "first_order" => FirstOrder(field, at, milligrams),
            _ => Unknown(field, type),
        };
    }

    private static Dose FirstOrder(Field field, double at, double milligrams)
    {
        var fraction = field["F"].Share();
        var presystemic = field["presystemic_nk_fraction"].ShareOr(0);
        if (fraction + presystemic > 1 + 1e-12)
        {
            field["presystemic_nk_fraction"].Fault("and F are more than 1 together; no more can arrive than was given.");
        }

        return Dose.FirstOrder(at, milligrams, fraction, field["ka_per_min"].AboveNought(), field["tlag_min"].FromNoughtOr(0), presystemic);
    }

    private static Dose Unknown(Field field, string type)
    {
        if (type.Length > 0)
        {
            field["type"].Fault($"is \"{type}\"; give bolus, infusion or first_order.");
        }

        return default;
    }
}
