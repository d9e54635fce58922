using Sojourn.Journal.Tests.Conformance;
using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Sqlite;

/// <summary>Where streams end is noted only now and then; nobody must be able to tell.</summary>
public sealed class NotingStreams : IAsyncLifetime
{
    private const int Between = 1_024;
    private readonly SqliteStore _store = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(5)]
    [InlineData(Between - 1)]
    [InlineData(Between)]
    [InlineData(Between + 3)]
    public async Task Streams_go_on_after_opening_again_wherever_the_last_note_was_made(int events)
    {
        await Fill(await _store.Open(), events);
        var journal = await _store.Open();
        var receipt = await journal.Write(NewId(), Nurse, transaction =>
        {
            Assert.Equal((events + 2) / 3, transaction.VersionOf("session/0"));
            transaction.Append("session/0", (events + 2) / 3, [Noted("again")]);
            return true;
        });

        Assert.Equal(events + 1, receipt.LastPosition);
        Assert.Equal(Enumerable.Range(1, ((events + 2) / 3) + 1), (await journal.ReadStream("session/0")).Select(envelope => (int)envelope.Version));
        Assert.Equal(events / 3, (await journal.ReadStream("session/2")).Count);
        Assert.Null(await journal.Verify());
    }

    [Fact]
    public async Task What_was_undone_is_not_noted()
    {
        var journal = await _store.Open();
        await Fill(journal, 7);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => journal.Write(NewId(), Nurse, transaction =>
        {
            transaction.Append("session/0", transaction.VersionOf("session/0"), [Noted("undone")]);
            throw new InvalidTimeZoneException();
        }));

        await Fill(journal, Between);
        Assert.Equal(3 + ((Between + 2) / 3), (await journal.ReadStream("session/0")).Count);
        Assert.Null(await journal.Verify());
    }

    [Theory]
    [InlineData("update head set streams_at = streams_at + 1")]
    [InlineData("update head set streams_at = streams_at - 1")]
    [InlineData("update stream set version = version - 1 where name = 'session/1'")]
    [InlineData("update stream set position = position + 1 where name = 'session/1'")]
    [InlineData("delete from stream where name = 'session/1'")]
    public async Task A_note_that_somebody_changed_is_missed(string tampering)
    {
        await Fill(await _store.Open(), Between + 3);
        await _store.Close();
        _store.Run(tampering);
        Assert.NotNull(await Sojourn.Journal.Sqlite.SqliteJournal.VerifyFile(_store.File));
    }

    private static async Task Fill(IJournal journal, int events)
    {
        for (var number = 0; number < events; number++)
        {
            await journal.Append($"session/{number % 3}", Noted());
        }
    }
}
