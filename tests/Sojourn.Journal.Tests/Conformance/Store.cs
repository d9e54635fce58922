namespace Sojourn.Journal.Tests.Conformance;

/// <summary>A store under test: opens a journal, and can do to it what no journal would do to itself.</summary>
public abstract class Store : IAsyncDisposable
{
    public SetTime Time { get; } = new();

    /// <summary>The same journal, opened (again) with these projections.</summary>
    public abstract Task<IJournal> Open(params IProjector[] projectors);

    /// <summary>Changes what is kept behind the journal's back, and walks it from the beginning.</summary>
    public abstract Task<BrokenLink?> VerifyAfter(Tampering tampering);

    public abstract ValueTask DisposeAsync();
}

/// <summary>What somebody does to a journal behind its back.</summary>
public abstract record Tampering
{
    private Tampering()
    {
    }

    /// <summary>Flips one bit in one column of one row.</summary>
    public sealed record Flip(long Position, Column Column, int Byte) : Tampering;

    public sealed record Remove(long Position) : Tampering;

    public sealed record Swap(long One, long Other) : Tampering;

    /// <summary>Removes everything after a position and leaves the kept head.</summary>
    public sealed record CutOff(long After) : Tampering;
}

public enum Column
{
    Stream,
    Version,
    Name,
    EventVersion,
    RecordedAt,
    Actor,
    CommandId,
    Payload,
    PayloadHash,
    PreviousHash,
    Hash,
}
