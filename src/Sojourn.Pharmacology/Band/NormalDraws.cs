using System.Numerics;

namespace Sojourn.Pharmacology.Band;

/// <summary>
/// Invented people as standard normal numbers, always the same: Sobol's points with a fixed shift, so that a picture never flickers and two
/// machines draw the same band. A thousand of them cover each dimension as evenly as many thousands of pseudo-random ones.
/// </summary>
internal static class NormalDraws
{
    /// <summary>As many parameters as may differ between people.</summary>
    public const int Dimensions = 12;

    private const int Bits = 32;
    private const ulong Seed = 0x5F0_107_2026;

    // Joe and Kuo's direction numbers (new-joe-kuo-6): degree, coefficients, initial numbers; the first dimension needs none.
    private static readonly (int Degree, int Coefficients, uint[] Initial)[] Directions =
    [
        (1, 0, [1]), (2, 1, [1, 3]), (3, 1, [1, 3, 1]), (3, 2, [1, 1, 1]), (4, 1, [1, 1, 3, 3]), (4, 4, [1, 3, 5, 13]),
        (5, 2, [1, 1, 5, 5, 17]), (5, 4, [1, 1, 5, 5, 5]), (5, 7, [1, 1, 7, 11, 19]), (5, 11, [1, 1, 5, 1, 1]), (5, 13, [1, 1, 1, 3, 11]),
    ];

    /// <returns>Dimension by dimension, <paramref name="count"/> numbers each.</returns>
    public static double[][] Make(int count)
    {
        var shift = Seed;
        var draws = new double[Dimensions][];
        for (var dimension = 0; dimension < Dimensions; dimension++)
        {
            var directions = dimension == 0 ? First() : Others(Directions[dimension - 1]);
            draws[dimension] = One(count, directions, (uint)(Next(ref shift) >> 32));
        }

        return draws;
    }

    private static double[] One(int count, uint[] directions, uint shift)
    {
        var column = new double[count];
        var point = 0u;
        for (var at = 0; at < count; at++)
        {
            column[at] = Normal.Quantile(((point ^ shift) + 0.5) / 4_294_967_296.0);
            point ^= directions[BitOperations.TrailingZeroCount(~at)];
        }

        return column;
    }

    private static uint[] First() => [.. Enumerable.Range(0, Bits).Select(bit => 1u << (Bits - 1 - bit))];

    private static uint[] Others((int Degree, int Coefficients, uint[] Initial) polynomial)
    {
        var (degree, coefficients, initial) = polynomial;
        var directions = new uint[Bits];
        for (var bit = 0; bit < Bits; bit++)
        {
            if (bit < degree)
            {
                directions[bit] = initial[bit] << (Bits - 1 - bit);
                continue;
            }

            directions[bit] = directions[bit - degree] ^ (directions[bit - degree] >> degree);
            for (var term = 1; term < degree; term++)
            {
                if (((coefficients >> (degree - 1 - term)) & 1) == 1)
                {
                    directions[bit] ^= directions[bit - term];
                }
            }
        }

        return directions;
    }

    private static ulong Next(ref ulong state)
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

/// <summary>The normal distribution.</summary>
internal static class Normal
{
    /// <summary>Below which a standard normal number lies with this chance, to nine digits (Acklam's rational approximation).</summary>
    /// <param name="chance">Between 0 and 1, neither included.</param>
    public static double Quantile(double chance)
    {
        const double Tail = 0.02425;
        if (chance > 1 - Tail)
        {
            return -Quantile(1 - chance);
        }

        if (chance < Tail)
        {
            var far = Math.Sqrt(-2 * Math.Log(chance));
            return Polynomial(far, -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783)
                / Polynomial(far, 7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996, 3.754408661907416, 1);
        }

        var middle = chance - 0.5;
        var square = middle * middle;
        return middle
            * Polynomial(square, -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239)
            / Polynomial(square, -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1);
    }

    private static double Polynomial(double x, params ReadOnlySpan<double> falling)
    {
        var sum = 0.0;
        foreach (var coefficient in falling)
        {
            sum = (sum * x) + coefficient;
        }

        return sum;
    }
}
