using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.People;
using Sojourn.Domain.Programmes;
using Sojourn.Journal.Sqlite;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;
using DomainStaff = Sojourn.Domain.Staff.StaffMember;
using SessionPlace = Sojourn.Domain.Calendar.Place;

namespace Sojourn.Clinic.Tests.Measures;

/// <summary>A clinic over a real file, its programmes and instruments the shipped ones, with one patient, Ana, and a clock moved by hand.</summary>
internal sealed class MeasureClinic : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sojourn-measures-");
    private readonly SqliteJournal journal;
    private readonly HandClock clock = new();

    private MeasureClinic()
    {
        Columns.Register();
        journal = SqliteJournal.Open(Path.Combine(folder.FullName, "clinic.db"), Projection.Shipped, clock);
        Runner = new Runner(journal, ProgrammeLibrary.LoadShipped(), InstrumentLibrary.Load(Path.Combine(AppContext.BaseDirectory, "instruments")).Value!, clock);
    }

    internal Runner Runner { get; }

    internal SiteId Site { get; } = new(Guid.CreateVersion7());

    internal RoomId Room { get; } = new(Guid.CreateVersion7());

    internal StaffId Therapist { get; } = new(Guid.CreateVersion7());

    internal StaffId Prescriber { get; } = new(Guid.CreateVersion7());

    internal StaffId Nurse { get; } = new(Guid.CreateVersion7());

    internal PersonId Ana { get; } = new(Guid.CreateVersion7());

    /// <summary>14:00 in Vancouver.</summary>
    internal DateTimeOffset Now
    {
        get => clock.Now;
        set => clock.Now = value;
    }

    internal static async Task<MeasureClinic> Open()
    {
        var clinic = new MeasureClinic();
        await clinic.Do(desk =>
        {
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.Found("Test clinic", "America/Vancouver", "555-0100", "988", "911", IsDemo: true));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenSite(clinic.Site, "Harbour", "Victoria", "BC", "555-0101"));
            Join(clinic.Therapist, "Tara", "therapist");
            Join(clinic.Prescriber, "Ida", "prescriber");
            Join(clinic.Nurse, "Priya", "nurse");
            desk.Do(PersonSlice.Slice, clinic.Ana.Value, new Person.Command.Register(
                clinic.Now,
                new Demographics(new PersonName("Ana", "Ruiz"), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null),
                Person.Likeness.Nobody));

            void Join(StaffId staff, string given, string role) =>
                desk.Do(StaffSlice.Slice, staff.Value, new DomainStaff.Command.Join(given, "Test", $"{given} Test", [role], [clinic.Site], $"{given}@example.test"));
        });
        return clinic;
    }

    internal async Task<CourseId> OpenCourse(string programme = "rise-chronic-pain", Team? team = null)
    {
        var course = new CourseId(Guid.CreateVersion7());
        await Do(desk => CourseDesk.Open(desk, course, new(Ana, programme, Site, null, "it hurts", team ?? new Team(Therapist, Prescriber, Nurse))));
        await React();
        return course;
    }

    /// <summary>Something asked by hand, open now for three days.</summary>
    internal async Task<AssignmentId> Ask(string instrument, CourseId? course = null)
    {
        var id = new AssignmentId(Guid.CreateVersion7());
        await Do(desk => desk.Do(MeasureSlice.Slice, id.Value, new Measure.Command.Assign(
            Now, Ana, course, Runner.Instruments.Find(instrument)!, "To see how you are.", null, Now, Now.AddDays(1), Now.AddDays(3), Owner.Named(Nurse), 24)));
        return id;
    }

    internal async Task<SessionId> BookMedicine(CourseId course, DateTimeOffset from, int number = 1)
    {
        var id = new SessionId(Guid.CreateVersion7());
        await Do(desk => desk.Do(SessionSlice.Slice, id.Value, new Session.Command.Book(
            new Visit(SessionKind.Medicine, "group-day", Ana, null, course, number, null), Place(from), BookingFacts.Clear, null)));
        await React();
        return id;
    }

    /// <summary>The person went home from a medicine session; the room's own rules are tested with the room.</summary>
    internal async Task Discharge(SessionId session, DateTimeOffset at)
    {
        Now = at;
        await Do(desk => desk.Do(SessionSlice.Slice, session.Value, new Session.Command.Arrive(at.AddHours(-4), NeedsRide: false)));
        var written = EventRegistry.Shipped.Write(new MedicineSession.Event.Discharged(at, Nurse, "Rosa Ruiz", null, null, [], 1));
        await Runner.Journal.Write(Guid.CreateVersion7(), Actor.Staff(Nurse).Text, transaction =>
        {
            transaction.Append($"medicine/{session.Value:D}", 0, [written]);
            return true;
        });
        await React();
    }

    internal SessionPlace Place(DateTimeOffset from) => new(Site, Room, from, from.AddHours(4), [Nurse]);

    internal Task Answer(AssignmentId id, string item, decimal? value, Actor? by = null) => Do(desk => AnsweringAMeasure.Answer(desk, id, item, value), by ?? Actor.Person(Ana));

    internal async Task Do(Action<Desk> work, Actor? actor = null) => (await Runner.Run(Runner.SenderFor(actor ?? Actor.Sojourn), work)).OrThrow();

    internal async Task<IReadOnlyList<string>> Refused(Action<Desk> work, Actor? actor = null) =>
        [.. Assert.IsType<Outcome.Refused>(await Runner.Run(Runner.SenderFor(actor ?? Actor.Sojourn), work)).Reasons.Select(reason => reason.Code)];

    internal T Read<T>(Func<Records, T> read)
    {
        using var records = Runner.Read();
        return read(records);
    }

    internal MeasureRow Measure(AssignmentId id) => Read(records => MeasureRecords.One(records, id.Value)!);

    internal IReadOnlyList<MeasureRow> Asked(string? instrument = null) =>
        [.. Read(records => MeasureRecords.OfPerson(records, Ana.Value)).Where(row => instrument is null || row.InstrumentId == instrument).OrderBy(row => row.OpensAt)];

    internal async Task React()
    {
        var refusals = new List<string>();
        using var reactor = new Reactor(Runner, refusals.Add);
        await reactor.CatchUp();
        Assert.Empty(refusals);
    }

    internal async Task RebuiltEqualsKeptUp(params string[] projections)
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
