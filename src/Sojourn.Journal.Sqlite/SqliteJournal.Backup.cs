using Microsoft.Data.Sqlite;

namespace Sojourn.Journal.Sqlite;

public sealed partial class SqliteJournal
{
    /// <summary>A consistent copy of the journal and its projections, as last committed, while others read and write.</summary>
    /// <param name="target">A file that does not exist yet. It appears under this name only when it is whole and on disk.</param>
    /// <param name="cancellation">Obeyed before the copying begins.</param>
    public Task Backup(string target, CancellationToken cancellation = default) => BackupFile(_path, target, cancellation);

    /// <summary>The same from a file that another process may have open.</summary>
    /// <exception cref="JournalFormatException">The file is not a journal, or of another version.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be read, or the copy cannot be written.</exception>
    public static Task BackupFile(string path, string target, CancellationToken cancellation = default) =>
        Task.Run(() => Copy(Existing(path), Absent(target)), cancellation);

    /// <summary>Verifies a backup and puts it in place as the journal at <paramref name="path"/>, where there must be none.</summary>
    /// <exception cref="JournalBrokenException">The backup's chain does not hold; nothing was put in place.</exception>
    /// <exception cref="JournalFormatException">The backup is not a journal, or of another version.</exception>
    /// <exception cref="JournalInUseException">A process writes a journal at <paramref name="path"/>.</exception>
    /// <exception cref="JournalUnavailableException">The backup cannot be read, or the journal cannot be written.</exception>
    public static async Task Restore(string backup, string path, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        var target = Absent(path);
        CreateFolder(target);
        using var writingLock = new WritingLock(target);
        if (await VerifyFile(backup, progress, cancellation) is { } broken)
        {
            throw new JournalBrokenException(broken);
        }

        await BackupFile(backup, target, cancellation);
    }

    private static void Copy(string path, string target)
    {
        var unfinished = target + ".unfinished";
        try
        {
            File.Delete(unfinished);
            using (var reader = JournalFile.OpenForReading(path, new SqliteJournalOptions()))
            using (var backup = new Statement(reader.Handle!, Sql.Named("backup.sqlite")))
            {
                backup.Bind(1, unfinished).Run();
            }

            using (var written = new FileStream(unfinished, FileMode.Open, FileAccess.ReadWrite))
            {
                written.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target);
        }
        catch (SqliteException error)
        {
            File.Delete(unfinished);
            throw Failures.InWords(error, target, 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException($"{target} cannot be written: {error.Message}", error);
        }
    }

    private static string Existing(string path) =>
        File.Exists(path) ? Path.GetFullPath(path) : throw new JournalUnavailableException($"There is no file {Path.GetFullPath(path)}.");

    private static string Absent(string path) =>
        File.Exists(path) ? throw new JournalUnavailableException($"{Path.GetFullPath(path)} exists already; nothing was written over it.") : Path.GetFullPath(path);
}
