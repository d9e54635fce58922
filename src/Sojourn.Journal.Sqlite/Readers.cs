using System.Collections.Concurrent;

namespace Sojourn.Journal.Sqlite;

/// <summary>Read-only connections: as many as are asked for at once, some of them kept when idle.</summary>
internal sealed class Readers(string path, SqliteJournalOptions options) : IDisposable
{
    private readonly ConcurrentBag<StoreConnection> _idle = [];
    private volatile bool _closed;

    /// <summary>A connection; disposing it gives it back.</summary>
    public StoreConnection Lend()
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteJournal));
        if (!_idle.TryTake(out var connection))
        {
            return JournalFile.OpenForReading(path, options, GiveBack);
        }

        connection.IsLent = true;
        return connection;
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private bool GiveBack(StoreConnection connection)
    {
        if (_closed || _idle.Count >= options.IdleReaders)
        {
            return false;
        }

        connection.IsLent = false;
        _idle.Add(connection);
        return true;
    }
}
