namespace Sojourn.Journal.Sqlite;

/// <summary>An envelope as a row of the table; the order of the columns is the same in every statement.</summary>
internal static class EnvelopeRow
{
    public static Envelope Read(Statement row) => new(
        row.Integer(0),
        row.Text(1),
        row.Integer(2),
        row.Text(3),
        checked((int)row.Integer(4)),
        Instant.FromMicroseconds(row.Integer(5)),
        row.Text(6),
        row.Guid(7),
        row.IsNull(8) ? null : (ReadOnlyMemory<byte>?)row.Bytes(8),
        row.Bytes(9),
        row.Bytes(10),
        row.Bytes(11));

    /// <summary>Position and event name alone: what a rebuild looks at before it reads the rest.</summary>
    public static (long Position, string Name) Peek(Statement row) => (row.Integer(0), row.Text(3));

    /// <param name="append">append.sql.</param>
    /// <param name="envelope">What is appended.</param>
    /// <param name="streamPrevious">Position of the event before it in its stream; 0 for the first.</param>
    public static void Append(Statement append, Envelope envelope, long streamPrevious) => append
        .Bind(1, envelope.Position)
        .Bind(2, envelope.Stream)
        .Bind(3, envelope.Version)
        .Bind(4, envelope.Name)
        .Bind(5, envelope.EventVersion)
        .Bind(6, Instant.ToMicroseconds(envelope.RecordedAt))
        .Bind(7, envelope.Actor)
        .Bind(8, envelope.CommandId)
        .Bind(9, envelope.Payload!.Value.Span)
        .Bind(10, envelope.PayloadHash.Span)
        .Bind(11, envelope.PreviousHash.Span)
        .Bind(12, envelope.Hash.Span)
        .Bind(13, streamPrevious)
        .Run();

    /// <summary>The rows of a statement that is bound already.</summary>
    public static List<Envelope> ReadAll(Statement rows)
    {
        var envelopes = new List<Envelope>();
        try
        {
            while (rows.Step())
            {
                envelopes.Add(Read(rows));
            }
        }
        finally
        {
            rows.Reset();
        }

        return envelopes;
    }
}
