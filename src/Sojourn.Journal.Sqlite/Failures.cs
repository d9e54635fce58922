using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sojourn.Journal.Sqlite;

/// <summary>SQLite's errors in the journal's words. The one place where they are translated.</summary>
internal static class Failures
{
    /// <summary>Whether an error is about the surroundings, so that nothing of the whole commit can be trusted, or about one statement.</summary>
    public static bool IsOfTheSurroundings(SqliteException error) => error.SqliteErrorCode is
        raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_NOMEM or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM
        or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_BUSY or raw.SQLITE_PROTOCOL or raw.SQLITE_INTERRUPT;

    /// <summary>The exception that says it to whoever called.</summary>
    /// <param name="error">What SQLite said.</param>
    /// <param name="path">The file.</param>
    /// <param name="position">The position that was being read or written.</param>
    public static Exception InWords(SqliteException error, string path, long position) => error.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => new JournalUnavailableException($"There is no room left for {path}; nothing was recorded. Free some disk space and try again.", error),
        raw.SQLITE_IOERR => new JournalUnavailableException($"The disk failed while {path} was written; nothing was recorded. Look at the disk and try again.", error),
        raw.SQLITE_READONLY or raw.SQLITE_PERM => new JournalUnavailableException($"{path} may not be written; nothing was recorded. Give this user the right to write it.", error),
        raw.SQLITE_CANTOPEN => new JournalUnavailableException($"{path} cannot be opened. Look whether its folder exists and may be written.", error),
        raw.SQLITE_BUSY or raw.SQLITE_PROTOCOL => new JournalUnavailableException($"Another program holds {path}; nothing was recorded. Close it and try again.", error),
        raw.SQLITE_NOMEM => new JournalUnavailableException("There was no memory left to write the journal; nothing was recorded.", error),
        raw.SQLITE_CORRUPT => new JournalBrokenException(Damage(error, position)),
        raw.SQLITE_NOTADB => new JournalFormatException($"{path} is not a Sojourn journal: it is not an SQLite file."),
        _ => new JournalUnavailableException($"SQLite answered “{error.Message}”; nothing was recorded.", error),
    };

    public static BrokenLink Damage(SqliteException error, long position) => new(position, $"the file is damaged there (SQLite: {error.Message}).");
}
