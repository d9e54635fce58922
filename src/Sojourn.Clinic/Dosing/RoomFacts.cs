using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Preparation;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Consents;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Dosing;

/// <summary>The medicine session as it is booked, with its person, course and room.</summary>
public sealed record Booking
{
    public SessionId Id { get; init; }

    public PersonId PersonId { get; init; }

    public CourseId CourseId { get; init; }

    public string State { get; init; } = "";

    public DateTimeOffset? FromAt { get; init; }

    public DateTimeOffset? ToAt { get; init; }

    public DateTimeOffset? ArrivedAt { get; init; }

    public int? Number { get; init; }

    public RoomId? RoomId { get; init; }

    /// <summary>The programme's kind of session.</summary>
    public string? Type { get; init; }

    public string RoomName { get; init; } = "No room";

    public bool RoomApproved { get; init; }

    public string SiteName { get; init; } = "";

    public string ProgrammeId { get; init; } = "";

    public int ProgrammeVersion { get; init; }

    public string? EscortName { get; init; }

    public string? EscortPhone { get; init; }

    public bool NoDriving { get; init; }

    public bool RideCancelled { get; init; }

    public string? Aim { get; init; }

    public string? Route { get; init; }
}

/// <summary>
/// What the room's decisions need of the rest of the clinic, read inside the writer's transaction: the programme's rules, standing, escort, team,
/// earlier doses. A forged request cannot bring its own. What is not asked for is not read, so it lives no longer than the records it reads from.
/// </summary>
public sealed class RoomFacts
{
    /// <summary>Instruments that ask about suicide; the latest answered on the day tells the gate.</summary>
    private static readonly string[] SuicideScreens = ["asq", "c-ssrs-screener"];

    private readonly Records records;
    private readonly DateTimeOffset at;
    private readonly Lazy<IReadOnlyList<TeamMember>> team;
    private readonly Lazy<GateFacts> gate;

    private RoomFacts(Records records, ProgrammeLibrary programmes, Booking booking, Programme programme, DateTimeOffset at)
    {
        this.records = records;
        this.at = at;
        Booking = booking;
        Programme = programme;
        team = new(() => TeamRecords.Everybody(records));
        PlannedRoute = booking.Route is { } planned && DoseRoutes.ById.TryGetValue(planned, out var route) && programme.DosingBy(route) is not null ? route : programme.Dosing[0].Route;
        gate = new(() => new GateFacts(
            booking.Id,
            booking.PersonId,
            booking.CourseId,
            programme.Id,
            programme.Version,
            programme.BeforeDose,
            records.All<string>("select words from screening_condition where course_id = @CourseId order by words", new { booking.CourseId }),
            [.. NotHeld(booking), .. Standing.Of(records, programmes, booking.CourseId, at), .. ConsentGivenTooLate(), .. PreparationOfTheDay()],
            Escort,
            booking.RoomName,
            booking.RoomApproved,
            programme.Integration is null ? null : IntegrationBooked(),
            programme.TherapyGap is { } gap ? TherapyBooked(gap) : null,
            SuicideScreenClear(),
            programme.VitalsBy(PlannedRoute) ?? programme.Vitals[0],
            Team) { Eligibility = programme.Eligibility });
    }

    public Booking Booking { get; }

    public Programme Programme { get; }

    public IReadOnlyList<TeamMember> Team => team.Value;

    public DoseRoute PlannedRoute { get; }

    /// <summary>Read when it is asked for: most entries of a session need nothing of it, and reading it is most of what an entry costs.</summary>
    public GateFacts Gate => gate.Value;

    public WatchFacts Watch => new(Programme.Version, Programme.Alerts, Programme.Vitals, Team) { TherapistThroughout = TherapistThroughout };

    /// <summary>The same with the monitor that is bound, for looking at time passing.</summary>
    public WatchFacts Look => Watch with { Monitor = BoundMonitor.Of(records, Booking.Id) };

    /// <summary>Every medicine session of the programme has a therapist in the room.</summary>
    public bool TherapistThroughout => Programme.SessionsOf(SessionKind.Medicine).All(session => session.Staff.Any(need => need.Role == Roles.Therapist && need.Place == StaffPlace.InRoom));

    public DischargeFacts Discharge => new(Programme.Version, Programme.Discharge, Programme.Vitals, Escort, Programme.NoDriving, Team);

    public DoseBandName? Aim => Booking.Aim is { } aim && Enum.TryParse<DoseBandName>(aim, ignoreCase: true, out var band) ? band : null;

    private Escort? Escort => Booking.EscortName is { Length: > 0 } name ? new Escort(name, Booking.NoDriving, Booking.RideCancelled) : null;

    /// <returns>Null when there is no such medicine session of a course.</returns>
    public static RoomFacts? Of(Records records, ProgrammeLibrary programmes, Guid session, DateTimeOffset at) =>
        records.One<Booking>(Sql.Of<RoomFacts>("booking.sql"), new { session }) is { } booking && programmes.Find(booking.ProgrammeId, booking.ProgrammeVersion) is { Dosing.Count: > 0, Vitals.Count: > 0 } programme
            ? new RoomFacts(records, programmes, booking, programme, at)
            : null;

    /// <summary>What the person chose beforehand; null while nothing was said.</summary>
    public DirectiveSheet? Directive => DirectiveRecords.Of(records, Booking.CourseId);

    public DoseFacts Dose(DoseRoute route) => new(Gate, Programme.DosingBy(route), Earlier(), Aim, Programme.Alerts) { SecondDose = Directive?.Choices.SecondDose, Group = new GroupFacts(RoomFloor.Neighbours(records, Booking, at), Needs) };

    /// <summary>Who must be there in a session of this kind.</summary>
    public IReadOnlyList<StaffNeed> Needs => (Programme.Session(Booking.Type ?? "") ?? Programme.SessionsOf(SessionKind.Medicine).FirstOrDefault())?.Staff ?? [];

    /// <summary>The last weight on record, from earlier sessions and from the person's own page, whichever is newer.</summary>
    public Kilograms? LastWeight() => records.Value<decimal?>(Sql.Of<RoomFacts>("last-weight.sql"), new { Session = Booking.Id, Person = Booking.PersonId }) is { } kilograms ? new Kilograms(kilograms) : null;

    private List<EarlierDose> Earlier() =>
        [.. records.All<DoseRow>("select * from medicine_dose where person_id = @PersonId and session_id <> @Id", new { Booking.PersonId, Booking.Id })
            .Select(row => new EarlierDose(row.SessionId, row.GivenAt, DoseRoutes.ById[row.Route], new Milligrams(row.Mg)))];

    /// <summary>A visit that was cancelled, missed or never settled has no gate to pass.</summary>
    private static IEnumerable<Refusal> NotHeld(Booking booking) => booking.State is "cancelled" or "missed" or "proposed"
        ? [new Refusal("gate.not-booked", $"This session is {booking.State}. Book it before anything is given.", new Remedy("The booking", $"sessions/{booking.Id.Value:D}"))]
        : [];

    /// <summary>A text is signed so many hours before the first dose of the course; after that dose the question is over.</summary>
    private IEnumerable<Refusal> ConsentGivenTooLate()
    {
        if (Programme.Consents.Count == 0 || records.Any("select 1 from medicine_dose where course_id = @CourseId", new { Booking.CourseId }))
        {
            return [];
        }

        var given = records.All<GivenRow>(Sql.Of<RoomFacts>("consents-given.sql"), new { Booking.CourseId, Booking.PersonId });
        return Programme.Consents
            .Select(document => (Document: document, Given: given.FirstOrDefault(row => row.DocumentId == document.Id && row.Version == document.Version && (row.OfThisCourse || !document.SignAgainPerCourse))))
            .Where(pair => pair.Given is { } row && !ConsentText.GivenInTime(row.GivenAt, at, pair.Document.HoursBeforeFirstDose))
            .Select(pair => new Refusal(
                "consent.given-too-late",
                $"“{pair.Document.Title}” has to be signed at least {pair.Document.HoursBeforeFirstDose} hours before the first dose ({pair.Document.Source}). Move the session.",
                new Remedy("The booking", $"sessions/{Booking.Id.Value:D}")));
    }

    private sealed record GivenRow
    {
        public string DocumentId { get; init; } = "";

        public int Version { get; init; }

        public DateTimeOffset GivenAt { get; init; }

        public bool OfThisCourse { get; init; }
    }

    /// <summary>Lines of the preparation that are asked anew for every session. Fasting, escort and no driving are items of the gate themselves.</summary>
    private IEnumerable<Refusal> PreparationOfTheDay()
    {
        var done = records.All<string>("select item_id from preparation_item where course_id = @CourseId", new { Booking.CourseId });
        return Programme.Preparation
            .Where(item => item is { Required: true, EachSession: true, Kind: not (PreparationKind.Escort or PreparationKind.NoDriving or PreparationKind.Fasting) } && !done.Contains(item.Id))
            .Select(item => new Refusal("preparation.item-missing", $"Not done yet for this session: {item.Title}.", new Remedy("Preparation", $"courses/{Booking.CourseId.Value:D}/preparation")));
    }

    private bool IntegrationBooked() => records.Any(
        "select 1 from session where course_id = @CourseId and kind = 'integration' and state in ('booked', 'arrived', 'running', 'held') and from_at > @FromAt",
        new { Booking.CourseId, Booking.FromAt });

    private bool TherapyBooked(TherapyGap gap)
    {
        var day = Booking.FromAt ?? at;
        return records.Any(
            "select 1 from session where course_id = @CourseId and type in @types and state in ('booked', 'arrived', 'running', 'held') and from_at between @from and @to",
            new { Booking.CourseId, types = gap.CountsAs, from = day.AddDays(-gap.Days), to = day.AddDays(gap.Days) });
    }

    private bool? SuicideScreenClear() => records.Value<long?>(
        "select positive from measure where person_id = @PersonId and instrument_id in @SuicideScreens and state = 'finished' and finished_at >= @since order by finished_at desc",
        new { Booking.PersonId, SuicideScreens, since = ClinicDay.Around(records, at).From }) switch
    {
        null => null,
        0 => true,
        _ => false,
    };
}
