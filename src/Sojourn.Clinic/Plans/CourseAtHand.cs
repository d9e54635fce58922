using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Plans;

/// <summary>What plan, consent, preparation and boosters need to know of the course they belong to.</summary>
/// <param name="Name">The patient's names, as a signature is compared with them.</param>
/// <param name="Programme">As the clinic's files have it now.</param>
/// <param name="UnderMedicine">A dose was given to this person and they have not been discharged: nothing of theirs can be signed or agreed.</param>
public sealed record CourseAtHand(
    CourseId Id,
    PersonId Person,
    SigningName Name,
    SiteId Site,
    Programme Programme,
    StaffId? Therapist,
    StaffId? Prescriber,
    StaffId? Nurse,
    bool IsOpen,
    bool UnderMedicine)
{
    /// <summary>When the time without driving of the last medicine session ends; null where there is none. While a person is in the room it is at least this long.</summary>
    public DateTimeOffset? NotDrivingUntil { get; init; }

    /// <summary>The same, in words by the clinic's own clock.</summary>
    public string? NotDrivingUntilInWords { get; init; }

    /// <summary>From the first dose until discharge, and until the programme's time without driving is over.</summary>
    public CapacityLock LockAt(DateTimeOffset now) => (UnderMedicine, NotDrivingUntil > now) switch
    {
        (true, true) => new(true, $"until they are discharged and not before {NotDrivingUntilInWords}, the end of the time without driving"),
        (true, _) => new(true, "until they are discharged"),
        (_, true) => new(true, $"until {NotDrivingUntilInWords}, the end of the time without driving"),
        _ => default,
    };

    private const string Read =
        """
        select c.person_id, c.programme_id, c.programme_version, c.site_id, c.state, c.therapist_id, c.prescriber_id, c.nurse_id, p.given, p.family, p.preferred
        from course c join person p on p.id = c.person_id where c.id = @id
        """;

    private const string Dosed =
        "select 1 from medicine_session m join session s on s.id = m.session_id where s.person_id = @person and m.state = 'dosed'";

    /// <summary>Null when there is no such course, or the clinic no longer has its programme.</summary>
    public static CourseAtHand? Find(Records records, ProgrammeLibrary programmes, Guid id) =>
        records.One<Row>(Read, new { id }) is { } row && programmes.Find(row.ProgrammeId, row.ProgrammeVersion) is { } programme
            ? new CourseAtHand(
                new CourseId(id),
                row.PersonId,
                new SigningName(row.Given, row.Family, row.Preferred),
                row.SiteId,
                programme,
                row.TherapistId,
                row.PrescriberId,
                row.NurseId,
                row.State == "open",
                records.Any(Dosed, new { person = row.PersonId }))
            {
                NotDrivingUntil = NotDriving.Until(records, programmes, row.PersonId),
            }.InWords(records)
            : null;

    private CourseAtHand InWords(Records records) => NotDrivingUntil is { } until ? this with { NotDrivingUntilInWords = NotDriving.Words(records, until) } : this;

    /// <summary>The course a patient means by "mine": the newest that is open; null when none is.</summary>
    public static Guid? NewestOf(Records records, PersonId person) =>
        records.One<string>("select id from course where person_id = @person and state = 'open' order by opened_at desc, id desc", new { person }) is { } id
            ? Guid.Parse(id)
            : null;

    /// <summary>The course of a command. Refuses where it is unknown, closed, or somebody else's.</summary>
    internal static CourseAtHand? At(Desk desk, CourseId id, bool mayBeClosed = false)
    {
        if (Find(desk.Records, desk.Programmes, id.Value) is not { } course)
        {
            desk.Refuse("course.unknown", "There is no such course, or its programme is no longer here.");
            return null;
        }

        if (desk.Sender.Actor.PersonId is { } person && person != course.Person)
        {
            desk.Refuse("course.not-yours", "This is not your course. Go back to your own pages.");
            return null;
        }

        if (!course.IsOpen && !mayBeClosed)
        {
            desk.Refuse("course.closed", "This course is closed. Open a new one first.");
            return null;
        }

        return course;
    }

    private sealed record Row
    {
        public PersonId PersonId { get; init; }

        public string ProgrammeId { get; init; } = "";

        public int ProgrammeVersion { get; init; }

        public SiteId SiteId { get; init; }

        public string State { get; init; } = "";

        public StaffId? TherapistId { get; init; }

        public StaffId? PrescriberId { get; init; }

        public StaffId? NurseId { get; init; }

        public string Given { get; init; } = "";

        public string Family { get; init; } = "";

        public string? Preferred { get; init; }
    }
}
