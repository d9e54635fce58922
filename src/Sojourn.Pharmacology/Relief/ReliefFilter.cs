using System.Runtime.InteropServices;

namespace Sojourn.Pharmacology.Relief;

/// <summary>Baseline and size of relief of one person as a normal distribution of two.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Belief
{
    public double Baseline, Relief, BaselineVariance, Covariance, ReliefVariance;

    public static Belief Of(Bell baseline, Bell relief) =>
        new() { Baseline = baseline.Mean, Relief = relief.Mean, BaselineVariance = baseline.Sd * baseline.Sd, ReliefVariance = relief.Sd * relief.Sd };
}

/// <summary>The Kalman filter of baseline and size of relief: with the other five known, a score is linear in them.</summary>
internal static class ReliefFilter
{
    /// <summary>A score further off than so many standard deviations, squared, counts as if it were just so far.</summary>
    private const double Furthest = 9;

    /// <summary>Logarithm of how likely the scores are.</summary>
    /// <param name="belief">Before the first score; afterwards, at the last.</param>
    /// <param name="relief">Share of full relief at each score.</param>
    public static double Likelihood(ref Belief belief, ReadOnlySpan<double> times, ReadOnlySpan<double> scores, ReadOnlySpan<double> relief, double noiseVariance, double driftVariance)
    {
        var (b, m, bb, bm, mm) = (belief.Baseline, belief.Relief, belief.BaselineVariance, belief.Covariance, belief.ReliefVariance);
        var log = 0.0;
        for (var at = 0; at < scores.Length; at++)
        {
            if (at > 0)
            {
                bb += driftVariance * (times[at] - times[at - 1]);
            }

            var r = relief[at];
            var (toB, toM) = (bb - (r * bm), bm - (r * mm));
            var variance = toB - (r * toM) + noiseVariance;
            var off = scores[at] - b + (m * r);
            if (off * off > Furthest * variance)
            {
                variance = off * off / Furthest;
            }

            log -= 0.5 * (Math.Log(variance) + (off * off / variance));
            var (gainB, gainM) = (toB / variance, toM / variance);
            b += gainB * off;
            m += gainM * off;
            bb -= gainB * toB;
            bm -= gainB * toM;
            mm -= gainM * toM;
        }

        belief.Baseline = b;
        belief.Relief = m;
        belief.BaselineVariance = bb;
        belief.Covariance = bm;
        belief.ReliefVariance = mm;
        return log;
    }
}
