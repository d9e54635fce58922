using Sojourn.Journal.Tests.Conformance;
using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Sqlite;

/// <summary>Who waits for one commit is told by the same few threads.</summary>
public sealed class AnsweringTogether : IAsyncLifetime
{
    private readonly SqliteStore _store = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_caller_who_goes_on_at_length_holds_up_no_other()
    {
        var journal = await _store.Open();
        using var gathered = new ManualResetEventSlim();
        using var others = new CountdownEvent(7);
        var holding = journal.Write(NewId(), Nurse, _ =>
        {
            gathered.Wait(TestContext.Current.CancellationToken);
            return false;
        });
        var all = Enumerable.Range(0, 8).Select(number => GoOn(journal, number == 0, others)).ToArray();
        gathered.Set();
        await holding;
        Assert.All(await Task.WhenAll(all), Assert.True);
    }

    private static async Task<bool> GoOn(IJournal journal, bool atLength, CountdownEvent others)
    {
        await journal.Append(NewId(), $"session/{Guid.NewGuid()}", Noted()).ConfigureAwait(false);
        return atLength ? others.Wait(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken) : others.Signal() || others.CurrentCount >= 0;
    }
}
