using Sojourn.Pharmacology.Band;

namespace Sojourn.Pharmacology.Relief;

/// <summary>Numbers that look like chance and are always the same, so that a forecast never flickers.</summary>
internal sealed class Draws(ulong seed)
{
    private ulong state = seed;

    /// <summary>Between 0 and 1, neither included.</summary>
    public double Uniform() => ((Next() >> 11) + 0.5) / 9_007_199_254_740_992.0;

    public double Normal() => Band.Normal.Quantile(Uniform());

    /// <summary>Chi-squared with an even number of degrees of freedom.</summary>
    public double ChiSquared(int degrees)
    {
        var product = 1.0;
        for (var pair = 0; pair < degrees / 2; pair++)
        {
            product *= Uniform();
        }

        return -2 * Math.Log(product);
    }

    /// <summary>Normal numbers that cover their space evenly.</summary>
    public static double[][] Even(int count) => NormalDraws.Make(count);

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
