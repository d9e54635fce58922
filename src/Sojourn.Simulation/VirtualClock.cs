namespace Sojourn.Simulation;

/// <summary>A clock that a simulation sets, and that may then run on from there at the pace of the real one.</summary>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;
    private long runningSince = -1;
    private long movedOn;

    public override DateTimeOffset GetUtcNow() => runningSince < 0 ? now : now + System.GetElapsedTime(runningSince) + TimeSpan.FromTicks(Interlocked.Read(ref movedOn));

    /// <summary>Forward only; asking for an earlier instant leaves it where it is.</summary>
    public void Set(DateTimeOffset instant)
    {
        if (instant > now)
        {
            now = instant;
        }
    }

    /// <summary>From here on it runs by itself.</summary>
    public void Run() => runningSince = System.GetTimestamp();

    /// <summary>A jump forward while it runs; others may be reading it.</summary>
    public void MoveOn(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref movedOn, by.Ticks);
    }
}
