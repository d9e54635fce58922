using SQLitePCL;

namespace Sojourn.Journal.Sqlite;

/// <summary>
/// Copies the write-ahead log into the file on a thread and a connection of its own, while commands go on being committed. How far it got is SQLite's to know:
/// what a reader's old view holds up is copied the next time, and a disk that refuses says so to the next command.
/// </summary>
internal sealed class Checkpointer : IDisposable
{
    private readonly StoreConnection _connection;
    private readonly Thread _thread;
    private readonly SemaphoreSlim _asked = new(0);
    private readonly ManualResetEventSlim _idle = new(initialState: true);
    private volatile bool _over;
    private volatile bool _copiedAll;

    public Checkpointer(StoreConnection connection)
    {
        _connection = connection;
        _thread = new Thread(Loop) { IsBackground = true, Name = "checkpoints" };
        _thread.Start();
    }

    public bool IsIdle => _idle.IsSet;

    /// <summary>Whether nothing of the log was left when this ended last.</summary>
    public bool CopiedAll => _copiedAll;

    /// <summary>Begins to copy. Only the writer asks, and only when this is idle.</summary>
    public void Begin()
    {
        _idle.Reset();
        _ = _asked.Release();
    }

    /// <summary>Before the writer copies by itself: of two at once, SQLite refuses one.</summary>
    public void WaitUntilIdle() => _idle.Wait();

    public void Dispose()
    {
        if (_over)
        {
            return;
        }

        _over = true;
        _ = _asked.Release();
        _thread.Join();
        _connection.Dispose();
        _asked.Dispose();
        _idle.Dispose();
    }

    private void Loop()
    {
        for (_asked.Wait(); !_over; _asked.Wait())
        {
            var answer = raw.sqlite3_wal_checkpoint_v2(_connection.Handle, null, raw.SQLITE_CHECKPOINT_PASSIVE, out var pages, out var copied);
            _copiedAll = answer == raw.SQLITE_OK && copied == pages;
            _idle.Set();
        }
    }
}
