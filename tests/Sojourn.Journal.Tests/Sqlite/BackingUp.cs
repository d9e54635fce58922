using Sojourn.Journal.Sqlite;
using Sojourn.Journal.Tests.Conformance;
using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Sqlite;

public sealed class BackingUp : IAsyncLifetime
{
    private readonly SqliteStore _store = new();
    private readonly TemporaryFolder _folder = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_backup_taken_while_others_write_is_whole_and_can_be_restored_and_written_on()
    {
        var journal = (SqliteJournal)await _store.Open(new Tally());
        await journal.Append("session/a", [.. Enumerable.Range(0, 200).Select(number => Noted($"{number}"))]);
        var writing = Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(() => journal.Append($"session/{number}", Noted()))));
        await journal.Backup(_folder.File("copy.db"));
        await writing;

        await SqliteJournal.Restore(_folder.File("copy.db"), _folder.File("restored/clinic.db"));
        var tally = new Tally();
        await using var restored = SqliteJournal.Open(_folder.File("restored/clinic.db"), [tally], _store.Time);
        Assert.InRange((await restored.Head()).Position, 200, 400);
        Assert.Equal(0, tally.Applied);
        await restored.Append("session/b", Noted());
        Assert.Null(await restored.Verify());
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        var journal = (SqliteJournal)await _store.Open();
        File.WriteAllText(_folder.File("copy.db"), "precious");
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.Backup(_folder.File("copy.db")));
        await journal.Backup(_folder.File("other.db"));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => SqliteJournal.Restore(_folder.File("other.db"), _folder.File("copy.db")));
        Assert.Equal("precious", File.ReadAllText(_folder.File("copy.db")));
    }

    [Fact]
    public async Task A_backup_that_does_not_verify_is_not_restored()
    {
        await (await _store.Open()).Append("session/a", Noted(), Noted());
        await _store.Close();
        _store.Run("update journal set actor = 'staff/other' where position = 1");
        var broken = await Assert.ThrowsAsync<JournalBrokenException>(() => SqliteJournal.Restore(_store.File, _folder.File("clinic.db")));
        Assert.Equal(1, broken.Link.Position);
        Assert.False(File.Exists(_folder.File("clinic.db")));
    }

    [Fact]
    public async Task A_file_that_is_missing_is_said_to_be_missing()
    {
        await Assert.ThrowsAsync<JournalUnavailableException>(() => SqliteJournal.BackupFile(_folder.File("none.db"), _folder.File("copy.db")));
        await Assert.ThrowsAsync<JournalUnavailableException>(() => SqliteJournal.VerifyFile(_folder.File("none.db")));
    }
}
