using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Design;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Calendar;

/// <summary>What a booking can be made of: the course, what for, rooms and staff, what fits first.</summary>
public static class BookingChoices
{
    /// <summary>A course that can be booked for.</summary>
    public sealed record OpenCourse
    {
        public CourseId Id { get; init; }

        public PersonId PersonId { get; init; }

        public string ProgrammeId { get; init; } = "";

        public int ProgrammeVersion { get; init; }

        public SiteId SiteId { get; init; }

        public StaffId? TherapistId { get; init; }

        public StaffId? PrescriberId { get; init; }

        public StaffId? NurseId { get; init; }

        public string Family { get; init; } = "";

        public string Given { get; init; } = "";

        public StaffId? In(string role) => role switch
        {
            Roles.Therapist => TherapistId,
            Roles.Prescriber => PrescriberId,
            Roles.Nurse => NurseId,
            _ => null,
        };
    }

    /// <summary>A member of staff that can be named.</summary>
    public sealed record Person
    {
        public StaffId Id { get; init; }

        public string DisplayName { get; init; } = "";

        public string Roles { get; init; } = "";

        public bool Is(string role) => Roles.Contains($" {role} ", StringComparison.Ordinal);

        public Option Option => new(Id.Value.ToString(), $"{DisplayName}, {Roles.Trim().Replace('-', ' ')}");
    }

    private const string Select = "select course.*, person.family, person.given from course join person on person.id = course.person_id";

    /// <summary>The course that was named, or the only open one of the person that was.</summary>
    internal static OpenCourse? Course(Exchange x)
    {
        if (Guid.TryParse(x.Fields["course"] ?? x.Query("course"), out var id))
        {
            return x.Records.One<OpenCourse>($"{Select} where course.id = @id", new { id });
        }

        return PersonAsked(x) is not null && Courses(x) is [var only] ? only : null;
    }

    /// <summary>Open courses: those of the person asked for, those that could join a group, or everybody's.</summary>
    internal static IReadOnlyList<OpenCourse> Courses(Exchange x) => Group(x) is { } group
        ? x.Records.All<OpenCourse>(
            $"""
            {Select} where course.state = 'open' and course.programme_id = @ProgrammeId
            and not exists (select 1 from session where session.person_id = course.person_id and session.from_at < @ToAt and session.to_at > @FromAt and session.state in ('booked', 'arrived', 'running')) order by family, given
            """,
            new { group.ProgrammeId, group.FromAt, group.ToAt })
        : x.Records.All<OpenCourse>($"{Select} where course.state = 'open' and (@person is null or person.id = @person) order by family, given", new { person = PersonAsked(x)?.ToString("D") });

    /// <summary>A group of the same kind that meets at the site while this session is; null for none.</summary>
    internal static SessionRow? GroupMeanwhile(Exchange x, SessionRow row) => x.Records.One<SessionRow>(
        "select * from session where type = @Type and site_id = @SiteId and format = 'group' and from_at < @ToAt and to_at > @FromAt and state in ('booked', 'arrived', 'running') order by from_at limit 1", row);

    /// <summary>The group that somebody is to join, by one of its sessions.</summary>
    internal static SessionRow? Group(Exchange x) => Guid.TryParse(x.Query("group"), out var id) && SessionRecords.One(x.Records, id) is { Format: "group", FromAt: not null } group ? group : null;

    internal static Guid? PersonAsked(Exchange x) => Guid.TryParse(x.Query("person"), out var person) ? person : null;

    /// <summary>By its id, or by its kind: <c>medicine</c>.</summary>
    internal static SessionType? Type(Programme? programme, string? asked) =>
        asked is null ? null : programme?.Session(asked) ?? programme?.Sessions.FirstOrDefault(s => SessionWords.Word(s.Kind) == asked);

    internal static IReadOnlyList<Person> Staff(Exchange x) =>
        x.Records.All<Person>("select id, display_name, roles from staff where active = 1 and (roles like '% therapist %' or roles like '% nurse %' or roles like '% prescriber %') order by display_name");

    /// <summary>Rooms of the usual kind first, the course's own site before others.</summary>
    internal static IReadOnlyList<Option> Rooms(IReadOnlyList<RoomRow> rooms, SessionType? type, SiteId? site)
    {
        int Fit(RoomRow room) => type?.Rooms.Index().Where(r => r.Item.ToString().Equals(room.Kind, StringComparison.OrdinalIgnoreCase)).Select(r => (int?)r.Index).FirstOrDefault() ?? int.MaxValue;
        return
        [
            .. rooms.OrderBy(r => site is { } own && r.SiteId != own).ThenBy(Fit)
                .Select(r => new Option(r.Id.Value.ToString(), $"{r.Name}, {r.SiteName}, {r.Kind}{(r.Chairs > 1 ? $", {r.Chairs} chairs" : "")}", WhyNot: type is { Kind: SessionKind.Medicine } && !r.Approved ? "no medicine" : null)),
        ];
    }

    /// <summary>Those of the course's team that this session needs beside the patient.</summary>
    internal static IReadOnlyCollection<string> Team(OpenCourse? course, SessionType? type) =>
        [.. (type?.Staff ?? []).Where(need => need.Place == StaffPlace.InRoom).Select(need => course?.In(need.Role)).OfType<StaffId>().Select(id => id.Value.ToString()).Distinct()];

    /// <summary>Who is with a session already; before anybody is, the course's team.</summary>
    internal static IReadOnlyCollection<string> Team(Exchange x, SessionRow row, SessionType? type) =>
        x.Records.All<Person>("select staff.id, display_name, roles from session_staff join staff on staff.id = staff_id where session_id = @Id", new { row.Id }) is { Count: > 0 } named
            ? [.. named.Select(p => p.Id.Value.ToString())]
            : Team(row.CourseId is { } course ? x.Records.One<OpenCourse>($"{Select} where course.id = @course", new { course }) : null, type);

    /// <summary>The medicine session that an integration at this time comes after.</summary>
    internal static SessionId? Followed(Exchange x, CourseId course, SessionKind kind, DateTimeOffset at) =>
        kind == SessionKind.Integration
            ? x.Records.One<SessionRow>("select * from session where course_id = @course and kind = 'medicine' and state in ('booked', 'arrived', 'running', 'held') and from_at < @at order by from_at desc limit 1", new { course, at })?.Id
            : null;

    /// <summary>What the programme wants in place before this session is booked.</summary>
    internal static IReadOnlyList<Refusal> Missing(Exchange x, OpenCourse? course, SessionType? type) =>
        course is { } open && type is { Kind: SessionKind.Medicine } ? Standing.BeforeBooking(x.Records, x.Clinic.Programmes, open.Id, x.Now, x.Clinic.Instruments) : [];
}
