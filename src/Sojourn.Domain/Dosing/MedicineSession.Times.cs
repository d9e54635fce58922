using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>What is believed of a time that a person or a tablet gave.</summary>
public static partial class MedicineSession
{
    /// <summary>A tablet's clock may be ahead by so much, both included. Guard, not a clinical figure.</summary>
    public static TimeSpan ClockMayBeAhead { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Nothing of a session happened longer ago than this.</summary>
    public static TimeSpan OldestEntry { get; } = TimeSpan.FromHours(24);

    private static IEnumerable<Refusal> TimeIsWrong(DateTimeOffset happenedAt, DateTimeOffset at, State state)
    {
        if (happenedAt > at + ClockMayBeAhead)
        {
            yield return new("dosing.in-the-future", "This time has not come yet. Correct when it happened.", Field: "happened-at");
        }
        else if (happenedAt < at - OldestEntry)
        {
            yield return new("dosing.too-long-ago", "This is more than a day ago. Correct when it happened.", Field: "happened-at");
        }
        else if (state.EndedAt is { } ended && happenedAt > ended)
        {
            yield return new("dosing.after-the-end", "The person had gone home by then. Late entries are taken for the time before.", Field: "happened-at");
        }
    }

    private static RefusedWith? NotNow(DateTimeOffset happenedAt, DateTimeOffset at) =>
        TimeIsWrong(happenedAt, at, State.Initial).ToList() is { Count: > 0 } reasons ? Refuse(reasons) : null;
}
