using Sojourn.Pharmacology.Band;
using Sojourn.Pharmacology.Kinetics;
using Sojourn.Pharmacology.Models;

namespace Sojourn.Pharmacology.Prediction;

/// <summary>From what was given to what is likely to be there.</summary>
public static class Predict
{
    /// <summary>Invented people behind a band.</summary>
    public const int People = 1_000;

    /// <param name="model">One of the library.</param>
    /// <param name="body">Whose.</param>
    /// <param name="doses">What was given, in any order.</param>
    /// <param name="grid">Where to compute.</param>
    /// <param name="people">For the band; 0 leaves it out.</param>
    /// <param name="bandInPlasma">Whether plasma gets a band as well.</param>
    public static Predicted Of(Model model, Body body, IReadOnlyList<GivenDose> doses, Grid grid, int people = People, bool bandInPlasma = false)
    {
        var reasons = Refusals(model, body, doses, grid);
        if (reasons.Count > 0)
        {
            return new Predicted(null, reasons);
        }

        var (plasma, effect, norketamine) = Typical(model, body, doses, grid);
        var (plasmaBand, effectBand) = people > 0 && model.HasBetweenPeople ? Band(model, body, doses, grid, people, bandInPlasma) : (null, null);
        return new Predicted(
            new EffectCurve(
                model.Id, model.Title, model.Label, Cautions.Of(model, body, doses, plasma, effect), grid, plasma, effect, norketamine,
                plasmaBand, effectBand, Reading.Of(grid, effect, effectBand)),
            []);
    }

    private static List<string> Refusals(Model model, Body body, IReadOnlyList<GivenDose> doses, Grid grid)
    {
        List<string> reasons = [];
        if (!(body.Kilograms > 0 && double.IsFinite(body.Kilograms)))
        {
            reasons.Add("There is no weight; weigh the person first.");
        }

        if (body.Years < Levels.Shipped.Youngest.Value)
        {
            reasons.Add($"The models know nothing about people under {Levels.Shipped.Youngest.Value:0} years.");
        }

        if (!(grid.Points > 0 && grid.StepMinutes > 0 && double.IsFinite(grid.StepMinutes) && double.IsFinite(grid.FromMinutes)))
        {
            reasons.Add("The chart has no points; give a step above 0 and at least one point.");
        }

        if (doses.Any(dose => !(dose.Milligrams >= 0 && dose.DurationMinutes >= 0 && double.IsFinite(dose.AtMinutes + dose.Milligrams + dose.DurationMinutes))))
        {
            reasons.Add("A dose has an amount, a time or a length that is no number from 0.");
        }

        reasons.AddRange(doses.Select(dose => dose.Route).Distinct().Where(route => !Routes.Knows(model, route)).Select(route =>
            $"{model.Title} says nothing about {Cautions.Words(route)}; choose a model that does."));
        return reasons;
    }

    private static (double[] Plasma, double[] Effect, double[]? Norketamine) Typical(Model model, Body body, IReadOnlyList<GivenDose> doses, Grid grid)
    {
        var solved = new Disposition();
        if (model.Structure == Structure.Hepatic)
        {
            solved.Solve(Scaling.Hepatic(model, body.Years, Scaling.Typical), model.Ke0);
        }
        else
        {
            solved.Solve(Scaling.Micro(model, body.Kilograms, Scaling.Typical), model.Ke0);
        }

        var minutes = new double[grid.Points];
        for (var point = 0; point < minutes.Length; point++)
        {
            minutes[point] = grid.At(point);
        }

        var (plasma, effect) = (new double[grid.Points], new double[grid.Points]);
        var norketamine = model.HasNorketamine ? new double[grid.Points] : null;
        Profile.Fill(solved, Routes.Inputs(model, doses, Scaling.Typical), minutes, plasma, effect, norketamine);
        return (plasma, effect, norketamine);
    }

    private static (BandCurve? Plasma, BandCurve? Effect) Band(Model model, Body body, IReadOnlyList<GivenDose> doses, Grid grid, int people, bool inPlasma) =>
        Bands.Compute(model, Population.Of(model, body.Kilograms, body.Years, PersonFactors.Of(model, people)), doses, grid, inPlasma);
}
