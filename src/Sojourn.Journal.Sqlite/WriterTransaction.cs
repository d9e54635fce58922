using System.Data.Common;

namespace Sojourn.Journal.Sqlite;

/// <summary>What one command's work may do with the shared transaction.</summary>
internal sealed class WriterTransaction(Writer writer, Guid commandId, string actor, DateTimeOffset recordedAt) : IJournalTransaction
{
    private bool _over;

    public DbConnection? Connection => Alive.Connection;

    public DateTimeOffset RecordedAt => recordedAt;

    private Writer Alive => _over ? throw new InvalidOperationException("The transaction is over; it lives only while the work runs.") : writer;

    public long VersionOf(string stream) => Alive.TailOf(stream).Version;

    public IReadOnlyList<Envelope> ReadStream(string stream, long afterVersion = 0) =>
        Streams.Read(Alive.Connection, writer.TailOf(stream), afterVersion);

    public void Append(string stream, long expectedVersion, IReadOnlyList<NewEvent> events)
    {
        Wording.CheckAppend(stream, expectedVersion, events);
        var tail = Alive.TailOf(stream);
        if (tail.Version != expectedVersion)
        {
            throw new JournalConflictException(stream, expectedVersion, tail.Version);
        }

        if (events.Count > 0)
        {
            writer.Append(stream, tail, [.. events], recordedAt, actor, commandId);
        }
    }

    public void End() => _over = true;
}
