using System.Text.Json;
using Sojourn.Pharmacology.Models;

namespace Sojourn.Pharmacology.Prediction;

/// <summary>A range on the chart's left side. Typical ranges, not targets.</summary>
/// <param name="Id">Stable.</param>
/// <param name="Least">ng/mL.</param>
/// <param name="Most">ng/mL; the same as <paramref name="Least"/> for a line.</param>
/// <param name="Words">For people.</param>
/// <param name="Status">found, known, derived or uncertain.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record LevelBand(string Id, double Least, double Most, string Words, string Status, string Source);

/// <summary>The levels and limits of <c>levels.json</c>, each with unit, status and source.</summary>
public sealed record Levels(
    Figure Perceptible, Figure BeyondSedation, Figure BeyondCalibration, Figure BeyondCalibrationDose, Figure Youngest, Figure OlderFrom, Figure Oldest, IReadOnlyList<LevelBand> Bands)
{
    private static readonly Lazy<Levels> Read = new(FromFile);

    public static Levels Shipped => Read.Value;

    private static Levels FromFile()
    {
        using var document = JsonDocument.Parse(ModelFile.Text("levels.json"));
        var root = document.RootElement;
        return new Levels(
            Of("perceptible"), Of("beyondSedation"), Of("beyondCalibration"), Of("beyondCalibrationDose"), Of("youngest"), Of("olderFrom"), Of("oldest"),
            [.. root.GetProperty("bands").EnumerateArray().Select(band => new LevelBand(
                band.GetProperty("id").GetString()!, band.GetProperty("least").GetDouble(), band.GetProperty("most").GetDouble(),
                band.GetProperty("words").GetString()!, band.GetProperty("status").GetString()!, band.GetProperty("source").GetString()!))]);

        Figure Of(string name) => ModelFile.Figure(root.GetProperty(name));
    }
}
