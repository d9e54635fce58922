using Microsoft.Data.Sqlite;
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

    /// <summary>After the answers: copies the write-ahead log into the file when it has grown long.</summary>
    public void CheckpointWhenLong()
    {
        var written = PagesWritten();
        if (written - _pagesAtLastCheckpoint < _options.CheckpointPages)
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
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_db_status(Connection.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 0), Connection.Handle);
        return pages;
    }
}
