using Microsoft.Data.Sqlite;

namespace Sojourn.Journal.Sqlite;

internal sealed partial class Writer
{
    private const string Savepoint = "savepoint command";
    private const string Release = "release command";
    private const string Undo = "rollback to command";

    /// <summary>Runs one command in its own savepoint of the shared transaction.</summary>
    /// <exception cref="CommitLostException">SQLite has undone the whole transaction, or it cannot be trusted any more.</exception>
    public Receipt Run(Guid commandId, string actor, Func<IJournalTransaction, bool> work)
    {
        if (Positions(commandId) is { } known)
        {
            return new Receipt(Recorded: true, Repeated: true, known.First, known.Last);
        }

        var head = Head;
        var recordedAt = LastRecordedAt;
        Control(Savepoint);
        var transaction = new WriterTransaction(this, commandId, actor, Instant.Next(_time, LastRecordedAt));
        var keep = false;
        try
        {
            keep = work(transaction) && Head.Position > head.Position;
        }
        catch (Exception fault) when (IsLost(fault))
        {
            throw new CommitLostException(fault);
        }
        finally
        {
            transaction.End();
            if (!keep)
            {
                Head = head;
                LastRecordedAt = recordedAt;
                if (!Connection.IsOutsideTransaction)
                {
                    Control(Undo);
                    Control(Release);
                }
            }
        }

        if (!keep)
        {
            return new Receipt(Recorded: false, Repeated: false, 0, 0);
        }

        Control(Release);
        return new Receipt(Recorded: true, Repeated: false, head.Position + 1, Head.Position);
    }

    private bool IsLost(Exception fault) =>
        Connection.IsOutsideTransaction || (fault is SqliteException error && Failures.IsOfTheSurroundings(error));

    private (long First, long Last)? Positions(Guid commandId)
    {
        var positions = Connection.Statement("command-positions").Bind(1, commandId);
        try
        {
            return positions.Step() && !positions.IsNull(0) ? (positions.Integer(0), positions.Integer(1)) : null;
        }
        catch (SqliteException error)
        {
            throw new CommitLostException(error);
        }
        finally
        {
            positions.Reset();
        }
    }

    private void Control(string sql)
    {
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
