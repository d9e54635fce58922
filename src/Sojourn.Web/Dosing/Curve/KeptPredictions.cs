using System.Collections.Concurrent;
using System.Globalization;
using Sojourn.Pharmacology.Band;
using Sojourn.Pharmacology.Models;
using Sojourn.Pharmacology.Prediction;

namespace Sojourn.Web.Dosing.Curve;

/// <summary>What was predicted, by all that it follows from. A room's page is asked for after every tap in it, and a prediction changes only with a dose.</summary>
internal static class KeptPredictions
{
    /// <summary>Enough for every room of a day, in each model.</summary>
    private const int Most = 256;

    private static readonly ConcurrentDictionary<string, Predicted> Kept = new(StringComparer.Ordinal);

    internal static Predicted Of(Model model, Body body, IReadOnlyList<GivenDose> doses, Grid grid)
    {
        var key = Key(model, body, doses, grid);
        if (Kept.TryGetValue(key, out var known))
        {
            return known;
        }

        if (Kept.Count >= Most)
        {
            Kept.Clear();
        }

        return Kept[key] = Predict.Of(model, body, doses, grid);
    }

    private static string Key(Model model, Body body, IReadOnlyList<GivenDose> doses, Grid grid) => string.Create(
        CultureInfo.InvariantCulture,
        $"{model.Id}\n{body.Kilograms:R} {body.Years:R} {body.LiverDisease} {body.Pregnant} {string.Join('\t', body.Interacting ?? [])}\n{grid.FromMinutes:R} {grid.StepMinutes:R} {grid.Points}\n{string.Join('\n', doses.Select(Written))}");

    private static string Written(GivenDose dose) => string.Create(CultureInfo.InvariantCulture, $"{dose.Route} {dose.AtMinutes:R} {dose.Milligrams:R} {dose.DurationMinutes:R}");
}
