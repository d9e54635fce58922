namespace Sojourn.Journal.Sqlite;

internal sealed partial class Writer
{
    public Tail TailOf(string stream)
    {
        if (!_tails.TryGet(stream, out var tail))
        {
            tail = Streams.TailOf(Connection, stream);
            _tails.Set(stream, tail);
        }

        return tail;
    }

    /// <summary>Appends to a stream behind its tail and advances the projections.</summary>
    public void Append(string stream, Tail tail, ReadOnlySpan<NewEvent> events, DateTimeOffset recordedAt, string actor, Guid commandId)
    {
        _commands.Note(commandId);
        var note = tail.Version == 0 ? _beginStream : _advanceStream;
        foreach (var @event in events)
        {
            CheckInsideTransaction();
            var envelope = Chain.Link(Head, stream, tail.Version + 1, @event, recordedAt, actor, commandId);
            EnvelopeRow.Append(_append, envelope, tail.Position);
            tail = new Tail(envelope.Version, envelope.Position);
            Head = new Head(envelope.Position, envelope.Hash);
            LastRecordedAt = recordedAt;
            Projections.Apply(envelope);
        }

        note.Bind(1, tail.Version).Bind(2, tail.Position).Bind(3, stream).Run();
        _tails.Set(stream, tail);
    }

    // After some errors SQLite undoes the transaction by itself; what is written then would be on disk at once, without its head.
    private void CheckInsideTransaction()
    {
        if (Connection.IsOutsideTransaction)
        {
            throw new CommitLostException(new JournalUnavailableException("SQLite has undone the transaction; nothing was recorded."));
        }
    }
}
