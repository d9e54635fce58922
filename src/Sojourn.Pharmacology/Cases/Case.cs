using Sojourn.Pharmacology.Kinetics;

namespace Sojourn.Pharmacology.Cases;

/// <summary>One question to the model, with nothing left to look up.</summary>
/// <param name="Id">Unique in its file.</param>
/// <param name="Solved">The model of one person.</param>
/// <param name="Doses">In any order.</param>
/// <param name="Minutes">Instants, in any order.</param>
internal sealed record Case(string Id, Disposition Solved, Dose[] Doses, double[] Minutes)
{
    internal CaseCurve Answer()
    {
        var plasma = new double[Minutes.Length];
        var effect = new double[Minutes.Length];
        var norketamine = Solved.HasNorketamine ? new double[Minutes.Length] : null;
        Profile.Fill(Solved, Doses, Minutes, plasma, effect, norketamine);
        return new CaseCurve(Id, plasma, effect, norketamine);
    }
}

/// <summary>Concentrations in ng/mL at the case's instants; no norketamine where the model has none.</summary>
internal sealed record CaseCurve(string Id, double[] Plasma, double[] Effect, double[]? Norketamine)
{
    internal bool IsFinite => Array.TrueForAll(Plasma, double.IsFinite) && Array.TrueForAll(Effect, double.IsFinite) && (Norketamine is null || Array.TrueForAll(Norketamine, double.IsFinite));
}
