using System.Data.Common;

namespace Sojourn.Journal;

/// <summary>
/// The journal in memory: the same promises, except that nothing outlives the process. For tests, and for trying a journal out.
/// It keeps no projections.
/// </summary>
public sealed partial class InMemoryJournal(TimeProvider time) : IJournal
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _reading = new();
    private readonly List<Envelope> _envelopes = [];
    private readonly Dictionary<string, List<Envelope>> _streams = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, (long First, long Last)> _commands = [];
    private Head _head = Chain.Beginning;
    private bool _closed;

    public event Action<long>? Committed;

    /// <summary>A journal that holds envelopes kept elsewhere, as they are: <see cref="Verify"/> says whether they still hold together.</summary>
    public static InMemoryJournal Holding(IEnumerable<Envelope> envelopes, Head head, TimeProvider time)
    {
        var journal = new InMemoryJournal(time);
        foreach (var envelope in envelopes)
        {
            journal.Keep(envelope);
        }

        journal._head = head;
        return journal;
    }

    public async Task<Receipt> Write(Guid commandId, string actor, Func<IJournalTransaction, bool> work, CancellationToken cancellation = default)
    {
        Wording.CheckCommand(commandId, actor);
        ArgumentNullException.ThrowIfNull(work);
        Receipt receipt;
        await _turn.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            receipt = Run(commandId, actor, work);
        }
        finally
        {
            _turn.Release();
        }

        if (receipt is { Recorded: true, Repeated: false })
        {
            Committed?.Invoke(receipt.LastPosition);
        }

        return receipt;
    }

    public Task<IReadOnlyList<Envelope>> Read(long afterPosition, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        lock (_reading)
        {
            return Task.FromResult<IReadOnlyList<Envelope>>([.. _envelopes.Where(envelope => envelope.Position > afterPosition).Take(limit)]);
        }
    }

    public Task<IReadOnlyList<Envelope>> ReadStream(string stream, long afterVersion = 0, CancellationToken cancellation = default)
    {
        lock (_reading)
        {
            return Task.FromResult<IReadOnlyList<Envelope>>([.. StreamAfter(stream, afterVersion)]);
        }
    }

    public Task<Head> Head(CancellationToken cancellation = default)
    {
        lock (_reading)
        {
            return Task.FromResult(_head);
        }
    }

    public async Task Erase(IReadOnlyCollection<long> positions, CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            lock (_reading)
            {
                Erase(positions);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task<BrokenLink?> Verify(IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        lock (_reading)
        {
            var reached = Chain.Beginning;
            foreach (var envelope in _envelopes)
            {
                if (Chain.Check(reached, envelope) is { } broken)
                {
                    return Task.FromResult<BrokenLink?>(broken);
                }

                reached = new Head(envelope.Position, envelope.Hash);
            }

            progress?.Report(reached.Position);
            return Task.FromResult(Chain.CheckEnd(reached, _head));
        }
    }

    public Task<Rebuilt> Rebuild(IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        lock (_reading)
        {
            return Task.FromResult(new Rebuilt(0, _envelopes.Count));
        }
    }

    public Task Keep(Action<DbConnection> work, CancellationToken cancellation = default) =>
        throw new NotSupportedException("The journal in memory keeps no tables.");

    public DbConnection OpenForReading() => throw new NotSupportedException("The journal in memory keeps no projections.");

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _closed = true;
        _turn.Release();
    }

    private IEnumerable<Envelope> StreamAfter(string stream, long afterVersion) =>
        _streams.TryGetValue(stream, out var envelopes) ? envelopes.Where(envelope => envelope.Version > afterVersion) : [];

    private void Keep(Envelope envelope)
    {
        _envelopes.Add(envelope);
        if (!_streams.TryGetValue(envelope.Stream, out var stream))
        {
            _streams.Add(envelope.Stream, stream = []);
        }

        stream.Add(envelope);
        var first = _commands.TryGetValue(envelope.CommandId, out var known) ? known.First : envelope.Position;
        _commands[envelope.CommandId] = (first, envelope.Position);
        _head = new Head(envelope.Position, envelope.Hash);
    }

    private void Erase(IReadOnlyCollection<long> positions)
    {
        foreach (var position in positions)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(position, 1, nameof(positions));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(position, _envelopes.Count, nameof(positions));
        }

        foreach (var position in positions)
        {
            var erased = _envelopes[(int)position - 1] with { Payload = null };
            _envelopes[(int)position - 1] = erased;
            _streams[erased.Stream][(int)erased.Version - 1] = erased;
        }
    }
}
