using Sojourn.Clinic.Running;
using Sojourn.Journal.Sqlite;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;
using Sojourn.Simulation.Demo;

namespace Sojourn.Simulation.Tests;

/// <summary>The demo clinic of one Friday, made once for all who look at it.</summary>
public sealed class OneDemo : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sojourn-demo-");
    private SqliteJournal? journal;

    /// <summary>A Friday, so that the next working day is after a weekend.</summary>
    public static DateOnly Today { get; } = new(2026, 11, 20);

    public SqliteJournal Journal => journal!;

    public DateTimeOffset Now { get; } = DemoClinic.Opens(Today);

    public async ValueTask InitializeAsync()
    {
        Columns.Register();
        var clock = new VirtualClock(DemoClinic.Begins(Today));
        journal = SqliteJournal.Open(Path.Combine(folder.FullName, "clinic.db"), Projection.Shipped, clock, new SqliteJournalOptions { SyncsLate = true });
        var instruments = InstrumentLibrary.Load(Path.Combine(AppContext.BaseDirectory, "instruments")).Value!;
        await DemoClinic.Make(new Runner(journal, ProgrammeLibrary.LoadShipped(), instruments, clock), clock, Today, seed: 1);
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public Records Read() => new(Journal.OpenForReading());
}
