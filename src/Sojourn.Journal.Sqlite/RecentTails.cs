namespace Sojourn.Journal.Sqlite;

/// <summary>
/// Where the streams that were lately used have got to, and which of them the file does not say yet. It may be trusted because nobody else writes (each commit
/// begins by checking that), and it is forgotten whenever something is undone.
/// </summary>
internal sealed class RecentTails
{
    /// <summary>Far more than are open on one day; some 100 bytes each.</summary>
    private const int Most = 8_192;

    private readonly Dictionary<string, Tail> _noted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tail> _since = new(StringComparer.Ordinal);

    /// <summary>False until <see cref="Move"/> was told all that came since streams were last noted in the file.</summary>
    public bool IsComplete { get; set; }

    /// <summary>What the file does not say yet.</summary>
    public IReadOnlyDictionary<string, Tail> Since => _since;

    public bool TryGet(string stream, out Tail tail) => _since.TryGetValue(stream, out tail) || _noted.TryGetValue(stream, out tail);

    /// <summary>The file says it.</summary>
    public void Find(string stream, Tail tail)
    {
        if (_noted.Count >= Most)
        {
            _noted.Clear();
        }

        _noted[stream] = tail;
    }

    /// <summary>An event was appended.</summary>
    public void Move(string stream, Tail tail) => _since[stream] = tail;

    /// <summary>The file says everything now.</summary>
    public void Note()
    {
        foreach (var (stream, tail) in _since)
        {
            Find(stream, tail);
        }

        _since.Clear();
    }

    public void Forget()
    {
        _noted.Clear();
        _since.Clear();
        IsComplete = false;
    }
}
