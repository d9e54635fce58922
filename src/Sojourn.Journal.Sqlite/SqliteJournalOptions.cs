namespace Sojourn.Journal.Sqlite;

/// <summary>How a journal on SQLite behaves; the defaults are what a clinic wants.</summary>
public sealed record SqliteJournalOptions
{
    /// <summary>
    /// Most commands that share one commit, from 1. Default 256: more than the rooms and devices of a clinic send in the time of one commit,
    /// and few enough that nobody waits long behind a burst.
    /// </summary>
    public int MostCommandsPerCommit { get; init; } = 256;

    /// <summary>Page cache of the writing connection in KiB, from 256. Default 16,384.</summary>
    public int WriterCacheKibibytes { get; init; } = 16_384;

    /// <summary>Page cache of each reading connection in KiB, from 256. Default 4,096.</summary>
    public int ReaderCacheKibibytes { get; init; } = 4_096;

    /// <summary>Reading connections kept open when nobody uses them, from 0. Default 8. More are opened when they are needed.</summary>
    public int IdleReaders { get; init; } = 8;

    /// <summary>Pages of 4 KiB in the write-ahead log after which they are copied into the file, from 1. Default 4,000, 16 MB.</summary>
    public int CheckpointPages { get; init; } = 4_000;

    /// <summary>Most pages of 4 KiB that the file may grow to; null, the default, means as far as the disk goes.</summary>
    public int? MostPages { get; init; }

    /// <summary>
    /// Syncs at checkpoints and at closing instead of at each commit. Default false, and false for every clinic: an answer must mean “on disk”.
    /// True only while a journal is made from nothing that can be made from nothing again, as the demo is; the log is then also emptied less often.
    /// </summary>
    public bool SyncsLate { get; init; }

    /// <summary>Told the position reached, now and then, while projections are rebuilt at opening; null tells nobody.</summary>
    public IProgress<long>? Rebuilding { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MostCommandsPerCommit, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(WriterCacheKibibytes, 256);
        ArgumentOutOfRangeException.ThrowIfLessThan(ReaderCacheKibibytes, 256);
        ArgumentOutOfRangeException.ThrowIfNegative(IdleReaders);
        ArgumentOutOfRangeException.ThrowIfLessThan(CheckpointPages, 1);
        if (MostPages is { } most)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        }
    }
}
