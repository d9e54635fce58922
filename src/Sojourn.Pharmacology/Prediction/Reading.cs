using Sojourn.Pharmacology.Band;

namespace Sojourn.Pharmacology.Prediction;

/// <summary>Reads onset, peak, fade and the likely-ready band off a curve.</summary>
internal static class Reading
{
    internal static Landmarks Of(Grid grid, double[] effect, BandCurve? band)
    {
        var level = Levels.Shipped.Perceptible.Value;
        var highest = Array.IndexOf(effect, effect.Max());
        var given = effect[highest] > 0;
        return new Landmarks(
            Onset(grid, effect, level),
            given ? grid.At(highest) : null,
            given ? effect[highest] : null,
            Below(grid, effect, level),
            band is null ? null : Below(grid, band.P50, level),
            band is null ? null : Below(grid, band.P95, level));
    }

    private static double? Onset(Grid grid, double[] line, double level)
    {
        var first = Array.FindIndex(line, value => value >= level);
        return first switch
        {
            -1 => null,
            0 => grid.At(0),
            _ => Crossing(grid, line, first, level),
        };
    }

    /// <summary>From when on it stays below; null where it never was above or still is at the chart's end.</summary>
    private static double? Below(Grid grid, double[] line, double level)
    {
        var last = Array.FindLastIndex(line, value => value >= level);
        return last < 0 || last == line.Length - 1 ? null : Crossing(grid, line, last + 1, level);
    }

    private static double Crossing(Grid grid, double[] line, int after, double level) =>
        grid.At(after - 1) + (grid.StepMinutes * (level - line[after - 1]) / (line[after] - line[after - 1]));
}
