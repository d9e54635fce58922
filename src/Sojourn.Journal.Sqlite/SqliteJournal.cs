using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Sojourn.Journal.Sqlite;

/// <summary>The journal in one SQLite file: one writing connection on its own thread, and readers that never wait for it.</summary>
public sealed partial class SqliteJournal : IJournal
{
    private readonly string _path;
    private readonly SqliteJournalOptions _options;
    private readonly WritingLock _lock;
    private readonly Writer _writer;
    private readonly WriterLoop _loop;
    private readonly Readers _readers;

    private SqliteJournal(string path, SqliteJournalOptions options, WritingLock writingLock, Writer writer)
    {
        _path = path;
        _options = options;
        _lock = writingLock;
        _writer = writer;
        _readers = new Readers(path, options);
        _loop = new WriterLoop(writer, options.MostCommandsPerCommit, position => Committed?.Invoke(position));
    }

    public event Action<long>? Committed;

    /// <summary>Opens a journal, or begins a new one where there is no file. Projections that are new or have changed are built before it returns.</summary>
    /// <exception cref="JournalFormatException">The file is not a journal, or of another version; it was not changed.</exception>
    /// <exception cref="JournalInUseException">Another process writes it.</exception>
    /// <exception cref="JournalBrokenException">The last envelope and the kept head do not belong together.</exception>
    /// <exception cref="JournalUnavailableException">The file cannot be opened or written.</exception>
    public static SqliteJournal Open(string path, IReadOnlyList<IProjector> projectors, TimeProvider time, SqliteJournalOptions? options = null)
    {
        options ??= new SqliteJournalOptions();
        options.Check();
        var full = Path.GetFullPath(path);
        CreateFolder(full);
        var writingLock = new WritingLock(full);
        try
        {
            return new SqliteJournal(full, options, writingLock, new Writer(full, projectors, time, options));
        }
        catch
        {
            writingLock.Dispose();
            throw;
        }
    }

    public Task<Receipt> Write(Guid commandId, string actor, Func<IJournalTransaction, bool> work, CancellationToken cancellation = default)
    {
        Wording.CheckCommand(commandId, actor);
        ArgumentNullException.ThrowIfNull(work);
        var request = new WriteRequest(commandId, actor, work, cancellation);
        _loop.Send(request);
        return request.Answered;
    }

    public async Task Erase(IReadOnlyCollection<long> positions, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(positions);
        await Alone(writer => writer.Erase(positions), cancellation);
    }

    public Task<Rebuilt> Rebuild(IProgress<long>? progress = null, CancellationToken cancellation = default) =>
        Alone(writer => writer.Projections.Rebuild(progress, cancellation), cancellation);

    public async Task Keep(Action<DbConnection> work, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await Alone(writer => writer.Keep(work), cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _loop.End();
        _readers.Dispose();
        _writer.Dispose();
        _lock.Dispose();
    }

    private static void CreateFolder(string path)
    {
        try
        {
            _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException($"The folder of {path} cannot be made: {error.Message}", error);
        }
    }

    private Task<T> Alone<T>(Func<Writer, T> job, CancellationToken cancellation)
    {
        var request = new SoleRequest<T>(job, cancellation);
        _loop.Send(request);
        return request.Answered;
    }
}
