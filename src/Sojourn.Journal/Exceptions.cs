namespace Sojourn.Journal;

/// <summary>A stream has moved on since the version that a decision was made on.</summary>
public sealed class JournalConflictException(string stream, long expectedVersion, long actualVersion)
    : Exception($"Stream {stream} is at version {actualVersion}, not {expectedVersion}.")
{
    public string Stream { get; } = stream;

    public long ExpectedVersion { get; } = expectedVersion;

    public long ActualVersion { get; } = actualVersion;
}

/// <summary>The chain does not hold at a position; nothing more is written until it is restored.</summary>
public sealed class JournalBrokenException(BrokenLink link)
    : Exception($"The journal is broken at position {link.Position}: {link.Sentence}")
{
    public BrokenLink Link { get; } = link;
}

/// <summary>The store could not make something durable; nothing of it was recorded.</summary>
public sealed class JournalUnavailableException(string sentence, Exception? inner = null) : Exception(sentence, inner);

/// <summary>The file or database is not a Sojourn journal, or of a version that this program cannot read.</summary>
public sealed class JournalFormatException(string sentence) : Exception(sentence);

/// <summary>Another process is writing this journal; a journal has one writing process at a time.</summary>
public sealed class JournalInUseException(string place) : Exception($"Another process has {place} open for writing. Stop it first, or give this one its own data folder.")
{
    /// <summary>The file or database.</summary>
    public string Place { get; } = place;
}
