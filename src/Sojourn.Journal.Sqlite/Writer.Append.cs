namespace Sojourn.Journal.Sqlite;

internal sealed partial class Writer
{
    public Tail TailOf(string stream)
    {
        if (!_tails.IsComplete)
        {
            FindTailsSince();
        }

        if (!_tails.TryGet(stream, out var tail))
        {
            tail = Streams.NotedTailOf(Connection, stream);
            _tails.Find(stream, tail);
        }

        return tail;
    }

    /// <summary>Appends to a stream behind its tail and advances the projections.</summary>
    public void Append(string stream, Tail tail, ReadOnlySpan<NewEvent> events, DateTimeOffset recordedAt, string actor, Guid commandId)
    {
        _commands.Note(commandId);
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

        _tails.Move(stream, tail);
    }

    /// <summary>Notes where each stream has got to that has moved since; the rooms of a day move on with every commit, and noting that each time is a tenth of it.</summary>
    private void NoteStreams()
    {
        if (!_tails.IsComplete)
        {
            FindTailsSince();
        }

        var keep = Connection.Statement("keep-stream");
        foreach (var (stream, tail) in _tails.Since)
        {
            keep.Bind(1, stream).Bind(2, tail.Version).Bind(3, tail.Position).Run();
        }

        _tails.Note();
        _streamsAt = Head.Position;
    }

    private void FindTailsSince()
    {
        var since = Connection.Statement("tails-since").Bind(1, _streamsAt);
        try
        {
            while (since.Step())
            {
                _tails.Move(since.Text(0), new Tail(since.Integer(1), since.Integer(2)));
            }
        }
        finally
        {
            since.Reset();
        }

        _tails.IsComplete = true;
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
