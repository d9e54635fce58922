using System.Diagnostics;

namespace Sojourn.Bench;

/// <summary>Moments at a steady pace that wait for nobody: who is late for one takes it at once, and is counted from when it was due.</summary>
internal sealed class Turns(TimeSpan every)
{
    private static readonly TimeSpan TimersAreLate = TimeSpan.FromMilliseconds(2);

    private readonly long _begun = Stopwatch.GetTimestamp();
    private long _taken;

    /// <summary>Until the next one is due; nothing when it is.</summary>
    public TimeSpan ToWait => Due - Stopwatch.GetElapsedTime(_begun) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private TimeSpan Due => every * _taken;

    /// <summary>Takes the next one.</summary>
    /// <returns>Stopwatch's time from which it counts: now, or when it was due for one who is late by more than a timer is.</returns>
    public long Take()
    {
        var late = Stopwatch.GetElapsedTime(_begun) - Due;
        _taken++;
        return late > TimersAreLate ? Stopwatch.GetTimestamp() - (long)(late.TotalSeconds * Stopwatch.Frequency) : Stopwatch.GetTimestamp();
    }
}
