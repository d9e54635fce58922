using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Journal.Sqlite;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;
using static Sojourn.Domain.Clinics.Clinic;
using StaffMember = Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Clinic.Tests;

/// <summary>A whole clinic in a folder that is gone afterwards: one site, one of each role, the shipped programmes, a clock that is moved by hand.</summary>
public sealed class ClinicAtWork : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sojourn-clinic-");
    private readonly SqliteJournal journal;
    private readonly HandClock clock = new();

    /// <summary>The shipped programmes and instruments, read once.</summary>
    public static ProgrammeLibrary Programmes { get; } = ProgrammeLibrary.LoadShipped();

    public static InstrumentLibrary Instruments { get; } = InstrumentLibrary.Load(Path.Combine(AppContext.BaseDirectory, "instruments")).Value!;

    private ClinicAtWork()
    {
        Columns.Register();
        journal = SqliteJournal.Open(Path.Combine(folder.FullName, "clinic.db"), Projection.Shipped, clock);
        Runner = new Runner(journal, Programmes, Instruments, clock);
    }

    public Runner Runner { get; }

    public SiteId Site { get; } = new(Guid.CreateVersion7());

    public StaffId Therapist { get; } = new(Guid.CreateVersion7());

    public StaffId Prescriber { get; } = new(Guid.CreateVersion7());

    public StaffId Nurse { get; } = new(Guid.CreateVersion7());

    public DateTimeOffset Now
    {
        get => clock.Now;
        set => clock.Now = value;
    }

    /// <param name="isDemo">Everybody here is invented.</param>
    public static async Task<ClinicAtWork> Open(bool isDemo = true)
    {
        var clinic = new ClinicAtWork();
        await clinic.Do(desk =>
        {
            var id = Sojourn.Domain.Clinics.Clinic.Id;
            desk.Do(ClinicSlice.Slice, id, new Command.Found("Test clinic", "America/Vancouver", "555-0100", "988", "911", isDemo));
            desk.Do(ClinicSlice.Slice, id, new Command.OpenSite(clinic.Site, "Harbour", "Victoria", "BC", "555-0101"));
            Join(clinic.Therapist, "Tara", "therapist");
            Join(clinic.Prescriber, "Ida", "prescriber");
            Join(clinic.Nurse, "Priya", "nurse");

            void Join(StaffId staff, string given, string role) =>
                desk.Do(StaffSlice.Slice, staff.Value, new StaffMember.Command.Join(given, "Test", $"{given} Test", [role], [clinic.Site], $"{given}@example.test"));
        });
        return clinic;
    }

    public async Task<PersonId> Register(string given = "Ana", string family = "Ruiz", string born = "1985-07-14")
    {
        var id = new PersonId(Guid.CreateVersion7());
        var details = new Demographics(new PersonName(given, family), DateOnly.Parse(born, CultureInfo.InvariantCulture), Sex.Female, null, [], Contacts.None, null, null, null);
        await Do(desk => desk.Do(PersonSlice.Slice, id.Value, new Person.Command.Register(Now, details, Person.Likeness.Nobody)));
        return id;
    }

    /// <summary>Done, or the test fails with the reasons.</summary>
    public async Task Do(Action<Desk> work, Actor? actor = null) => (await Ask(work, actor)).OrThrow();

    public Task<Outcome> Ask(Action<Desk> work, Actor? actor = null) => Runner.Run(Runner.SenderFor(actor ?? Actor.Sojourn), work);

    public async Task<IReadOnlyList<string>> Refused(Action<Desk> work, Actor? actor = null) =>
        [.. Assert.IsType<Outcome.Refused>(await Ask(work, actor)).Reasons.Select(reason => reason.Code)];

    public T Read<T>(Func<Records, T> read)
    {
        using var records = Runner.Read();
        return read(records);
    }

    /// <summary>Every reaction to everything recorded so far; none may be refused.</summary>
    public async Task React()
    {
        var refusals = new List<string>();
        using var reactor = new Reactor(Runner, refusals.Add);
        await reactor.CatchUp();
        Assert.Empty(refusals);
    }

    /// <summary>Every row of every table of these projections, kept up and made anew.</summary>
    public async Task RebuiltEqualsKeptUp(params string[] projections)
    {
        var kept = Everything(projections);
        await journal.Rebuild();
        Assert.Equal(kept, Everything(projections));
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private string Everything(string[] projections) => Read(records => KeptUp.Everything(records, projections));
}
