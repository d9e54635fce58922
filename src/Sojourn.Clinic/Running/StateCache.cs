using Sojourn.Journal;

namespace Sojourn.Clinic.Running;

/// <summary>
/// Folded states of busy streams with their versions. Never trusted over the version: what is newer is read and folded, what is ahead
/// (its transaction was undone) is thrown away. Used by the one writer only.
/// </summary>
internal sealed class StateCache(int capacity = 4096)
{
    private readonly Dictionary<string, (object State, long Version)> kept = new(StringComparer.Ordinal);
    private volatile bool distrusted;

    internal (TState State, long Version) Load<TCommand, TState, TEvent>(Slice<TCommand, TState, TEvent> slice, string stream, IJournalTransaction journal)
        where TEvent : class
        where TState : class
    {
        if (distrusted)
        {
            distrusted = false;
            kept.Clear();
        }

        var actual = journal.VersionOf(stream);
        var (state, version) = kept.TryGetValue(stream, out var found) && found.State is TState known && found.Version <= actual
            ? (known, found.Version)
            : (slice.Initial, 0L);
        if (version < actual)
        {
            foreach (var envelope in journal.ReadStream(stream, version))
            {
                if (EventRegistry.Shipped.Read(envelope) is TEvent e)
                {
                    state = slice.Evolve(state, e);
                }
            }
        }

        Keep(stream, state, actual);
        return (state, actual);
    }

    internal void Keep(string stream, object state, long version)
    {
        if (kept.Count >= capacity && !kept.ContainsKey(stream))
        {
            kept.Clear();
        }

        kept[stream] = (state, version);
    }

    internal void Forget(IEnumerable<string> streams)
    {
        foreach (var stream in streams)
        {
            kept.Remove(stream);
        }
    }

    /// <summary>After a commit that failed, from any thread: everything is read again.</summary>
    internal void Distrust() => distrusted = true;
}
