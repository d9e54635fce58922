using Sojourn.Journal.Tests.Conformance;
using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Sqlite;

/// <summary>Ids that are surely new are not looked up; no id that was recorded may be taken for one of them.</summary>
public sealed class KnowingCommandsAgain : IAsyncLifetime
{
    private readonly SqliteStore _store = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData("00000001-0000-0000-0000-000000000000", "80000000-0000-0000-0000-000000000000")]
    [InlineData("01000000-0000-0000-0000-000000000000", "00ffffff-ffff-ffff-ffff-ffffffffffff")]
    [InlineData("00000000-8000-0000-0000-000000000000", "00000000-7fff-ffff-ffff-ffffffffffff")]
    [InlineData("00000000-0000-0100-0000-000000000000", "00000000-0000-00ff-ffff-ffffffffffff")]
    [InlineData("00000000-0000-0000-8000-000000000000", "00000000-0000-0000-7fff-ffffffffffff")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff", "00000000-0000-0000-0000-000000000001")]
    public async Task Whatever_their_order_two_ids_are_known_at_once_and_after_opening(string one, string other)
    {
        var journal = await _store.Open();
        await journal.Append(Guid.Parse(one), "session/a", Noted());
        await journal.Append(Guid.Parse(other), "session/a", Noted());
        await AllAreKnown(journal, [Guid.Parse(one), Guid.Parse(other)]);
        await AllAreKnown(await _store.Open(), [Guid.Parse(one), Guid.Parse(other)]);
    }

    [Fact]
    public async Task Of_more_commands_than_are_kept_in_mind_all_are_known()
    {
        var ids = Enumerable.Range(0, 40_000).Select(number => number % 3 == 0 ? Guid.NewGuid() : NewId()).ToArray();
        Random.Shared.Shuffle(ids);
        _store.Options = new() { SyncsLate = true };
        var journal = await _store.Open();
        await Task.WhenAll(ids.Select(id => journal.Append(id, "session/a", Noted())));
        await AllAreKnown(journal, ids);
    }

    [Fact]
    public async Task A_command_undone_with_anothers_is_new_when_it_comes_again()
    {
        var journal = await _store.Open();
        var commandId = NewId();
        await Assert.ThrowsAsync<InvalidDataException>(() => journal.Write(commandId, Nurse, transaction =>
        {
            transaction.Append("session/a", 0, [Noted()]);
            throw new InvalidDataException();
        }));
        Assert.Equal(new Receipt(Recorded: true, Repeated: false, 1, 1), await journal.Append(commandId, "session/a", Noted()));
        await AllAreKnown(journal, [commandId]);
    }

    private static async Task AllAreKnown(IJournal journal, Guid[] ids)
    {
        var head = await journal.Head();
        var receipts = await Task.WhenAll(ids.Select(id => journal.Append(id, "session/a", Noted())));
        Assert.All(receipts, receipt => Assert.True(receipt.Repeated));
        Assert.Equal(head, await journal.Head(), (one, other) => one.Position == other.Position);
    }
}
