using System.Data.Common;

namespace Sojourn.Journal.Sqlite;

/// <summary>What one command's work may do with the shared transaction.</summary>
internal sealed class WriterTransaction(Writer writer, Guid commandId, string actor, DateTimeOffset recordedAt) : IJournalTransaction
{
    private bool _over;

    public DbConnection? Connection => Alive.Connection;

    public DbTransaction? Transaction => Alive.Transaction;

    public DateTimeOffset RecordedAt => recordedAt;

    private Writer Alive => _over ? throw new InvalidOperationException("The transaction is over; it lives only while the work runs.") : writer;

    public long VersionOf(string stream)
    {
        var version = Alive.Connection.Statement("stream-version").Bind(1, stream);
        try
        {
            return version.Step() ? version.Integer(0) : 0;
        }
        finally
        {
            version.Reset();
        }
    }

    public IReadOnlyList<Envelope> ReadStream(string stream, long afterVersion = 0) =>
        EnvelopeRow.ReadAll(Alive.Connection.Statement("read-stream").Bind(1, stream).Bind(2, afterVersion));

    public void Append(string stream, long expectedVersion, IReadOnlyList<NewEvent> events)
    {
        Wording.CheckAppend(stream, expectedVersion, events);
        var version = VersionOf(stream);
        if (version != expectedVersion)
        {
            throw new JournalConflictException(stream, expectedVersion, version);
        }

        foreach (var @event in events)
        {
            var envelope = Chain.Link(writer.Head, stream, ++version, @event, recordedAt, actor, commandId);
            EnvelopeRow.Append(writer.Connection.Statement("append"), envelope);
            writer.Advance(envelope);
            writer.Projections.Apply(envelope);
        }
    }

    public void End() => _over = true;
}
