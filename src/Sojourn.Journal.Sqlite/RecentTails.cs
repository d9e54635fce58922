namespace Sojourn.Journal.Sqlite;

/// <summary>
/// Where the streams that were lately written have got to. It may be trusted because nobody else writes (each commit begins by
/// checking that), and it is forgotten whenever something is undone.
/// </summary>
internal sealed class RecentTails
{
    /// <summary>Far more than are open on one day; some 100 bytes each.</summary>
    private const int Most = 8_192;

    private readonly Dictionary<string, Tail> _tails = new(StringComparer.Ordinal);

    public bool TryGet(string stream, out Tail tail) => _tails.TryGetValue(stream, out tail);

    public void Set(string stream, Tail tail)
    {
        if (_tails.Count >= Most)
        {
            _tails.Clear();
        }

        _tails[stream] = tail;
    }

    public void Forget() => _tails.Clear();
}
