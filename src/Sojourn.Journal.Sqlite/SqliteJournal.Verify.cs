using Microsoft.Data.Sqlite;

namespace Sojourn.Journal.Sqlite;

public sealed partial class SqliteJournal
{
    public Task<BrokenLink?> Verify(IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        VerifyFile(_path, progress, cancellation);

    /// <summary>Walks a journal's file without opening it for writing; another process may be writing it meanwhile.</summary>
    /// <exception cref="JournalFormatException">The file is not a journal, or of another version.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be opened or read.</exception>
    public static Task<BrokenLink?> VerifyFile(string path, IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        Task.Run(
            () =>
            {
                var full = Existing(path);
                using var reader = JournalFile.OpenForReading(full, new SqliteJournalOptions());
                return new ChainWalk(reader, full).Walk(progress, cancellation);
            },
            cancellation);
}
