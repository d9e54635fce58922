using System.Data.Common;
using Sojourn.Journal.Tests.Conformance;
using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Sqlite;

public sealed class KeepingProjections : IAsyncLifetime
{
    private readonly SqliteStore _store = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_projection_is_in_step_when_the_command_is_answered()
    {
        var journal = await _store.Open(new Tally());
        await journal.Append("session/a", Noted("1"), Noted("2"));
        Assert.Equal(["session/a 2 24"], Rows(journal));
    }

    [Fact]
    public async Task A_projection_is_asked_only_for_the_events_it_wants()
    {
        var tally = new Tally(wants: "case.opened");
        var journal = await _store.Open(tally);
        await journal.Append("session/a", Noted(), Noted() with { Name = "case.opened" });
        Assert.Equal(1, tally.Applied);
    }

    [Fact]
    public async Task Work_reads_projections_as_it_has_moved_them()
    {
        var journal = await _store.Open(new Tally());
        await journal.Append("session/a", Noted("1"));
        await journal.Write(NewId(), Nurse, transaction =>
        {
            transaction.Append("session/a", 1, [Noted("2")]);
            Assert.Equal(["session/a 2 24"], Tally.Rows(transaction.Connection!));
            Assert.Equal(["session/a 1 12"], Rows(journal));
            return true;
        });
    }

    [Fact]
    public async Task A_projection_that_fails_stops_the_command_and_leaves_nothing()
    {
        var journal = await _store.Open(new Tally { FailsOn = "bad" }, new Tally("second"));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => journal.Append("session/a", Noted("good"), Noted("bad")));
        await journal.Append("session/b", Noted("good"));

        Assert.Equal(["session/b 1 15"], Rows(journal));
        Assert.Equal(["session/b 1 15"], Rows(journal, "second"));
        Assert.Equal("session/b", Assert.Single(await journal.ReadAll()).Stream);
    }

    [Fact]
    public async Task What_is_undone_in_a_shared_commit_is_undone_in_projections_too()
    {
        var journal = await _store.Open(new Tally());
        await Task.WhenAll(Enumerable.Range(0, 64).Select(number => Task.Run(() => journal.Write(NewId(), Nurse, transaction =>
        {
            transaction.Append($"session/{number:00}", 0, [Noted()]);
            return number % 3 > 0;
        }))));

        Assert.Equal(Enumerable.Range(0, 64).Where(number => number % 3 > 0).Select(number => $"session/{number:00} 1 15"), Rows(journal));
        Assert.Null(await journal.Verify());
    }

    [Fact]
    public async Task Rebuilt_from_nothing_equals_kept_up_step_by_step()
    {
        var journal = await _store.Open(new Tally(), new Tally("second"));
        for (var number = 0; number < 1_500; number++)
        {
            await journal.Append($"session/{number % 7}", Noted($"{number}"));
        }

        var kept = Rows(journal);
        var told = new List<long>();
        var rebuilt = await journal.Rebuild(new Told(told));

        Assert.Equal(new Rebuilt(2, 1_500), rebuilt);
        Assert.Equal(kept, Rows(journal));
        Assert.Equal([512, 1_024, 1_500], told);
    }

    [Fact]
    public async Task A_new_projection_is_built_at_opening()
    {
        await (await _store.Open()).Append("session/a", Noted("1"));
        Assert.Equal(["session/a 1 12"], Rows(await _store.Open(new Tally())));
    }

    [Fact]
    public async Task A_changed_projection_is_built_anew_and_an_unchanged_one_is_left_alone()
    {
        await (await _store.Open(new Tally(), new Tally("second"))).Append("session/a", Noted());
        var (changed, unchanged) = (new Tally(fingerprint: "2"), new Tally("second"));
        await _store.Open(changed, unchanged);

        Assert.Equal((1, 0), (changed.Applied, unchanged.Applied));
    }

    [Fact]
    public async Task A_projection_that_was_away_for_a_while_is_built_anew_when_it_comes_back()
    {
        await (await _store.Open(new Tally())).Append("session/a", Noted("1"));
        await (await _store.Open()).Append("session/a", Noted("2"));
        Assert.Equal(["session/a 2 24"], Rows(await _store.Open(new Tally())));
    }

    [Fact]
    public async Task A_rebuild_that_fails_leaves_the_projections_as_they_were()
    {
        var tally = new Tally();
        var journal = await _store.Open(tally);
        await journal.Append("session/a", Noted("1"));
        tally.FailsOn = "1";
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => journal.Rebuild());

        Assert.Equal(["session/a 1 12"], Rows(journal));
        tally.FailsOn = null;
        await journal.Append("session/a", Noted("2"));
        Assert.Equal(["session/a 2 24"], Rows(journal));
    }

    [Fact]
    public async Task Two_projections_of_one_name_are_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _store.Open(new Tally(), new Tally()));

    [Fact]
    public async Task A_reader_keeps_one_view_inside_its_transaction_and_cannot_write()
    {
        var journal = await _store.Open(new Tally());
        await journal.Append("session/a", Noted("1"));
        using var connection = journal.OpenForReading();
        using (connection.BeginTransaction())
        {
            Assert.Equal(["session/a 1 12"], Tally.Rows(connection));
            await journal.Append("session/a", Noted("2"));
            Assert.Equal(["session/a 1 12"], Tally.Rows(connection));
        }

        Assert.Equal(["session/a 2 24"], Tally.Rows(connection));
        using var command = connection.CreateCommand();
        command.CommandText = "delete from tally";
        Assert.ThrowsAny<System.Data.Common.DbException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public async Task A_connection_given_back_with_a_view_open_does_not_hand_the_old_view_on()
    {
        var journal = await _store.Open(new Tally());
        var connection = journal.OpenForReading();
        _ = connection.BeginTransaction();
        _ = Tally.Rows(connection);
        connection.Dispose();
        connection.Dispose();
        await journal.Append("session/a", Noted("1"));

        Assert.Equal(["session/a 1 12"], Rows(journal));
        Assert.Equal(["session/a 1 12"], Rows(journal));
    }

    [Fact]
    public async Task The_same_question_may_be_asked_twice_at_once_on_one_connection()
    {
        var journal = await _store.Open(new Tally());
        await journal.Append("session/a", Noted("1"));
        await journal.Append("session/b", Noted("2"));
        using var connection = journal.OpenForReading();
        using var outer = connection.CreateCommand();
        outer.CommandText = "select stream, events, bytes from tally order by stream";
        using var reader = outer.ExecuteReader();
        while (reader.Read())
        {
            Assert.Equal(["session/a 1 12", "session/b 1 12"], Tally.Rows(connection));
        }
    }

    [Fact]
    public async Task What_lies_beside_the_journal_is_kept_and_survives_a_rebuild()
    {
        var journal = await _store.Open(new Tally());
        await journal.Keep(connection => Beside(connection, "create table token (id text) strict; insert into token values ('one')"));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => journal.Keep(connection =>
        {
            Beside(connection, "insert into token values ('two')");
            throw new InvalidTimeZoneException();
        }));
        await journal.Rebuild();

        using var reading = journal.OpenForReading();
        using var command = reading.CreateCommand();
        command.CommandText = "select group_concat(id) from token";
        Assert.Equal("one", command.ExecuteScalar());
    }

    private static void Beside(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static List<string> Rows(IJournal journal, string name = "tally")
    {
        using var connection = journal.OpenForReading();
        return Tally.Rows(connection, name);
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }
}
