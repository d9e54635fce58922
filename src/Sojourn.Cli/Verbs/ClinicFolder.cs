using Sojourn.Clinic.Running;
using Sojourn.Journal.Sqlite;
using Sojourn.Programmes;

namespace Sojourn.Cli.Verbs;

/// <summary>A clinic in one folder: the journal with its projections in <c>clinic.db</c>, the keys that sign cookies in <c>keys/</c>, and its audio files in <c>music/</c>.</summary>
internal sealed class ClinicFolder : IAsyncDisposable
{
    private ClinicFolder(string path, SqliteJournal journal, Runner runner)
    {
        Path = path;
        Journal = journal;
        Runner = runner;
    }

    internal string Path { get; }

    internal SqliteJournal Journal { get; }

    internal Runner Runner { get; }

    internal string KeysFolder => System.IO.Path.Combine(Path, "keys");

    internal string MusicFolder => System.IO.Path.Combine(Path, "music");

    internal static string FileIn(string folder) => System.IO.Path.Combine(folder, "clinic.db");

    internal static ClinicFolder Open(string folder, TimeProvider time, SqliteJournalOptions? options = null)
    {
        Columns.Register();
        Directory.CreateDirectory(folder);
        var journal = SqliteJournal.Open(FileIn(folder), Projection.Shipped, time, options);
        var runner = new Runner(journal, Shipped.Programmes, Shipped.Instruments, time);
        runner.TakeProgrammes();
        return new ClinicFolder(folder, journal, runner);
    }

    public ValueTask DisposeAsync() => Journal.DisposeAsync();
}
