namespace Sojourn.Journal.Tests.Conformance;

/// <summary>A clock that stands where it is put.</summary>
public sealed class SetTime : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 30, 0, TimeSpan.Zero);

    public DateTimeOffset Now { get; set; } = Start;

    public override DateTimeOffset GetUtcNow() => Now;
}
