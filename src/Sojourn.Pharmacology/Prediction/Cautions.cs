using System.Globalization;
using Sojourn.Pharmacology.Models;

namespace Sojourn.Pharmacology.Prediction;

/// <summary>Why a curve is to be trusted less. Nothing here changes a number.</summary>
internal static class Cautions
{
    private const double Window = 120;

    internal static IReadOnlyList<Caution> Of(Model model, Body body, IReadOnlyList<GivenDose> doses, double[] plasma, double[] effect)
    {
        var levels = Levels.Shipped;
        List<Caution> found = [];
        Add(model.NotFor is not null, "model.not-for", model.NotFor ?? "");
        Add(body.Years is null, "age.unknown", "The age is not on record; the model is for 18 to 75.");
        Add(body.Years > levels.OlderFrom.Value && model.Structure != Structure.Hepatic, "age.older", $"Over {levels.OlderFrom.Value:0}: clearance may be lower, so that levels may be higher and last longer.");
        Add(body.Years > levels.Oldest.Value, "age.outside", $"Over {levels.Oldest.Value:0}: older than the people behind the model.");
        var held = Scaling.Held(model, body.Kilograms);
        Add(Math.Abs(held - body.Kilograms) > 0, "weight.outside", Said($"{body.Kilograms:0.#} kg is outside the weights behind the model; it is computed as for {held:0.#} kg."));
        Add(body.LiverDisease, "liver", "Liver disease is on record: levels may be higher and last longer.");
        Add(body.Pregnant, "pregnancy", "Pregnancy is on record: the model knows nothing about it.");
        Add(body.Interacting is { Count: > 0 }, "interaction", $"On record: {string.Join(", ", body.Interacting ?? [])}. Breakdown in the liver may be much slower or quicker, most of all for what is swallowed.");
        Add(Most(doses) > levels.BeyondCalibrationDose.Value * body.Kilograms, "dose.outside", Said($"More than {levels.BeyondCalibrationDose.Value:0.#} mg/kg within two hours: beyond what the model was made from."));
        Add(plasma.Max() > levels.BeyondCalibration.Value, "level.outside", Said($"Above {levels.BeyondCalibration.Value:0} ng/mL in plasma: beyond what the model was made from."));
        Add(effect.Max() > levels.BeyondSedation.Value, "level.beyond-sedation", Said($"Above {levels.BeyondSedation.Value:0} ng/mL at the effect site: beyond conscious sedation."));
        Add(Any(Route.UnderTongue), "route.troche", "How much is swallowed and how much spat out is not known; it changes the level.");
        Add(Any(Route.UnderTongueSpatOut), "route.spat-out", "No study of spitting out was found; the share that gets in is a guess.");
        Add(Any(Route.Nose), "route.nose", "Sources disagree about the share through the nose, and it falls as the volume grows.");
        return found;

        bool Any(Route route) => doses.Any(dose => dose.Route == route);
        void Add(bool holds, string code, string words)
        {
            if (holds)
            {
                found.Add(new Caution(code, words));
            }
        }
    }

    internal static string Words(Route route) => route switch
    {
        Route.Muscle => "doses into a muscle",
        Route.UnderTheSkin => "doses under the skin",
        Route.UnderTongue or Route.UnderTongueSpatOut => "doses under the tongue",
        Route.Nose => "racemic spray into the nose",
        Route.NasalDevice => "the esketamine device",
        Route.Mouth => "swallowed doses",
        _ => "doses into a vein",
    };

    /// <summary>The most milligrams that begin within two hours.</summary>
    private static double Most(IReadOnlyList<GivenDose> doses) =>
        doses.Select(first => doses.Where(dose => dose.AtMinutes >= first.AtMinutes && dose.AtMinutes <= first.AtMinutes + Window).Sum(dose => dose.Milligrams)).DefaultIfEmpty(0).Max();

    private static string Said(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
