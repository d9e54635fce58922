using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;
using Sojourn.Domain.Staff;
using Sojourn.Journal.Sqlite;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;
using Sojourn.Programmes.Reading;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;
using DomainSession = Sojourn.Domain.Calendar.Session;

namespace Sojourn.Clinic.Tests.Dosing;

/// <summary>
/// A clinic in a folder that is gone afterwards, with a clock moved by hand, four people on the staff, and one of the shipped programmes without what
/// comes before the day: the decision on eligibility and the named team are still asked for.
/// </summary>
public sealed class MedicineClinic : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sojourn-dosing-");

    private int rooms = 1;
    private bool booked;

    private MedicineClinic(Func<Programme, Programme, Programme>? change)
    {
        Columns.Register();
        Journal = SqliteJournal.Open(Path.Combine(folder.FullName, "clinic.db"), Projection.Shipped, Clock);
        var shipped = ProgrammeLibrary.LoadShipped().Find(ProgrammeId) ?? throw new InvalidOperationException($"{ProgrammeId} was not found beside the tests.");
        Programme = shipped with
        {
            Dosing = [shipped.DosingBy(DoseRoute.Intramuscular)!],
            Vitals = [shipped.VitalsBy(DoseRoute.Intramuscular)!],
            Eligibility = [],
            MedicineRules = [],
            Facts = [],
            Validity = [],
            RequiredAgreements = [],
            Consents = [],
            Preparation = [],
            Measures = [],
            TherapyGap = null,
            Integration = null,
        };
        Programme = change?.Invoke(Programme, shipped) ?? Programme;
        Runner = new Runner(
            Journal,
            new ProgrammeLibrary(new Dictionary<string, Programme>(StringComparer.Ordinal) { [ProgrammeId] = Programme }),
            InstrumentLibrary.Load(ProgrammeFolders.ShippedInstruments).Value!,
            Clock);
    }

    public const string ProgrammeId = "solo-depression-standard";

    public static DateTimeOffset Start { get; } = new(2026, 11, 19, 17, 0, 0, TimeSpan.Zero);

    public HandClock Clock { get; } = new();

    public SqliteJournal Journal { get; }

    public Runner Runner { get; }

    public Programme Programme { get; }

    public string Folder => folder.FullName;

    public StaffId Nair { get; } = new(Guid.CreateVersion7());

    public StaffId Ellery { get; } = new(Guid.CreateVersion7());

    public StaffId Farrow { get; } = new(Guid.CreateVersion7());

    public StaffId Okafor { get; } = new(Guid.CreateVersion7());

    public SiteId Site { get; } = new(Guid.CreateVersion7());

    /// <summary>Of the session booked last: each has a room of its own, unless it was booked beside another.</summary>
    public RoomId Room { get; private set; } = new(Guid.CreateVersion7());

    /// <summary>Of the session booked last; every session has a person of its own.</summary>
    public PersonId Person { get; private set; }

    public CourseId Course { get; private set; }

    /// <param name="change">Makes the programme from the reduced and the shipped one; null for the reduced one.</param>
    public static async Task<MedicineClinic> Open(Func<Programme, Programme, Programme>? change = null)
    {
        var clinic = new MedicineClinic(change);
        await clinic.Found();
        return clinic;
    }

    /// <summary>Booked for now, with an escort who is named and no driving promised.</summary>
    public async Task<Guid> Book()
    {
        if (booked)
        {
            Room = new RoomId(Guid.CreateVersion7());
            await Does(Actor.Sojourn, OpenRoom);
        }

        return await BookBeside();
    }

    /// <summary>Somebody else, in the room of the session booked last.</summary>
    public async Task<Guid> BookBeside(string given = "Ana", string family = "Ruiz")
    {
        booked = true;
        await TakeIn(given, family);
        return await BookAgain(1);
    }

    /// <summary>Another session of the person who was booked last.</summary>
    public async Task<Guid> BookAgain(int number)
    {
        var id = Guid.CreateVersion7();
        await Does(Actor.Sojourn, desk =>
        {
            var visit = new Visit(SessionKind.Medicine, "medicine", Person, null, Course, number, null);
            var place = new Place(Site, Room, Clock.Now, Clock.Now.AddHours(3), [Nair, Ellery]);
            desk.Do(SessionSlice.Slice, id, new DomainSession.Command.Book(visit, place, BookingFacts.Clear, null));
            desk.Do(SessionSlice.Slice, id, new DomainSession.Command.NameEscort("Rosa Ruiz", "555-0111", "sister", IsAdult: true));
            desk.Do(SessionSlice.Slice, id, new DomainSession.Command.PromiseNoDriving());
        });
        return id;
    }

    /// <summary>Booked, weighed, two baselines, watched by P. Nair, everything ticked, gate passed. Twenty minutes go by.</summary>
    public async Task<Guid> BookAndPassGate(decimal kilograms = 80m) => await PassGate(await Book(), kilograms);

    public async Task<Guid> PassGate(Guid session, decimal kilograms = 80m)
    {
        await Prepare(session, kilograms);
        Clock.Pass(TimeSpan.FromMinutes(10));
        await Reads(session, Calm);
        Clock.Pass(TimeSpan.FromMinutes(10));
        await TicksTheGate(session);
        await InRoom(session, facts => new MedicineSession.Command.PassGate(Clock.Now, Nair, facts.Gate));
        return session;
    }

    /// <summary>Weighed, watched by P. Nair, one baseline.</summary>
    public async Task Prepare(Guid session, decimal kilograms = 80m)
    {
        await InRoom(session, facts => new MedicineSession.Command.Weigh(Clock.Now, new Kilograms(kilograms), facts.LastWeight(), new Kilograms(kilograms)));
        await InRoom(session, facts => new MedicineSession.Command.BeginPresence(Clock.Now, Nair, Clock.Now, facts.Team));
        await Reads(session, Calm);
    }

    public Task TicksTheGate(Guid session) => Does(Actor.Staff(Nair), desk =>
    {
        var facts = RoomFacts.Of(desk.Records, desk.Programmes, session, desk.At)!;
        foreach (var line in Gate.Lines(facts.Gate, desk.State(MedicineSlice.Slice, session), desk.At).Where(line => line.ByHand))
        {
            desk.Do(MedicineSlice.Slice, session, new MedicineSession.Command.CheckGateItem(desk.At, Nair, line.Id, Holds: true, facts.Gate));
        }
    });

    public static Vitals Calm { get; } = new(Systolic: 124, Diastolic: 78, Pulse: 72, Oxygen: 98, Respiration: 14, Sedation: 5, Pain: 4);

    public Task Reads(Guid session, Vitals vitals) =>
        InRoom(session, facts => new MedicineSession.Command.TakeVitals(Clock.Now, NewId(), Nair, Clock.Now, vitals, facts.Watch));

    /// <summary>30 mg into a muscle, now.</summary>
    public Task GivesThirty(Guid session) => InRoom(session, facts => new MedicineSession.Command.GiveDose(
        Clock.Now, NewId(), Nair, Clock.Now, DoseRoute.Intramuscular, new Milligrams(30m), null, Ellery, null, null, null, facts.Dose(DoseRoute.Intramuscular), CheckConfirmed: true));

    /// <param name="sign">Its id, or a word.</param>
    public Task Sees(Guid session, string sign, Severity severity = Severity.Moderate, string? action = null) => InRoom(session, facts =>
        new MedicineSession.Command.NoteSymptom(Clock.Now, NewId(), Nair, Clock.Now, sign, severity, action, SymptomOutcome.Ongoing, facts.Watch));

    /// <summary>One command of P. Nair's in the room; a refusal fails the test.</summary>
    public Task InRoom(Guid session, Func<RoomFacts, MedicineSession.Command> command) => Does(Actor.Staff(Nair), desk =>
        desk.Do(MedicineSlice.Slice, session, command(RoomFacts.Of(desk.Records, desk.Programmes, session, desk.At)!)));

    public async Task Does(Actor actor, Action<Desk> work) => (await Runner.Run(Runner.SenderFor(actor), work)).OrThrow();

    public T Read<T>(Func<Records, T> read)
    {
        using var records = Runner.Read();
        return read(records);
    }

    public RoomRecord Record(Guid session) => Read(records => RoomRecord.Of(records, session));

    public static EntryId NewId() => new(Guid.CreateVersion7());

    public async ValueTask DisposeAsync()
    {
        await Journal.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task Found()
    {
        await Does(Actor.Sojourn, desk =>
        {
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.Found("Test clinic", "America/Edmonton", "555-0100", "9-8-8", "9-1-1", IsDemo: true));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenSite(Site, "Harbour", "Edmonton", "Alberta", "555-0100"));
            OpenRoom(desk);
            Hire(desk, Nair, "Priya", "Nair", "P. Nair", "nurse");
            Hire(desk, Ellery, "Tom", "Ellery", "T. Ellery", "therapist");
            Hire(desk, Farrow, "Ines", "Farrow", "Dr I. Farrow", "prescriber");
            Hire(desk, Okafor, "Jo", "Okafor", "J. Okafor", "front-desk");
        });
    }

    private void OpenRoom(Desk desk) =>
        desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenRoom(Room, Site, $"Room {++rooms}", RoomUse.Medicine, 6, ApprovedForMedicine: true));

    /// <summary>A person with an open course, a team, and a decision: suitable, with a condition.</summary>
    public async Task TakeIn(string given = "Ana", string family = "Ruiz")
    {
        Person = new PersonId(Guid.CreateVersion7());
        Course = new CourseId(Guid.CreateVersion7());
        await Does(Actor.Sojourn, desk =>
            desk.Do(PersonSlice.Slice, Person.Value, new Person.Command.Register(
                desk.At,
                new Demographics(new PersonName(given, family, null), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null),
                Domain.People.Person.Likeness.Nobody)));
        await Does(Actor.Staff(Farrow), desk => CourseDesk.Open(desk, Course, new CourseDesk.Beginning(Person, ProgrammeId, Site, null, "Nothing helps any more.", new Team(Ellery, Farrow, Nair))));
        await Does(Actor.Staff(Farrow), desk => ScreeningDesk.Decide(
            desk,
            Course,
            new Eligible(EligibilityDecision.SuitableWithConditions, null, new Dictionary<string, string>(StringComparer.Ordinal), ["Pressure below 150/90 before the dose"], null, null, null, null)));
    }

    private static void Hire(Desk desk, StaffId id, string given, string family, string name, string role)
    {
        desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.Join(given, family, name, [role], [], $"{role}@test.example"));
        desk.Do(StaffSlice.Slice, id.Value, new StaffMember.Command.RecordCredential("licence", "1", new DateOnly(2025, 1, 1), new DateOnly(2027, 12, 31)));
    }

    /// <summary>A clock that goes on when it is told to.</summary>
    public sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; private set; } = Start;

        public void Pass(TimeSpan time) => Now += time;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
