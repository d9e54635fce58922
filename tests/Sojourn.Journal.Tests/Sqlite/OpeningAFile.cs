using Microsoft.Data.Sqlite;
using Sojourn.Journal.Sqlite;
using Sojourn.Journal.Tests.Conformance;
using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Sqlite;

public sealed class OpeningAFile : IAsyncLifetime
{
    private readonly SqliteStore _store = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_was_written_is_there_after_closing_and_opening()
    {
        var journal = await _store.Open();
        var commandId = NewId();
        await journal.Append(commandId, "session/a", Noted("1"));
        var before = (await journal.ReadAll()).ConvertAll(envelope => envelope.Whole());

        journal = await _store.Open();
        Assert.Equal(before, (await journal.ReadAll()).ConvertAll(envelope => envelope.Whole()));
        Assert.True((await journal.Append(commandId, "session/a", Noted("1"))).Repeated);
        Assert.Equal(2, (await journal.Append("session/a", Noted("2"))).FirstPosition);
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_the_first_goes_on()
    {
        var journal = await _store.Open();
        var refused = Assert.Throws<JournalInUseException>(() => SqliteJournal.Open(_store.File, [], _store.Time));
        Assert.Equal(_store.File, refused.Place);
        await journal.Append("session/a", Noted());
    }

    [Fact]
    public void A_file_that_is_not_sqlite_is_refused_and_left_as_it_was()
    {
        var text = new string('x', 4_096);
        File.WriteAllText(_store.File, text);
        Assert.Throws<JournalFormatException>(() => SqliteJournal.Open(_store.File, [], _store.Time));
        Assert.Equal(text, File.ReadAllText(_store.File));
    }

    [Fact]
    public void A_file_of_another_program_is_refused()
    {
        _store.Run("create table theirs (id integer)");
        var refused = Assert.Throws<JournalFormatException>(() => SqliteJournal.Open(_store.File, [], _store.Time));
        Assert.Contains("another program", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_a_newer_version_is_refused()
    {
        await _store.Open();
        await _store.Close();
        _store.Run("pragma user_version = 3");
        var refused = Assert.Throws<JournalFormatException>(() => SqliteJournal.Open(_store.File, [], _store.Time));
        Assert.Contains("version 3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_of_version_1_is_brought_up_and_goes_on()
    {
        await (await _store.Open()).Append("session/a", Noted(), Noted());
        await _store.Close();
        _store.Run("insert into stream select stream, max(version), max(position) from journal group by stream; alter table head drop column streams_at; pragma user_version = 1");

        var refused = await Assert.ThrowsAsync<JournalFormatException>(() => SqliteJournal.VerifyFile(_store.File));
        Assert.Contains("Open it once", refused.Message, StringComparison.Ordinal);
        var journal = await _store.Open();
        await journal.Append("session/a", Noted());
        Assert.Equal([1, 2, 3], (await journal.ReadStream("session/a")).Select(envelope => envelope.Version));
        Assert.Null(await journal.Verify());
    }

    [Theory]
    [InlineData("delete from journal where position = 3")]
    [InlineData("delete from journal")]
    [InlineData("delete from head")]
    [InlineData("update head set position = 2")]
    [InlineData("update head set hash = zeroblob(32)")]
    [InlineData("update journal set actor = 'staff/other' where position = 3")]
    public async Task A_head_and_a_last_envelope_that_do_not_belong_together_are_refused(string tampering)
    {
        await (await _store.Open()).Append("session/a", Noted(), Noted(), Noted());
        await _store.Close();
        _store.Run(tampering);
        Assert.Throws<JournalBrokenException>(() => SqliteJournal.Open(_store.File, [], _store.Time));
    }

    [Fact]
    public async Task Another_program_that_writes_meanwhile_is_found_before_the_next_commit_and_nothing_more_is_written()
    {
        var journal = await _store.Open();
        await journal.Append("session/a", Noted(), Noted());
        _store.Run("delete from journal where position = 2");

        var broken = await Assert.ThrowsAsync<JournalBrokenException>(() => journal.Append("session/a", Noted()));
        Assert.Equal(2, broken.Link.Position);
        _store.Run("update head set position = 1, hash = (select hash from journal)");
        await Assert.ThrowsAsync<JournalBrokenException>(() => journal.Append("session/b", Noted()));
        await Assert.ThrowsAsync<JournalBrokenException>(() => journal.Rebuild());
        Assert.Equal(1, (await journal.ReadAll())[^1].Position);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_made()
    {
        using var folder = new TemporaryFolder();
        await using var journal = SqliteJournal.Open(folder.File("deep/er/clinic.db"), [], _store.Time);
        await journal.Append("session/a", Noted());
    }

    [Fact]
    public void A_path_that_is_a_folder_is_refused_in_words()
    {
        Directory.CreateDirectory(_store.File);
        Assert.Throws<JournalUnavailableException>(() => SqliteJournal.Open(_store.File, [], _store.Time));
    }

    [Fact]
    public async Task Every_table_is_strict_and_every_constraint_has_a_name()
    {
        await _store.Open();
        await _store.Close();
        using var connection = new SqliteConnection($"Data Source={_store.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "select sql from sqlite_schema where type = 'table'";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var sql = reader.GetString(0);
            Assert.Contains(") strict", sql, StringComparison.Ordinal);
            Assert.Equal(Count(sql, " check (") + Count(sql, " primary key"), Count(sql, "constraint "));
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
