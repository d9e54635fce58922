using System.Runtime.InteropServices;

namespace Sojourn.Pharmacology.Relief;

/// <summary>A score at a time.</summary>
/// <param name="Day">Days from any fixed instant.</param>
/// <param name="Value">0 to 100: percent of the instrument's most, higher is worse.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Score(double Day, double Value);

/// <summary>What is known of one person: when medicine was given, and how they were. Cleaned when it is made.</summary>
public sealed class ReliefHistory
{
    /// <summary>Scores sooner after a session than this show the session, not the relief; in days.</summary>
    private const double Acute = 0.5;

    /// <param name="sessions">Days of medicine sessions, in any order; two on one day count as one, the later.</param>
    /// <param name="scores">In any order; several at the same time are averaged; those within 12 hours after a session are left out.</param>
    /// <param name="most">The most that the instrument gives, on its own scale: its scores are whole numbers up to it.</param>
    /// <param name="isPain">The instrument measures pain.</param>
    public ReliefHistory(IEnumerable<double> sessions, IEnumerable<Score> scores, double most, bool isPain)
    {
        Sessions = [.. sessions.GroupBy(Math.Floor).Select(day => day.Max()).Order()];
        Scores =
        [
            .. scores.Where(score => !Sessions.Any(session => score.Day > session && score.Day - session < Acute))
                .GroupBy(score => score.Day).Select(same => new Score(same.Key, same.Average(score => score.Value))).OrderBy(score => score.Day),
        ];
        Rounding = 100 / most * (100 / most) / 12;
        IsPain = isPain;
    }

    /// <summary>In order.</summary>
    public IReadOnlyList<double> Sessions { get; }

    /// <summary>In order, one for each time.</summary>
    public IReadOnlyList<Score> Scores { get; }

    /// <summary>Variance that whole numbers add to a score.</summary>
    public double Rounding { get; }

    public bool IsPain { get; }
}
