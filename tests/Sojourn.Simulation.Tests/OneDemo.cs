using Sojourn.Clinic.Running;
using Sojourn.Journal.Sqlite;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;
using Sojourn.Simulation.Demo;

namespace Sojourn.Simulation.Tests;

/// <summary>The demo clinic of one day; of a Friday, unless another is asked for, so that the next working day is after a weekend.</summary>
public sealed class OneDemo : IAsyncLifetime
{
    public DateOnly Today { get; init; } = new(2026, 11, 20);

    public int People { get; init; } = DemoClinic.People;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sojourn-demo-");
    private SqliteJournal? journal;

    public SqliteJournal Journal => journal!;

    public DateTimeOffset Now => DemoClinic.Opens(Today);

    public async ValueTask InitializeAsync()
    {
        Columns.Register();
        var clock = new VirtualClock(DemoClinic.Begins(Today));
        journal = SqliteJournal.Open(Path.Combine(folder.FullName, "clinic.db"), Projection.Shipped, clock, new SqliteJournalOptions { SyncsLate = true });
        var instruments = InstrumentLibrary.Load(Path.Combine(AppContext.BaseDirectory, "instruments")).Value!;
        await DemoClinic.Make(new Runner(journal, ProgrammeLibrary.LoadShipped(), instruments, clock), clock, Today, seed: 1, People);
    }

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public Records Read() => new(Journal.OpenForReading());
}
