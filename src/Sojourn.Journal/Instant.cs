namespace Sojourn.Journal;

/// <summary>The journal's instants: UTC, whole microseconds since 1970, never earlier than the one before.</summary>
public static class Instant
{
    /// <summary>Microseconds since 1970-01-01T00:00:00Z; what is finer is cut off.</summary>
    public static long ToMicroseconds(DateTimeOffset instant) =>
        Math.DivRem(instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks, TimeSpan.TicksPerMicrosecond) switch
        {
            (var whole, < 0) => whole - 1,
            var (whole, _) => whole,
        };

    public static DateTimeOffset FromMicroseconds(long microseconds) =>
        DateTimeOffset.UnixEpoch.AddTicks(checked(microseconds * TimeSpan.TicksPerMicrosecond));

    /// <summary>Now by the clock, or the last recorded instant when the clock was set back since.</summary>
    public static DateTimeOffset Next(TimeProvider time, DateTimeOffset last)
    {
        var now = FromMicroseconds(ToMicroseconds(time.GetUtcNow()));
        return now < last ? last : now;
    }
}
