using System.Numerics;

namespace Sojourn.Pharmacology.Kinetics;

/// <summary>
/// Convolutions of decaying exponentials, none of which subtracts two numbers that are nearly equal: coinciding rates, a rate of nought and an
/// infusion of a second are ordinary arguments.
/// </summary>
internal static class Exponentials
{
    /// <summary>Below it the series is used; above it the plain difference has lost at most three digits of sixteen.</summary>
    private const double Small = 0.05;

    /// <summary>(1 − e^(−x)) / x, and 1 at nought.</summary>
    public static double Rise(double x) => Math.Abs(x) < Small ? RiseSeries(x) : (1 - Math.Exp(-x)) / x;

    /// <inheritdoc cref="Rise(double)"/>
    public static Vector<double> Rise(Vector<double> x)
    {
        var plain = (Vector<double>.One - Vector.Exp(-x)) / x;
        var small = Vector.LessThan(Vector.Abs(x), new Vector<double>(Small));
        return Vector.EqualsAll(small, Vector<long>.Zero) ? plain : Vector.ConditionalSelect(small, RiseSeries(x), plain);
    }

    /// <summary>What e^(−rate·t) gathers from a constant input of 1 a minute: ∫ e^(−rate·s) ds from 0 to <paramref name="minutes"/>.</summary>
    public static double Gathered(double rate, double minutes) => minutes * Rise(rate * minutes);

    /// <summary>The convolution of e^(−a·t) with e^(−b·t): t·e^(−a·t) where they coincide.</summary>
    public static double Pair(double a, double b, double minutes)
    {
        var slower = Math.Min(a, b);
        return Math.Exp(-slower * minutes) * Gathered(Math.Max(a, b) - slower, minutes);
    }

    /// <inheritdoc cref="Pair(double, double, double)"/>
    public static Vector<double> Pair(double a, double b, Vector<double> minutes)
    {
        var slower = Math.Min(a, b);
        return Vector.Exp(minutes * -slower) * minutes * Rise(minutes * (Math.Max(a, b) - slower));
    }

    /// <summary>The same convolved once more with a step: what the pair gathers from a constant input.</summary>
    public static double PairGathered(double a, double b, double minutes)
    {
        var apart = Math.Abs(b - a);
        if (apart * minutes > Small)
        {
            return (Gathered(Math.Min(a, b), minutes) - Gathered(Math.Max(a, b), minutes)) / apart;
        }

        // Around the mean rate: the third derivative is all that is left out, (apart·minutes)⁴ / 1920 of the whole.
        var middle = (a + b) / 2 * minutes;
        var narrow = apart * minutes;
        return minutes * minutes * (Moment(1, middle) + (narrow * narrow / 24 * Moment(3, middle)));
    }

    /// <summary>∫ s^power·e^(−x·s) ds from 0 to 1: upwards where x is large, a series of positive terms where it is not.</summary>
    private static double Moment(int power, double x)
    {
        if (x > power + 2)
        {
            var decayed = Math.Exp(-x);
            var moment = (1 - decayed) / x;
            for (var step = 1; step <= power; step++)
            {
                moment = ((step * moment) - decayed) / x;
            }

            return moment;
        }

        var term = 1.0 / (power + 1);
        var sum = term;
        for (var step = 1; term > sum * 1e-17; step++)
        {
            term *= x / (power + 1 + step);
            sum += term;
        }

        return Math.Exp(-x) * sum;
    }

    private static double RiseSeries(double x) =>
        1 - (x / 2 * (1 - (x / 3 * (1 - (x / 4 * (1 - (x / 5 * (1 - (x / 6 * (1 - (x / 7 * (1 - (x / 8)))))))))))));

    private static Vector<double> RiseSeries(Vector<double> x)
    {
        var one = Vector<double>.One;
        return one - (x * 0.5 * (one - (x * (1.0 / 3) * (one - (x * 0.25 * (one - (x * 0.2 * (one - (x * (1.0 / 6) * (one - (x * (1.0 / 7) * (one - (x * 0.125)))))))))))));
    }
}
