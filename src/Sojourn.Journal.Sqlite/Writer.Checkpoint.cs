using SQLitePCL;

namespace Sojourn.Journal.Sqlite;

internal sealed partial class Writer
{
    /// <summary>
    /// Past this many times the usual length, the write-ahead log is emptied even if readers must be waited for: readers that always
    /// overlap would otherwise let it grow for ever.
    /// </summary>
    private const int PatienceWithReaders = 8;

    private const int MostMillisecondsForReaders = 250;

    /// <summary>So few pages the writer copies between two commits itself; the log begins anew only when all of it is copied.</summary>
    private const int FewPages = 256;

    /// <summary>Where something is always written meanwhile, the writer copies what is left after so many turns.</summary>
    private const int MostTurns = 3;

    private int _pagesCopied;
    private int _turns;

    /// <summary>After the answers: has the write-ahead log copied into the file when it has grown long, and copies the little that was written meanwhile.</summary>
    public void CheckpointWhenLong() => CheckpointPast(_options.CheckpointPages, FewPages);

    /// <summary>With nobody waiting: a short log is copied in a moment, while a sync of a long one is felt by whoever comes meanwhile.</summary>
    public void CheckpointWhenIdle() => CheckpointPast(_options.SyncsLate ? _options.CheckpointPages : Math.Min(FewPages, _options.CheckpointPages), 0);

    /// <summary>Where all is copied and nothing was written since, the log begins anew with the next commit by itself.</summary>
    private void NoteWhatIsCopied()
    {
        if (_turns > 0 && _checkpointer.IsIdle && _checkpointer.CopiedAll && PagesWritten() == _pagesCopied)
        {
            _turns = 0;
        }
    }

    private void CheckpointPast(int pages, int few)
    {
        var written = PagesWritten();
        var since = written - _pagesCopied;
        if (!_checkpointer.IsIdle || since < (_turns == 0 ? pages : 1))
        {
            return;
        }

        _pagesCopied = written;
        if (_turns == 0 || (since > few && _turns < MostTurns))
        {
            _turns++;
            _checkpointer.Begin();
            return;
        }

        _turns = 0;
        if (Checkpoint(raw.SQLITE_CHECKPOINT_PASSIVE) > PatienceWithReaders * _options.CheckpointPages)
        {
            Connection.Run($"pragma busy_timeout = {MostMillisecondsForReaders}");
            _ = Checkpoint(raw.SQLITE_CHECKPOINT_RESTART);
            Connection.Run($"pragma busy_timeout = {JournalFile.BusyMilliseconds}");
        }
    }

    /// <summary>Copies as far as readers allow; what they hold up is copied the next time. Answers how long the log was, in pages.</summary>
    private int Checkpoint(int mode)
    {
        _checkpointer.WaitUntilIdle();
        _ = raw.sqlite3_wal_checkpoint_v2(Connection.Handle, null, mode, out var log, out _);
        return log;
    }

    private int PagesWritten()
    {
        _ = raw.sqlite3_db_status(Connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 0);
        return pages;
    }
}
