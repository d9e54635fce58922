namespace Sojourn.Journal.Tests.Conformance;

/// <summary>What every store must do is split by operation; each class below this one is run once for each store.</summary>
public abstract class JournalConformance(Store store) : IAsyncLifetime
{
    private IJournal? _journal;

    protected Store Store { get; } = store;

    protected IJournal Journal => _journal!;

    public async ValueTask InitializeAsync() => _journal = await Store.Open();

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
