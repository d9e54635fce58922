using Sojourn.Journal.Tests.Conformance;
using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Sqlite;

public sealed class RunningOutOfRoom : IAsyncLifetime
{
    private readonly SqliteStore _store = new() { Options = new() { MostPages = 40 } };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_full_disk_records_nothing_of_the_commands_it_refuses_and_keeps_all_that_it_answered()
    {
        var journal = await _store.Open(new Tally());
        var answered = new HashSet<Guid>();
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var turn = 0; turn < 40; turn++)
            {
                var id = NewId();
                try
                {
                    await journal.Append(id, $"session/{writer}", Noted(new string('x', 400)));
                    lock (answered)
                    {
                        answered.Add(id);
                    }
                }
                catch (JournalUnavailableException full)
                {
                    Assert.Contains("no room left", full.Message, StringComparison.Ordinal);
                    Interlocked.Increment(ref refused);
                }
            }
        })));

        Assert.True(refused > 100, $"Only {refused} were refused.");
        Assert.NotEmpty(answered);
        Assert.Equal(answered, (await journal.ReadAll()).Select(envelope => envelope.CommandId).ToHashSet());
        Assert.Equal(answered.Count, (await journal.Head()).Position);
        Assert.Null(await journal.Verify());
    }

    [Fact]
    public async Task Writing_goes_on_once_there_is_room_again()
    {
        var journal = await _store.Open();
        var id = NewId();
        await Assert.ThrowsAsync<JournalUnavailableException>(async () =>
        {
            while (true)
            {
                id = NewId();
                await journal.Append(id, "session/a", Noted(new string('x', 4_000)));
            }
        });
        await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.Append(id, "session/a", Noted(new string('x', 4_000))));

        var before = (await journal.Head()).Position;
        _store.Options = new();
        journal = await _store.Open();
        Assert.Equal(before + 1, (await journal.Append(id, "session/a", Noted())).FirstPosition);
        Assert.Null(await journal.Verify());
    }
}
