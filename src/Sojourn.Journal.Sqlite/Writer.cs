using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Microsoft.Data.Sqlite;

namespace Sojourn.Journal.Sqlite;

/// <summary>
/// The writing connection and the head it has reached. Everything here runs on the writer's thread (or before it starts), one
/// thing at a time. What a crash or an error does at each step is in Sojourn.Journal/DESIGN.md.
/// </summary>
internal sealed partial class Writer : IDisposable
{
    /// <summary>Few enough that they are found in a moment at the next opening, and that noting them holds up nobody.</summary>
    private const int EventsBetweenNotes = 1_024;

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly SqliteJournalOptions _options;
    private readonly RecentTails _tails = new();
    private readonly KnownCommands _commands;
    private readonly Checkpointer _checkpointer;
    private readonly Statement _append;
    private readonly Statement _commandFirst;
    private Head _committed = Chain.Beginning;
    private long _streamsAt;
    private long _committedStreamsAt;
    private DateTimeOffset _committedAt = DateTimeOffset.UnixEpoch;

    public Writer(string path, IReadOnlyList<IProjector> projectors, TimeProvider time, SqliteJournalOptions options)
    {
        _path = path;
        _time = time;
        _options = options;
        Connection = JournalFile.OpenForWriting(path, options);
        try
        {
            _committed = FindHead();
            _streamsAt = _committedStreamsAt = NotedAt();
            Head = _committed;
            LastRecordedAt = _committedAt;
            _append = Connection.Statement("append");
            _commandFirst = Connection.Statement("command-first");
            _commands = new KnownCommands(GreatestCommand());
            Projections = new Projections(this, projectors);
            Projections.CatchUp(options.Rebuilding);
            _checkpointer = new Checkpointer(JournalFile.OpenForWriting(path, options));
        }
        catch (SqliteException error)
        {
            Connection.Dispose();
            throw Failures.InWords(error, path, _committed.Position);
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public StoreConnection Connection { get; }

    public Projections Projections { get; }

    /// <summary>The last envelope linked, committed or not.</summary>
    public Head Head { get; private set; }

    public DateTimeOffset LastRecordedAt { get; private set; }

    /// <summary>Why nothing may be written any more; null as long as all is well.</summary>
    public BrokenLink? Broken { get; private set; }

    public bool HasUncommitted => Head.Position > _committed.Position;

    public void Begin()
    {
        if (Broken is { } broken)
        {
            throw new JournalBrokenException(broken);
        }

        NoteWhatIsCopied();
        Connection.Verb("begin immediate").Run();
        CheckHead();
    }

    /// <summary>Puts the transaction on disk. With nothing appended there is nothing to put there.</summary>
    public void Commit()
    {
        if (HasUncommitted)
        {
            if (Head.Position - _streamsAt >= EventsBetweenNotes)
            {
                NoteStreams();
            }

            Connection.Statement("advance-head").Bind(1, Head.Position).Bind(2, Head.Hash.Span).Bind(3, _streamsAt).Run();
        }

        Connection.Verb("commit").Run();
        _committedStreamsAt = _streamsAt;
        _committed = Head;
        _committedAt = LastRecordedAt;
    }

    /// <summary>Undoes the whole transaction and says in the journal's words why.</summary>
    public Exception Abandon(Exception reason)
    {
        RollBack();
        _tails.Forget();
        _streamsAt = _committedStreamsAt;
        Head = _committed;
        LastRecordedAt = _committedAt;
        var inWords = (reason is CommitLostException lost ? lost.InnerException! : reason) switch
        {
            SqliteException error => Failures.InWords(error, _path, _committed.Position),
            var other => other,
        };
        if (inWords is JournalBrokenException broken)
        {
            Broken = broken.Link;
        }

        return inWords;
    }

    /// <summary>A job that has a transaction to itself: all of it is on disk afterwards, or nothing.</summary>
    public void InOneTransaction(Action job)
    {
        try
        {
            Begin();
            job();
            CheckInsideTransaction();
            Commit();
        }
        catch (Exception fault)
        {
            ExceptionDispatchInfo.Throw(Abandon(fault));
        }
    }

    public void Dispose()
    {
        _checkpointer.Dispose();
        Connection.Dispose();
    }

    /// <summary>Nothing to do where SQLite has undone it already. Where it cannot be undone now, the next beginning says so: the thread that all wait for must not end here.</summary>
    private void RollBack()
    {
        try
        {
            if (!Connection.IsOutsideTransaction)
            {
                Connection.Run("rollback");
            }
        }
        catch (SqliteException error)
        {
            Trace.TraceError($"A transaction was not undone: {error.Message}");
        }
    }

    /// <summary>At open: the kept head, the last envelope and its hash must belong together.</summary>
    private Head FindHead()
    {
        var kept = KeptHead();
        if (LastEnvelope() is not { } last)
        {
            return Chain.CheckEnd(Chain.Beginning, kept) is { } missing ? throw new JournalBrokenException(missing) : kept;
        }

        _committedAt = last.RecordedAt;
        var reached = new Head(last.Position, last.Hash);
        var broken = Chain.Check(new Head(last.Position - 1, last.PreviousHash), last) ?? Chain.CheckEnd(reached, kept);
        return broken is null ? kept : throw new JournalBrokenException(broken);
    }

    /// <summary>At each commit: nobody but us has moved the head or the last envelope since.</summary>
    private void CheckHead()
    {
        var kept = KeptHead();
        if (Chain.CheckEnd(_committed, kept) is not null || Chain.CheckEnd(LastLink(), kept) is not null)
        {
            var position = Math.Min(kept.Position, _committed.Position) + 1;
            throw new JournalBrokenException(Chain.CheckEnd(LastLink(), kept)
                ?? new BrokenLink(position, "another program has written to the journal while this one had it open."));
        }
    }

    private long NotedAt()
    {
        var head = Connection.Statement("read-head");
        try
        {
            return head.Step() ? head.Integer(2) : 0;
        }
        finally
        {
            head.Reset();
        }
    }

    private Head KeptHead() => ReadHead(Connection.Statement("read-head"))
        ?? throw new JournalBrokenException(new BrokenLink(1, "the head that is kept beside the envelopes is gone."));

    private Head LastLink()
    {
        var last = Connection.Statement("read-last");
        try
        {
            return last.Step() ? new Head(last.Integer(0), last.Bytes(11)) : Chain.Beginning;
        }
        finally
        {
            last.Reset();
        }
    }

    private Envelope? LastEnvelope() => EnvelopeRow.ReadAll(Connection.Statement("read-last")) is [var last] ? last : null;

    private Guid GreatestCommand()
    {
        var greatest = Connection.Statement("command-greatest");
        try
        {
            return greatest.Step() ? greatest.Guid(0) : Guid.Empty;
        }
        finally
        {
            greatest.Reset();
        }
    }

    internal static Head? ReadHead(Statement statement)
    {
        try
        {
            return statement.Step() ? new Head(statement.Integer(0), statement.Bytes(1)) : null;
        }
        finally
        {
            statement.Reset();
        }
    }
}
