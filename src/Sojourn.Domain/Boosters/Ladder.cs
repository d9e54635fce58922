using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Boosters;

/// <summary>The programme's rungs from frequent to rare, and which one comes next. It proposes; people decide.</summary>
public static class Ladder
{
    /// <summary>
    /// The rung of the next booster: the first to begin with, then the rung of the last agreed booster, and the one after it once so many boosters
    /// at that rung were agreed as its exit rule asks. A rung without a number is left only by a person's choice.
    /// </summary>
    /// <param name="agreed">Rungs of the boosters agreed so far, oldest first.</param>
    /// <returns>Null where the programme has no boosters.</returns>
    public static BoosterStep? Next(IReadOnlyList<BoosterStep> ladder, IReadOnlyList<string> agreed)
    {
        var at = agreed.Count == 0 ? -1 : IndexOf(ladder, agreed[^1]);
        if (at < 0)
        {
            return ladder.Count > 0 ? ladder[0] : null;
        }

        var inARow = agreed.Reverse().TakeWhile(step => step == ladder[at].Id).Count();
        return ladder[at].ExitAfterSessions is { } enough && inARow >= enough && at + 1 < ladder.Count ? ladder[at + 1] : ladder[at];
    }

    /// <summary>When the next booster of this rung may be: never sooner than its least gap, and never in the past.</summary>
    /// <param name="last">Day of the last medicine session.</param>
    /// <param name="today">In the clinic's zone.</param>
    public static (DateOnly Earliest, DateOnly Latest) Window(BoosterStep step, DateOnly last, DateOnly today)
    {
        var soonest = last.AddDays(step.AsNeeded ? step.LeastGapDays : Math.Max(step.LeastGapDays, step.EveryDays.Least));
        var earliest = soonest < today ? today : soonest;
        var latest = last.AddDays(step.EveryDays.Most);
        return (earliest, latest < earliest ? earliest : latest);
    }

    private static int IndexOf(IReadOnlyList<BoosterStep> ladder, string id)
    {
        for (var i = 0; i < ladder.Count; i++)
        {
            if (ladder[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}
