using System.Runtime.InteropServices;

namespace Sojourn.Pharmacology.Relief;

/// <summary>Why no window for a booster is named.</summary>
public enum NoWindow
{
    /// <summary>A person without relief has none to lose.</summary>
    LittleReliefToLose,

    /// <summary>It would begin sooner after the last session than anybody should be asked.</summary>
    TooSoonAfterTheSession,

    /// <summary>Relief is more likely than not to last as far as is looked.</summary>
    NotWithinTheHorizon,
}

/// <summary>How long relief is likely to last for one person after their last session, if nothing more is given. A forecast, never a booking and never a dose.</summary>
public sealed class ReliefForecast
{
    /// <summary>Days after the last session that are looked at; as long as that stands for "not within it".</summary>
    public const double Horizon = 120;

    /// <summary>A window that begins sooner is not named, in days after the last session.</summary>
    private const double Soonest = 3;

    /// <summary>Below this chance of having relief to lose, a review is due rather than a booster.</summary>
    private const double LeastResponder = 0.3;

    private const double Step = 0.5;
    private const int Walks = 6;
    private const double WindowOpens = 0.2;
    private const double WindowCloses = 0.5;

    private readonly double[] lost;
    private readonly double[] decay;

    private ReliefForecast(double[] lost, double[] decay, double responder, double ownShare, double readFrom)
    {
        (this.lost, this.decay, Responder, OwnShare, LastScore) = (lost, decay, responder, ownShare, readFrom);
    }

    /// <summary>Chance of being one of those who have relief to lose.</summary>
    public double Responder { get; }

    /// <summary>How much of the decay constant's forecast is the person's own scores, the rest being the literature; 0 to 1.</summary>
    public double OwnShare { get; }

    /// <summary>Day of the last score; of the last session where there is none after it.</summary>
    public double LastScore { get; }

    /// <summary>In order: days after the last session on which relief is lost, each as likely as the other; <see cref="Horizon"/> for not within it.</summary>
    public IReadOnlyList<double> Lost => lost;

    /// <summary>Days after the last session by which relief is lost with this chance.</summary>
    /// <param name="chance">Between 0 and 1.</param>
    public double Quantile(double chance) => Percentile(lost, chance);

    /// <summary>Quantile of the decay constant after the last session, in days.</summary>
    public double DecayQuantile(double chance) => Percentile(decay, chance);

    /// <summary>Chance that relief is lost by a day after the last session.</summary>
    public double LostBy(double day) => lost.Count(one => one <= day && one < Horizon) / (double)lost.Length;

    /// <summary>From when one in five have lost their relief to when half have, in days after the last session; null with the reason.</summary>
    public (double Opens, double Closes)? Window(out NoWindow? whyNot)
    {
        var (opens, closes) = (Quantile(WindowOpens), Quantile(WindowCloses));
        whyNot = Responder < LeastResponder ? NoWindow.LittleReliefToLose
            : closes >= Horizon ? NoWindow.NotWithinTheHorizon
            : opens < Soonest ? NoWindow.TooSoonAfterTheSession
            : null;
        return whyNot is null ? (opens, closes) : null;
    }

    /// <param name="threshold">0 to 100: relief is lost when the score without its scatter is this or worse.</param>
    /// <param name="today">Day on which it is known not to be lost yet; on or after the last session.</param>
    /// <exception cref="ArgumentException">There is no session yet, or today is before the last one.</exception>
    public static ReliefForecast Of(ReliefHistory history, ReliefPriors priors, double threshold, double today)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(priors);
        if (history.Sessions is not [.., var last] || today < last)
        {
            throw new ArgumentException("A forecast begins at the last session.", nameof(history));
        }

        var people = ReliefFit.Of(history, priors);
        var known = history.Scores is [.., var newest] ? newest.Day : history.Sessions[0];
        var chance = new Draws(0x5F0_107_2029);
        var survivors = new List<(double Lost, LikePerson Person)>(people.Count * Walks);
        foreach (var person in people)
        {
            var path = new Path(person, history.Sessions, last);
            for (var walk = 0; walk < Walks; walk++)
            {
                if (path.Lost(threshold, known, today, chance) is { } lost)
                {
                    survivors.Add((lost, person));
                }
            }
        }

        // Nobody like them would still be well: their scores say it is over already.
        if (survivors.Count == 0)
        {
            survivors.AddRange(people.Select(person => (today - last, person)));
        }

        var session = history.Sessions.Count - 1;
        var logs = survivors.Select(one => one.Person.Traits.LogDecayAfter(session)).ToArray();
        var prior = priors.Decay(history.IsPain).Sd;
        var lengthening = priors.Lengthening.Sd * Math.Min(session, 7);
        var mean = logs.Average();
        var sd = Math.Sqrt(logs.Sum(one => (one - mean) * (one - mean)) / logs.Length);
        double[] sorted = [.. survivors.Select(one => one.Lost).Order()];
        return new(
            sorted,
            [.. logs.Select(Math.Exp).Order()],
            survivors.Count(one => one.Person.Responds) / (double)survivors.Count,
            Math.Clamp(1 - (sd / Math.Sqrt((prior * prior) + (lengthening * lengthening))), 0, 1),
            Math.Max(known, last));
    }

    private static double Percentile(double[] sorted, double chance)
    {
        var at = chance * (sorted.Length - 1);
        var below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[^1];
    }

    /// <summary>How one way of being a person goes on.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Path
    {
        private readonly LikePerson person;
        private readonly double last;
        private readonly double after;
        private readonly double rate;
        private readonly double drift;

        public Path(LikePerson person, IReadOnlyList<double> sessions, double last)
        {
            this.person = person;
            this.last = last;
            after = person.Traits.Relief(sessions, [], []);
            rate = Math.Exp(-person.Traits.LogDecayAfter(sessions.Count - 1));
            drift = person.Traits.Drift;
        }

        /// <summary>Days after the last session; null where it is lost before today, which is known not to be so.</summary>
        /// <param name="known">Day at which the baseline is known.</param>
        public double? Lost(double threshold, double known, double today, Draws chance)
        {
            var (at, baseline) = (known, person.Baseline);
            if (at < last)
            {
                baseline += drift * Math.Sqrt(last - at) * chance.Normal();
                at = last;
            }

            var above = baseline - (person.Relief * after * Math.Exp(-(at - last) * rate)) - threshold;
            if (above >= 0)
            {
                return null;
            }

            while (at < last + Horizon)
            {
                var next = Math.Min(at < today ? Math.Min(at + Step, today) : at + Step, last + Horizon);
                baseline += drift * Math.Sqrt(next - at) * chance.Normal();
                var then = baseline - (person.Relief * after * Math.Exp(-(next - last) * rate)) - threshold;
                if (then >= 0)
                {
                    return next <= today ? null : at + ((next - at) * above / (above - then)) - last;
                }

                (at, above) = (next, then);
            }

            return Horizon;
        }
    }
}
