using Sojourn.Pharmacology.Kinetics;
using Sojourn.Pharmacology.Models;

namespace Sojourn.Pharmacology.Cases;

/// <summary>Whose body a case is about: written out, or a model's for a weight.</summary>
/// <param name="Micro">One centre with compartments beside it; null for a model with a liver.</param>
/// <param name="Hepatic">The model with a liver.</param>
/// <param name="Ke0">1/min.</param>
internal sealed record CaseParameters(MicroConstants? Micro, HepaticConstants? Hepatic, double Ke0)
{
    internal void Solve(Disposition solved)
    {
        if (Micro is not null)
        {
            solved.Solve(Micro, Ke0);
        }
        else if (Hepatic is not null)
        {
            solved.Solve(Hepatic, Ke0);
        }
    }

    /// <returns>Null where something is missing; the faults say what.</returns>
    internal static CaseParameters? Read(Field field)
    {
        var given = field["parameters"];
        var model = given.IsMissing || field["ke0_per_min"].IsMissing ? Named(field) : null;
        var ke0 = field["ke0_per_min"].FromNoughtOr(model?.Ke0 ?? double.NaN);
        if (!given.IsMissing)
        {
            return new CaseParameters(Written(given), null, ke0);
        }

        if (model is null)
        {
            return null;
        }

        if (model.Structure == Structure.Hepatic)
        {
            return new CaseParameters(null, Scaling.Hepatic(model, null, Scaling.Typical), ke0);
        }

        var weight = field["weight_kg"].AboveNought();
        return double.IsNaN(weight) ? null : new CaseParameters(Scaling.Micro(model, weight, Scaling.Typical), null, ke0);
    }

    private static Model? Named(Field field)
    {
        var known = string.Join(", ", ModelLibrary.All.Select(model => model.Id));
        var id = field["model"].Text($"one of {known}, or both parameters and ke0_per_min");
        if (id.Length > 0 && ModelLibrary.Find(id) is null)
        {
            field["model"].Fault($"is \"{id}\"; known are {known}.");
        }

        return ModelLibrary.Find(id);
    }

    private static MicroConstants? Written(Field given)
    {
        if (!given.IsObject)
        {
            given.Fault("is not an object; give V1_L, k10_per_min and the rates between compartments.");
            return null;
        }

        var (toSecond, fromSecond) = Between(given, "k12_per_min", "k21_per_min");
        var (toThird, fromThird) = Between(given, "k13_per_min", "k31_per_min");
        return new MicroConstants(
            given["V1_L"].AboveNought(), given["k10_per_min"].FromNought(), toSecond, fromSecond, toThird, fromThird, Metabolite(given["metabolite"]));
    }

    private static MetaboliteConstants? Metabolite(Field given)
    {
        if (given.IsMissing)
        {
            return null;
        }

        if (!given.IsObject)
        {
            given.Fault("is not an object; give fm, mw_ratio, VN_L, kN0_per_min, kNP_per_min and kPN_per_min, or null.");
            return null;
        }

        var (toSecond, fromSecond) = Between(given, "kNP_per_min", "kPN_per_min");
        return new MetaboliteConstants(
            given["fm"].Share(), given["mw_ratio"].AboveNought(), given["VN_L"].AboveNought(), given["kN0_per_min"].FromNought(), toSecond, fromSecond);
    }

    /// <summary>Both rates of a compartment or neither.</summary>
    private static (double To, double From) Between(Field given, string to, string from)
    {
        if (given[to].IsMissing != given[from].IsMissing)
        {
            var missing = given[to].IsMissing ? to : from;
            given[missing].Fault($"is missing beside {(missing == to ? from : to)}; give both, or neither where there is no such compartment.");
        }

        return (given[to].FromNoughtOr(0), given[from].FromNoughtOr(0));
    }
}
