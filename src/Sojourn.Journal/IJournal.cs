using System.Data.Common;

namespace Sojourn.Journal;

/// <summary>
/// An append-only, hash-chained record. One writer at a time; many readers. What it guarantees is in DESIGN.md,
/// and every store proves it in the conformance suite.
/// </summary>
public interface IJournal : IAsyncDisposable
{
    /// <summary>
    /// Runs <paramref name="work"/> in the writer's transaction and answers after the commit is on disk. Work of many callers
    /// shares one commit. A known command id is not worked again: its first answer comes back.
    /// </summary>
    /// <param name="commandId">Made where the tap happened.</param>
    /// <param name="actor">Who acts, as in <see cref="Envelope.Actor"/>.</param>
    /// <param name="work">
    /// Reads streams and projections through the transaction and appends. It may run more than once when a store has to try again,
    /// never at the same time as other work, and must have no effect besides. Returning false undoes what it appended.
    /// If it throws, what it appended is undone and the exception reaches this caller only.
    /// </param>
    /// <param name="cancellation">Obeyed until the work has begun; after that the answer comes, because it may be durable already.</param>
    /// <exception cref="JournalBrokenException">The chain does not verify; the clinic does not write until it is restored.</exception>
    /// <exception cref="JournalUnavailableException">The commit failed (full disk, lost server); nothing of this command was recorded.</exception>
    /// <exception cref="ObjectDisposedException">The journal is closed.</exception>
    Task<Receipt> Write(Guid commandId, string actor, Func<IJournalTransaction, bool> work, CancellationToken cancellation = default);

    /// <summary>Envelopes after a position, in order, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<Envelope>> Read(long afterPosition, int limit, CancellationToken cancellation = default);

    /// <summary>Envelopes of one stream after a version, in order.</summary>
    Task<IReadOnlyList<Envelope>> ReadStream(string stream, long afterVersion = 0, CancellationToken cancellation = default);

    Task<Head> Head(CancellationToken cancellation = default);

    /// <summary>
    /// Erases payloads by law, all in one transaction; their hashes stay and the chain still verifies. Doing it twice is doing it once.
    /// The erasure itself is for the caller to record as an event, and projections drop what they took from the payloads on that event.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A position is not in the journal; nothing was erased.</exception>
    Task Erase(IReadOnlyCollection<long> positions, CancellationToken cancellation = default);

    /// <summary>Walks the whole chain and says where it first fails; null when it holds.</summary>
    Task<BrokenLink?> Verify(IProgress<long>? progress = null, CancellationToken cancellation = default);

    /// <summary>
    /// Drops and builds every projection again from the journal, in order, in one transaction; writers wait. Flat memory.
    /// </summary>
    /// <param name="progress">Told the position reached, now and then.</param>
    /// <returns>How many projections were rebuilt from how many events.</returns>
    Task<Rebuilt> Rebuild(IProgress<long>? progress = null, CancellationToken cancellation = default);

    /// <summary>A read-only connection to the projections as last committed; dispose it to give it back. The in-memory store has none.</summary>
    /// <exception cref="NotSupportedException">The store keeps no projections.</exception>
    DbConnection OpenForReading();

    /// <summary>
    /// Writes to tables that lie beside the journal and belong neither to it nor to a projection: password hashes, tokens, how far reactions have come.
    /// In a transaction of its own, on disk when this answers. A rebuild leaves them alone.
    /// </summary>
    /// <exception cref="NotSupportedException">The store keeps no tables.</exception>
    Task Keep(Action<DbConnection> work, CancellationToken cancellation = default);

    /// <summary>Called after each commit with the new head position; never inside the transaction. Subscribers must be quick.</summary>
    event Action<long>? Committed;
}

/// <summary>The writer's transaction, alive only while the work runs.</summary>
public interface IJournalTransaction
{
    /// <summary>The database connection, which is inside this transaction, for reading projections; null in the in-memory store.</summary>
    DbConnection? Connection { get; }

    /// <summary>The server's time for everything recorded by this work.</summary>
    DateTimeOffset RecordedAt { get; }

    /// <summary>Version of a stream's last event; 0 when it has none.</summary>
    long VersionOf(string stream);

    IReadOnlyList<Envelope> ReadStream(string stream, long afterVersion = 0);

    /// <summary>Appends and advances every projection, before it returns.</summary>
    /// <param name="stream">Name of the stream.</param>
    /// <param name="expectedVersion">The version that the decision was made on.</param>
    /// <param name="events">What happened.</param>
    /// <exception cref="JournalConflictException">The stream has moved on since.</exception>
    void Append(string stream, long expectedVersion, IReadOnlyList<NewEvent> events);
}

/// <summary>What the journal answers once the work is durable.</summary>
/// <param name="Recorded">False when the work returned false, or appended nothing; nothing was recorded then.</param>
/// <param name="Repeated">True when the command id was known: these are the positions of its first run.</param>
/// <param name="FirstPosition">Position of its first event; 0 when nothing was recorded.</param>
/// <param name="LastPosition">Position of its last event; 0 when nothing was recorded.</param>
public sealed record Receipt(bool Recorded, bool Repeated, long FirstPosition, long LastPosition);

/// <summary>The first place at which a chain does not hold.</summary>
/// <param name="Position">The position whose envelope is wrong or missing.</param>
/// <param name="Sentence">What is wrong there.</param>
public sealed record BrokenLink(long Position, string Sentence);

/// <summary>What a rebuild did.</summary>
public sealed record Rebuilt(int Projections, long Events);

/// <summary>
/// Tables kept in step with the journal, in the transaction of the append. A store creates them on open, and rebuilds them when
/// the fingerprint it kept beside them differs.
/// </summary>
public interface IProjector
{
    /// <summary>Name of the projection, kebab-case: <c>session-board</c>.</summary>
    string Name { get; }

    /// <summary>Changes whenever its SQL or its code's stated version changes.</summary>
    string Fingerprint { get; }

    /// <summary>Names of the events it wants; the store calls it for these only.</summary>
    IReadOnlySet<string> Wants { get; }

    /// <summary>Names of its tables, for the row-by-row comparison of <c>verify</c>.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Creates its tables.</summary>
    void Create(DbConnection connection);

    /// <summary>Drops its tables where they exist: the store calls it before every <see cref="Create"/>.</summary>
    void Drop(DbConnection connection);

    /// <summary>
    /// Applies one envelope. No clock, no network, no other projection. In a rebuild the payload is null when it was erased since:
    /// apply then only what needs none, so that a rebuild equals what was kept up through the erasure.
    /// </summary>
    void Apply(DbConnection connection, Envelope envelope);
}
