using Microsoft.Data.Sqlite;

namespace Sojourn.Journal.Sqlite;

/// <summary>Walks the whole chain in short reads, so that a long walk never keeps the write-ahead log from being emptied.</summary>
internal sealed class ChainWalk(StoreConnection reader, string path)
{
    private const int Portion = 1_000;

    private Head _reached = Chain.Beginning;

    public BrokenLink? Walk(IProgress<long>? progress, CancellationToken cancellation)
    {
        try
        {
            return WalkEnvelopes(progress, cancellation) ?? CheckStreams() ?? CheckIndexes();
        }
        catch (SqliteException error)
        {
            return Failures.InWords(error, path, _reached.Position + 1) is JournalBrokenException broken ? broken.Link : throw Failures.InWords(error, path, 0);
        }
    }

    private BrokenLink? WalkEnvelopes(IProgress<long>? progress, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            // The head is read before the envelopes: what is committed between the two reads lies beyond it, and is looked at in the next round.
            var kept = Writer.ReadHead(reader.Statement("read-head"));
            if (kept is null)
            {
                return new BrokenLink(1, "the head that is kept beside the envelopes is gone.");
            }

            var before = _reached.Position;
            if (WalkPortion() is { } broken)
            {
                return broken;
            }

            progress?.Report(_reached.Position);
            if (_reached.Position == before)
            {
                return Chain.CheckEnd(_reached, kept);
            }
        }
    }

    private BrokenLink? WalkPortion()
    {
        var rows = reader.Statement("read-after").Bind(1, _reached.Position).Bind(2, Portion);
        try
        {
            while (rows.Step())
            {
                if (CheckRow(rows) is { } broken)
                {
                    return broken;
                }
            }
        }
        finally
        {
            rows.Reset();
        }

        return null;
    }

    private BrokenLink? CheckRow(Statement row)
    {
        Envelope envelope;
        try
        {
            envelope = EnvelopeRow.Read(row);
        }
        catch (Exception unreadable) when (unreadable is OverflowException or ArgumentException)
        {
            return new BrokenLink(_reached.Position + 1, "what is written in it cannot be an envelope.");
        }

        if (Chain.Check(_reached, envelope) is { } broken)
        {
            return broken;
        }

        _reached = new Head(envelope.Position, envelope.Hash);
        return CheckStreamPrevious(envelope, row.Integer(12));
    }

    /// <summary>Along <c>stream_previous</c> the version before of the same stream must be found.</summary>
    private BrokenLink? CheckStreamPrevious(Envelope envelope, long previous)
    {
        if (envelope.Version == 1 && previous == 0)
        {
            return null;
        }

        var one = reader.Statement("read-one").Bind(1, previous);
        try
        {
            return one.Step() && one.Integer(2) == envelope.Version - 1 && string.Equals(one.Text(1), envelope.Stream, StringComparison.Ordinal)
                ? null
                : new BrokenLink(envelope.Position, "its stream does not lead back to the version before it.");
        }
        finally
        {
            one.Reset();
        }
    }

    /// <summary>Each stream ends where it says, and together they have as many events as there are: then each event is in its stream once.</summary>
    private BrokenLink? CheckStreams()
    {
        reader.Run("begin");
        try
        {
            if (WrongTail() is { } wrong)
            {
                return wrong;
            }

            var head = Writer.ReadHead(reader.Statement("read-head")) ?? Chain.Beginning;
            var count = reader.Statement("count-streams");
            _ = count.Step();
            var (noted, events, notedAt) = (count.Integer(0), count.Integer(1), count.Integer(2));
            count.Reset();
            return Miscounted(noted, notedAt) ?? Miscounted(events, head.Position);
        }
        finally
        {
            reader.Run("rollback");
        }
    }

    private static BrokenLink? Miscounted(long events, long position) => events == position
        ? null
        : new BrokenLink(1, $"the streams together have {events} events, while the journal has {position}: one is not in its stream, or twice.");

    private BrokenLink? WrongTail()
    {
        var wrong = reader.Statement("find-wrong-tail");
        try
        {
            return wrong.Step() ? new BrokenLink(wrong.Integer(0), $"stream {wrong.Text(1)} is said to end here, and does not.") : null;
        }
        finally
        {
            wrong.Reset();
        }
    }

    /// <summary>The indexes find commands and streams: an entry missing there would let a command run twice.</summary>
    private BrokenLink? CheckIndexes()
    {
        using var check = new Statement(reader.Handle!, "pragma integrity_check('journal')");
        var answer = check.Step() ? check.Text(0) : "ok";
        check.Reset();
        return string.Equals(answer, "ok", StringComparison.Ordinal) ? null : new BrokenLink(RowIn(answer), $"an index does not match it ({answer}).");
    }

    // "row 17 missing from index journal_command": rows are counted in the order of positions, from 1.
    private static long RowIn(string answer) =>
        answer.Split(' ') is ["row", var number, ..] && long.TryParse(number, out var position) ? position : 1;
}
