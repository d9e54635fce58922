using Sojourn.Pharmacology.Band;

namespace Sojourn.Pharmacology.Prediction;

/// <summary>What the model may know about somebody.</summary>
/// <param name="Kilograms">Actual weight, above 0.</param>
/// <param name="Years">Age; null where it is not known.</param>
/// <param name="LiverDisease">On record.</param>
/// <param name="Pregnant">On record.</param>
/// <param name="Interacting">Names of medicines on record that strongly slow or speed CYP3A4 or CYP2B6.</param>
public sealed record Body(double Kilograms, double? Years, bool LiverDisease = false, bool Pregnant = false, IReadOnlyList<string>? Interacting = null);

/// <summary>Why this curve is to be trusted less; it changes no number.</summary>
/// <param name="Code">Stable: <c>weight.outside</c>.</param>
/// <param name="Words">One plain sentence.</param>
public sealed record Caution(string Code, string Words);

/// <summary>Instants read off the curve, minutes from its nought; null where the chart does not reach them.</summary>
/// <param name="Onset">The typical effect-site line first reaches the perceptible level.</param>
/// <param name="Peak">It is highest.</param>
/// <param name="PeakLevel">How high, ng/mL; null without a dose.</param>
/// <param name="Fade">It falls below the perceptible level for good.</param>
/// <param name="LikelyReadyFrom">Half of people are below that level for good.</param>
/// <param name="LikelyReadyUntil">Nineteen of twenty are.</param>
public sealed record Landmarks(double? Onset, double? Peak, double? PeakLevel, double? Fade, double? LikelyReadyFrom, double? LikelyReadyUntil);

/// <summary>
/// One predicted course of concentrations. Model, cautions and the words that nothing here was measured go wherever the numbers go.
/// There is no way back from an effect or a level to a dose, and there must be none.
/// </summary>
/// <param name="ModelId">Such as <c>consensus3c</c>.</param>
/// <param name="ModelTitle">For people.</param>
/// <param name="ModelLabel">What the model is, honestly.</param>
/// <param name="Cautions">Why to trust it less.</param>
/// <param name="Grid">The instants of every line.</param>
/// <param name="Plasma">Typical line, ng/mL, arterial plasma.</param>
/// <param name="Effect">Typical line at the effect site.</param>
/// <param name="Norketamine">Beside the others, never added to them; null where the model has none.</param>
/// <param name="PlasmaBand">Between people; null where it was not asked for, or where the model's file does not say how much they differ.</param>
/// <param name="EffectBand">The same at the effect site; null only where the file does not say.</param>
/// <param name="Landmarks">Onset, peak, fade and the likely-ready band.</param>
public sealed record EffectCurve(
    string ModelId,
    string ModelTitle,
    string ModelLabel,
    IReadOnlyList<Caution> Cautions,
    Grid Grid,
    double[] Plasma,
    double[] Effect,
    double[]? Norketamine,
    BandCurve? PlasmaBand,
    BandCurve? EffectBand,
    Landmarks Landmarks)
{
    public const string Words = "Predicted, not measured.";

    /// <summary>What stands beside every picture of it.</summary>
    public string Caption => $"{Words} Model {ModelId}: {ModelLabel}.";
}

/// <summary>A curve, or every reason why there is none.</summary>
public sealed record Predicted(EffectCurve? Curve, IReadOnlyList<string> Reasons);
