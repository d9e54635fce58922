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

    private int _pagesAtLastCheckpoint;

    /// <summary>When nobody waits, a short log is copied: whoever comes just then waits a little, and hardly anybody waits for a long one.</summary>
    private const int PagesWorthAnIdleMoment = 256;

    /// <summary>After the answers, with others waiting: copies the write-ahead log into the file when it has grown long.</summary>
    public void CheckpointWhenLong() => CheckpointPast(_options.CheckpointPages);

    /// <summary>With nobody waiting.</summary>
    public void CheckpointWhenIdle() => CheckpointPast(_options.SyncsLate ? _options.CheckpointPages : Math.Min(PagesWorthAnIdleMoment, _options.CheckpointPages));

    private void CheckpointPast(int pages)
    {
        var written = PagesWritten();
        if (written - _pagesAtLastCheckpoint < pages)
        {
            return;
        }

        _pagesAtLastCheckpoint = written;
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
        _ = raw.sqlite3_wal_checkpoint_v2(Connection.Handle, null, mode, out var log, out _);
        return log;
    }

    private int PagesWritten()
    {
        _ = raw.sqlite3_db_status(Connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 0);
        return pages;
    }
}
