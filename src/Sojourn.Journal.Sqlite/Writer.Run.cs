using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sojourn.Journal.Sqlite;

internal sealed partial class Writer
{
    /// <summary>
    /// Runs one command in the shared transaction. Work that says no or fails has nearly always changed nothing by then, so that there is
    /// nothing to undo. When it has, <see cref="UndoException"/> asks for the whole transaction to be run again, carefully: each command
    /// in a savepoint of its own. Savepoints for all would cost every command for the sake of the rare one.
    /// </summary>
    /// <exception cref="CommitLostException">SQLite has undone the whole transaction, or it cannot be trusted any more.</exception>
    /// <exception cref="UndoException">Something must be undone and there is no savepoint.</exception>
    public Receipt Run(Guid commandId, string actor, Func<IJournalTransaction, bool> work, bool carefully)
    {
        if (_commands.MayHave(commandId) && Positions(commandId) is { } known)
        {
            return new Receipt(Recorded: true, Repeated: true, known.First, known.Last);
        }

        var before = (Head, LastRecordedAt, Changes: raw.sqlite3_total_changes(Connection.Handle));
        Steer(carefully, "savepoint command");
        if (Accepts(commandId, actor, work, before.Head, () => Undo(carefully, before)))
        {
            CheckInsideTransaction();
            Steer(carefully, "release command");
            return new Receipt(Recorded: true, Repeated: false, before.Head.Position + 1, Head.Position);
        }

        Undo(carefully, before);
        return new Receipt(Recorded: false, Repeated: false, 0, 0);
    }

    private bool Accepts(Guid commandId, string actor, Func<IJournalTransaction, bool> work, Head before, Action undo)
    {
        var transaction = new WriterTransaction(this, commandId, actor, Instant.Next(_time, LastRecordedAt));
        try
        {
            return work(transaction) && Head.Position > before.Position;
        }
        catch (Exception fault) when (fault is not CommitLostException)
        {
            if (Connection.IsOutsideTransaction || (fault is SqliteException error && Failures.IsOfTheSurroundings(error)))
            {
                throw new CommitLostException(fault);
            }

            undo();
            throw;
        }
        finally
        {
            transaction.End();
        }
    }

    private void Undo(bool carefully, (Head Head, DateTimeOffset LastRecordedAt, int Changes) before)
    {
        CheckInsideTransaction();
        if (!carefully && raw.sqlite3_total_changes(Connection.Handle) != before.Changes)
        {
            throw new UndoException();
        }

        if (carefully)
        {
            Steer(carefully, "rollback to command");
            Steer(carefully, "release command");
            _tails.Forget();
        }

        Head = before.Head;
        LastRecordedAt = before.LastRecordedAt;
    }

    private (long First, long Last)? Positions(Guid commandId)
    {
        try
        {
            return Position(_commandFirst, commandId) is { } first ? (first, Position(Connection.Statement("command-last"), commandId)!.Value) : null;
        }
        catch (SqliteException error)
        {
            throw new CommitLostException(error);
        }
    }

    private static long? Position(Statement find, Guid commandId)
    {
        if (!find.Bind(1, commandId).Step())
        {
            return null;
        }

        var position = find.Integer(0);
        find.Reset();
        return position;
    }

    private void Steer(bool carefully, string sql)
    {
        if (!carefully)
        {
            return;
        }

        try
        {
            Connection.Verb(sql).Run();
        }
        catch (SqliteException error)
        {
            throw new CommitLostException(error);
        }
    }
}

/// <summary>The shared transaction holds something that must be undone; it is run again, each command in a savepoint.</summary>
internal sealed class UndoException() : Exception("Something must be undone.");
