using System.Runtime.InteropServices;

namespace Sojourn.Pharmacology.Relief;

/// <summary>One way a person could be, given all their scores.</summary>
/// <param name="Baseline">At the last score, or where there is none at the first session.</param>
/// <param name="Relief">Points of full relief, 0 or more.</param>
/// <param name="Responds">Of those who have relief to lose.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LikePerson(Traits Traits, double Baseline, double Relief, bool Responds);

/// <summary>
/// What a person's scores say about them: some hundreds of ways they could be, each as likely as the other. Importance sampling over the five numbers that are not
/// linear, from the prior and from a t distribution about what fits, with the exact filter for the other two.
/// </summary>
internal sealed class ReliefFit
{
    private const int FromPrior = 1500;
    private const int AboutFit = 1500;
    private const int Kept = 800;
    private const int Degrees = 6;
    private const double Wider = 1.5;
    private const double LeastEffective = 200;

    // Gamma(11/2) / (Gamma(3) (6 pi)^(5/2)), the density of a t of six degrees in five dimensions at its centre.
    private static readonly double LogCentre = Math.Log(52.34277778455352) - Math.Log(2) - (2.5 * Math.Log(6 * Math.PI));
    private static readonly double[][] Even = Draws.Even(Math.Max(FromPrior, AboutFit));

    private readonly ReliefHistory history;
    private readonly ReliefPriors priors;
    private readonly Bell[] bells;
    private readonly double[] times;
    private readonly double[] scores;
    private readonly double[] relief;
    private readonly Belief responds;
    private readonly Belief doesNot;

    private ReliefFit(ReliefHistory history, ReliefPriors priors)
    {
        this.history = history;
        this.priors = priors;
        bells = [priors.RefillLogit, priors.Decay(history.IsPain), priors.Lengthening, priors.LogNoise, priors.LogDrift];
        times = [.. history.Scores.Select(score => score.Day)];
        scores = [.. history.Scores.Select(score => score.Value)];
        relief = new double[times.Length];
        responds = Belief.Of(priors.Baseline, priors.Relief);
        doesNot = Belief.Of(priors.Baseline, priors.OthersRelief);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Weighed(Traits Traits, Belief Responds, Belief DoesNot, double LogLikelihood, double ChanceResponds);

    public static IReadOnlyList<LikePerson> Of(ReliefHistory history, ReliefPriors priors) => new ReliefFit(history, priors).Run();

    private IReadOnlyList<LikePerson> Run()
    {
        var points = new List<Weighed>(FromPrior + AboutFit);
        Span<double> five = stackalloc double[Traits.Count];
        for (var at = 0; at < FromPrior; at++)
        {
            for (var trait = 0; trait < Traits.Count; trait++)
            {
                five[trait] = bells[trait].Mean + (bells[trait].Sd * Even[trait][at]);
            }

            points.Add(Weigh(Traits.From(five)));
        }

        if (times.Length == 0)
        {
            return Resampled(points, Normalised([.. points.Select(_ => 0.0)]));
        }

        var weights = Normalised([.. points.Select(point => point.LogLikelihood)]);
        weights = Refit(points, weights);
        return Resampled(points, Effective(weights) < LeastEffective ? Refit(points, weights) : weights);
    }

    private Weighed Weigh(Traits traits)
    {
        traits.Relief(history.Sessions, times, relief);
        var (noise, drift) = ((traits.Noise * traits.Noise) + history.Rounding, traits.Drift * traits.Drift);
        var (one, other) = (responds, doesNot);
        var likely = Math.Log(priors.Responders) + ReliefFilter.Likelihood(ref one, times, scores, relief, noise, drift);
        var unlikely = Math.Log(1 - priors.Responders) + ReliefFilter.Likelihood(ref other, times, scores, relief, noise, drift);
        var most = Math.Max(likely, unlikely);
        var sum = Math.Exp(likely - most) + Math.Exp(unlikely - most);
        return new Weighed(traits, one, other, most + Math.Log(sum), Math.Exp(likely - most) / sum);
    }

    /// <summary>Adds points about what fits, in place of those that an earlier round added, and weighs all as drawn from both.</summary>
    private double[] Refit(List<Weighed> points, double[] weights)
    {
        var (mean, root) = About(points, weights);
        points.RemoveRange(FromPrior, points.Count - FromPrior);
        var chance = new Draws(0x5F0_107_2027);
        Span<double> step = stackalloc double[Traits.Count];
        Span<double> five = stackalloc double[Traits.Count];
        for (var at = 0; at < AboutFit; at++)
        {
            var stretch = Math.Sqrt(Degrees / chance.ChiSquared(Degrees));
            for (var trait = 0; trait < Traits.Count; trait++)
            {
                step[trait] = Even[Traits.Count + trait][at] * stretch;
            }

            for (var row = 0; row < Traits.Count; row++)
            {
                five[row] = mean[row];
                for (var column = 0; column <= row; column++)
                {
                    five[row] += root[row][column] * step[column];
                }
            }

            points.Add(Weigh(Traits.From(five)));
        }

        return Normalised([.. points.Select(point =>
        {
            var (prior, about) = (LogPrior(point.Traits), LogAbout(point.Traits, mean, root));
            var most = Math.Max(prior, about);
            return point.LogLikelihood + prior - most - Math.Log(Math.Exp(prior - most) + Math.Exp(about - most));
        })]);
    }

    private double LogPrior(Traits traits)
    {
        var log = -0.5 * Traits.Count * Math.Log(2 * Math.PI);
        for (var trait = 0; trait < Traits.Count; trait++)
        {
            var off = (traits[trait] - bells[trait].Mean) / bells[trait].Sd;
            log -= (0.5 * off * off) + Math.Log(bells[trait].Sd);
        }

        return log;
    }

    private static double LogAbout(Traits traits, double[] mean, double[][] root)
    {
        Span<double> solved = stackalloc double[Traits.Count];
        var (square, log) = (0.0, LogCentre);
        for (var row = 0; row < Traits.Count; row++)
        {
            var value = traits[row] - mean[row];
            for (var column = 0; column < row; column++)
            {
                value -= root[row][column] * solved[column];
            }

            solved[row] = value / root[row][row];
            square += solved[row] * solved[row];
            log -= Math.Log(root[row][row]);
        }

        return log - (0.5 * (Degrees + Traits.Count) * Math.Log(1 + (square / Degrees)));
    }

    /// <summary>Weighted mean, and the Cholesky root of the widened covariance.</summary>
    private (double[] Mean, double[][] Root) About(List<Weighed> points, double[] weights)
    {
        var mean = new double[Traits.Count];
        for (var at = 0; at < points.Count; at++)
        {
            for (var trait = 0; trait < Traits.Count; trait++)
            {
                mean[trait] += weights[at] * points[at].Traits[trait];
            }
        }

        var root = new double[Traits.Count][];
        for (var row = 0; row < Traits.Count; row++)
        {
            root[row] = new double[row + 1];
            for (var column = 0; column <= row; column++)
            {
                var sum = 0.0;
                for (var at = 0; at < points.Count; at++)
                {
                    sum += weights[at] * (points[at].Traits[row] - mean[row]) * (points[at].Traits[column] - mean[column]);
                }

                // A floor: with few points that fit, the spread about them is not known to be nothing.
                sum = (sum * Wider) + (row == column ? 0.0025 * bells[row].Sd * bells[row].Sd : 0);
                for (var before = 0; before < column; before++)
                {
                    sum -= root[row][before] * root[column][before];
                }

                root[row][column] = row == column ? Math.Sqrt(Math.Max(sum, 1e-10)) : sum / root[column][column];
            }
        }

        return (mean, root);
    }

    private static double[] Normalised(double[] logs)
    {
        var most = logs.Max();
        var sum = 0.0;
        for (var at = 0; at < logs.Length; at++)
        {
            logs[at] = Math.Exp(logs[at] - most);
            sum += logs[at];
        }

        for (var at = 0; at < logs.Length; at++)
        {
            logs[at] /= sum;
        }

        return logs;
    }

    private static double Effective(double[] weights) => 1 / weights.Sum(weight => weight * weight);

    /// <summary>Systematic resampling; then for each whether they respond, and baseline and relief from the filter's last distribution.</summary>
    private static List<LikePerson> Resampled(List<Weighed> points, double[] weights)
    {
        var chance = new Draws(0x5F0_107_2028);
        var kept = new List<LikePerson>(Kept);
        var (at, passed, start) = (0, weights[0], chance.Uniform());
        for (var one = 0; one < Kept; one++)
        {
            while (passed < (one + start) / Kept && at < points.Count - 1)
            {
                passed += weights[++at];
            }

            var point = points[at];
            var isResponder = chance.Uniform() < point.ChanceResponds;
            var belief = isResponder ? point.Responds : point.DoesNot;
            var full = FromNought(belief.Relief, Math.Sqrt(belief.ReliefVariance), chance.Uniform());
            var slope = belief.Covariance / belief.ReliefVariance;
            var rest = Math.Sqrt(Math.Max(0, belief.BaselineVariance - (slope * belief.Covariance)));
            kept.Add(new LikePerson(point.Traits, belief.Baseline + (slope * (full - belief.Relief)) + (rest * chance.Normal()), full, isResponder));
        }

        return kept;
    }

    /// <summary>A normal number that is 0 or more.</summary>
    private static double FromNought(double mean, double sd, double uniform)
    {
        var below = Cumulative(-mean / sd);
        return below > 1 - 1e-9 ? 0 : Math.Max(0, mean + (sd * Band.Normal.Quantile(Math.Clamp(below + (uniform * (1 - below)), 1e-12, 1 - 1e-12))));
    }

    /// <summary>The normal distribution function, to seven digits (Abramowitz and Stegun 26.2.17).</summary>
    private static double Cumulative(double x)
    {
        if (x < 0)
        {
            return 1 - Cumulative(-x);
        }

        var t = 1 / (1 + (0.2316419 * x));
        var tail = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return 1 - (Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI) * tail);
    }
}
