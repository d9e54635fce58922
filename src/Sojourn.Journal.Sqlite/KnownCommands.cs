namespace Sojourn.Journal.Sqlite;

/// <summary>
/// Which command ids can be new without asking the file. Ids mostly rise with time (UUID version 7), so an id greater than all that
/// were in the file is known only if it was noted since. Everything else the file is asked: an id of any form is answered rightly,
/// and one from a device whose clock is ahead costs a look-up, no more.
/// </summary>
/// <param name="greatest">The greatest id in the file; the empty one when there is none.</param>
internal sealed class KnownCommands(Guid greatest)
{
    /// <summary>Some 40 bytes each.</summary>
    public const int Most = 16_384;

    private readonly HashSet<Guid> _noted = [];
    private Guid _inFile = greatest;
    private Guid _greatest = greatest;

    /// <summary>False only for an id that is surely not in the file. Guids compare as SQLite compares their 16 bytes.</summary>
    public bool MayHave(Guid commandId) => commandId <= _inFile || _noted.Contains(commandId);

    /// <summary>An id that goes into the file. Should its commit be undone, it is asked for in vain, and nothing else.</summary>
    public void Note(Guid commandId)
    {
        _ = _noted.Add(commandId);
        _greatest = commandId > _greatest ? commandId : _greatest;
        if (_noted.Count >= Most)
        {
            _noted.Clear();
            _inFile = _greatest;
        }
    }
}
