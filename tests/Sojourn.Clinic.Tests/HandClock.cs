namespace Sojourn.Clinic.Tests;

/// <summary>A clock that a test sets by hand.</summary>
internal sealed class HandClock : TimeProvider
{
    internal DateTimeOffset Now { get; set; } = new(2026, 11, 22, 22, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
