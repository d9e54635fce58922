using FsCheck;
using FsCheck.Fluent;
using Sojourn.Journal.Tests.Conformance;
using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Sqlite;

public sealed class StoringAndReadingBack : IAsyncLifetime
{
    private readonly SqliteStore _store = new();
    private readonly InMemoryJournal _inMemory;

    public StoringAndReadingBack() => _inMemory = new InMemoryJournal(_store.Time);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Both_stores_keep_the_same_envelopes_whatever_is_appended()
    {
        var text = Gen.Elements("a", "Zürich", "痛み", "🌿", "session/", "' or 1=1 --", "  ").NonEmptyListOf().Select(parts => string.Concat(parts)).Where(words => words.Length <= 200);
        var payload = Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf().Where(bytes => bytes.Length > 0);
        var @event = from name in text from version in Gen.Choose(1, 9) from bytes in payload select new NewEvent(name, version, bytes);
        var command = from stream in text from actor in text from events in @event.NonEmptyListOf() select (stream, actor, events: events.ToArray());
        var journal = await _store.Open();

        Prop.ForAll(command.ToArbitrary(), wanted =>
        {
            var commandId = NewId();
            bool Work(IJournalTransaction transaction)
            {
                transaction.Append(wanted.stream, transaction.VersionOf(wanted.stream), wanted.events);
                return true;
            }

            var receipt = journal.Write(commandId, wanted.actor, Work).GetAwaiter().GetResult();
            return receipt == _inMemory.Write(commandId, wanted.actor, Work).GetAwaiter().GetResult()
                && Same(journal.Read(receipt.FirstPosition - 1, int.MaxValue), _inMemory.Read(receipt.FirstPosition - 1, int.MaxValue))
                && Same(journal.ReadStream(wanted.stream), _inMemory.ReadStream(wanted.stream));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

        Assert.Equal((await _inMemory.Head()).Hash.ToArray(), (await journal.Head()).Hash.ToArray());
        Assert.Null(await journal.Verify());
    }

    private static bool Same(Task<IReadOnlyList<Envelope>> one, Task<IReadOnlyList<Envelope>> other) =>
        one.GetAwaiter().GetResult().Select(envelope => envelope.Whole()).SequenceEqual(other.GetAwaiter().GetResult().Select(envelope => envelope.Whole()));
}
