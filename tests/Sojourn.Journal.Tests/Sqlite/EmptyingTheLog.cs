using System.Data.Common;
using Sojourn.Journal.Tests.Conformance;
using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Sqlite;

public sealed class EmptyingTheLog : IAsyncLifetime
{
    private const int Commands = 2_000;
    private readonly SqliteStore _store = new() { Options = new() { CheckpointPages = 50 } };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Readers_that_always_overlap_do_not_let_the_write_ahead_log_grow_for_ever()
    {
        var journal = await _store.Open(new Tally());
        using var done = new CancellationTokenSource();
        var reading = Task.Run(() => ReadWithoutAGap(journal, done.Token));
        for (var number = 0; number < Commands; number++)
        {
            await journal.Append($"session/{number % 8}", Noted());
        }

        await done.CancelAsync();
        await reading;
        // Never emptied it was past 12 MB here.
        Assert.InRange(new FileInfo(_store.File + "-wal").Length, 1, 8_000_000);
        Assert.Null(await journal.Verify());
    }

    /// <summary>The next reader has its view before the last one gives up its own.</summary>
    private static void ReadWithoutAGap(IJournal journal, CancellationToken done)
    {
        var before = OpenView(journal);
        while (!done.IsCancellationRequested)
        {
            var next = OpenView(journal);
            Close(before);
            before = next;
        }

        Close(before);
    }

    private static (DbConnection Connection, DbTransaction View) OpenView(IJournal journal)
    {
        var connection = journal.OpenForReading();
        var view = connection.BeginTransaction();
        _ = Tally.Rows(connection);
        return (connection, view);
    }

    private static void Close((DbConnection Connection, DbTransaction View) reader)
    {
        reader.View.Dispose();
        reader.Connection.Dispose();
    }
}
