namespace Sojourn.Journal;

/// <summary>One fact as it is kept: who recorded what, when, in which stream, and its place in the chain.</summary>
/// <param name="Position">Place in the clinic's journal; the first is 1; no gaps.</param>
/// <param name="Stream">Name of the stream, <c>kind/id</c>.</param>
/// <param name="Version">Place in the stream; the first is 1; no gaps.</param>
/// <param name="Name">Name of the event, from the registry: <c>consent.given</c>.</param>
/// <param name="EventVersion">Version of the event's stored form; the first is 1.</param>
/// <param name="RecordedAt">When the server recorded it, UTC, microseconds.</param>
/// <param name="Actor">Who acted: <c>staff/…</c>, <c>person/…</c>, <c>visitor</c> or <c>sojourn</c> for reactions.</param>
/// <param name="CommandId">The command that made it; all events of one command share it.</param>
/// <param name="Payload">UTF-8 JSON; null when it was erased by law. The hash stays and the chain still verifies.</param>
/// <param name="PayloadHash">SHA-256 of the payload, 32 bytes.</param>
/// <param name="PreviousHash">Hash of the envelope before; 32 zero bytes at position 1.</param>
/// <param name="Hash">SHA-256 over everything above but the payload itself; see docs/reference/journal-format.md.</param>
public sealed record Envelope(
    long Position,
    string Stream,
    long Version,
    string Name,
    int EventVersion,
    DateTimeOffset RecordedAt,
    string Actor,
    Guid CommandId,
    ReadOnlyMemory<byte>? Payload,
    ReadOnlyMemory<byte> PayloadHash,
    ReadOnlyMemory<byte> PreviousHash,
    ReadOnlyMemory<byte> Hash);

/// <summary>A fact that is about to be kept; the store adds position, version, time and hashes.</summary>
public sealed record NewEvent(string Name, int EventVersion, ReadOnlyMemory<byte> Payload);

/// <summary>The last envelope of a journal: its position and hash. Position 0 and zero bytes when there is none.</summary>
public sealed record Head(long Position, ReadOnlyMemory<byte> Hash);
