using System.Runtime.InteropServices;

namespace Sojourn.Pharmacology.Relief;

/// <summary>What differs between people beside baseline and size of relief: the five numbers of the model that are not linear, as normal numbers.</summary>
/// <param name="RefillLogit">Logit of the share of the missing relief that a session gives back.</param>
/// <param name="LogDecay">Natural logarithm of the decay constant after the first session, in days.</param>
/// <param name="Lengthening">By how much that grows from session to session.</param>
/// <param name="LogNoise">Natural logarithm of the scatter of a score.</param>
/// <param name="LogDrift">Natural logarithm of the drift of the baseline in the root of a day.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Traits(double RefillLogit, double LogDecay, double Lengthening, double LogNoise, double LogDrift)
{
    public const int Count = 5;

    /// <summary>From the eighth session on the decay constant stays.</summary>
    private const int Lengthenings = 7;

    public double Refill => 1 / (1 + Math.Exp(-RefillLogit));

    public double Noise => Math.Exp(LogNoise);

    public double Drift => Math.Exp(LogDrift);

    public double this[int at] => at switch { 0 => RefillLogit, 1 => LogDecay, 2 => Lengthening, 3 => LogNoise, _ => LogDrift };

    public static Traits From(ReadOnlySpan<double> five) => new(five[0], five[1], five[2], five[3], five[4]);

    /// <summary>Natural logarithm of the decay constant after a session.</summary>
    /// <param name="session">0 for the first.</param>
    public double LogDecayAfter(int session) => LogDecay + (Lengthening * Math.Min(session, Lengthenings));

    /// <summary>Share of full relief at each of some times, 0 to 1.</summary>
    /// <param name="sessions">In order.</param>
    /// <param name="times">In order; at the time of a session it is the share before it.</param>
    /// <returns>Right after the last session.</returns>
    public double Relief(IReadOnlyList<double> sessions, ReadOnlySpan<double> times, Span<double> relief)
    {
        var (refill, left, rate, next, since) = (Refill, 0.0, 0.0, 0, 0.0);
        for (var at = 0; at <= times.Length; at++)
        {
            var until = at < times.Length ? times[at] : double.PositiveInfinity;
            while (next < sessions.Count && sessions[next] < until)
            {
                left *= Math.Exp(-(sessions[next] - since) * rate);
                left += refill * (1 - left);
                rate = Math.Exp(-LogDecayAfter(next));
                since = sessions[next++];
            }

            if (at < times.Length)
            {
                relief[at] = next == 0 ? 0 : left * Math.Exp(-(until - since) * rate);
            }
        }

        return left;
    }
}
