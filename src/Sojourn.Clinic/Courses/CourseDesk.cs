using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Courses.Course;

namespace Sojourn.Clinic.Courses;

/// <summary>Commands of a course, with the facts that they need from elsewhere.</summary>
public static class CourseDesk
{
    /// <param name="Condition">Id of one of the programme's conditions; null when none fits.</param>
    public sealed record Beginning(PersonId Person, string Programme, SiteId Site, string? Condition, string? OwnWords, Team Team);

    private sealed record StaffRow
    {
        public string DisplayName { get; init; } = "";

        public string Roles { get; init; } = "";
    }

    public static void Open(Desk desk, CourseId course, Beginning begin)
    {
        var programme = desk.Programmes.Find(begin.Programme);
        if (programme is null)
        {
            desk.Refuse("course.no-programme", "Choose a programme that this clinic runs.", field: "programme");
        }

        if (!desk.Records.Any("select 1 from person where id = @Person", new { begin.Person }))
        {
            desk.Refuse("course.nobody", "Nobody is registered here. Search for the person, or register them first.", new Remedy("Register a person", "people/new"));
        }

        if (Duplicates.WhyClosed(desk.Records, begin.Person) is { } closed)
        {
            desk.Refuse([closed]);
        }

        if (!desk.Records.Any("select 1 from site where id = @Site", new { begin.Site }))
        {
            desk.Refuse("course.no-site", "Choose the site at which the person is treated.", field: "site");
        }

        CheckTeam(desk, begin.Team);
        if (programme is not null)
        {
            desk.Do(CourseSlice.Slice, course.Value, new Command.Open(
                begin.Person,
                programme,
                begin.Site,
                begin.Condition,
                begin.OwnWords,
                begin.Team,
                AlreadyOpen(desk.Records, begin.Person, programme.Id),
                CourseRecords.Begun(desk.Records, programme.Id, programme.Version),
                PeopleAreInvented(desk.Records)));
        }
    }

    public static void NameTeam(Desk desk, CourseId course, Team team)
    {
        CheckTeam(desk, team);
        desk.Do(CourseSlice.Slice, course.Value, new Command.NameTeam(team));
    }

    /// <summary>One step: the site, with the plan and everything else of the course as it stands, and who looks after it there.</summary>
    public static void MoveToSite(Desk desk, CourseId course, SiteId site, string why, Team team)
    {
        CheckTeam(desk, team);
        desk.Do(CourseSlice.Slice, course.Value, new Command.MoveToSite(site, desk.Records.Any("select 1 from site where id = @site and open = 1", new { site }), why, team));
    }

    public static void EnterPhase(Desk desk, CourseId course, string phase)
    {
        var programme = CourseRecords.One(desk.Records, course) is { } row ? desk.Programmes.Find(row.ProgrammeId, row.ProgrammeVersion) : null;
        if (programme?.Phases.FirstOrDefault(p => p.Id == phase) is { } found)
        {
            desk.Do(CourseSlice.Slice, course.Value, new Command.EnterPhase(course, found, CourseRecords.FoundSuitable(desk.Records, course)));
        }
        else
        {
            desk.Refuse("course.no-such-phase", "Choose one of the programme's phases.", field: "phase");
        }
    }

    /// <summary>In a demo clinic: there, a pilot's invented patients begin on pages too.</summary>
    internal static bool PeopleAreInvented(Records records) => records.Any("select 1 from clinic where is_demo = 1");

    private static CourseId? AlreadyOpen(Records records, PersonId person, string programme) =>
        records.One<CourseRow>("select * from course where person_id = @person and programme_id = @programme and state = 'open'", new { person, programme })?.Id;

    private static void CheckTeam(Desk desk, Team team)
    {
        Check(team.Therapist, "therapist");
        Check(team.Prescriber, "prescriber");
        Check(team.Nurse, "nurse");

        void Check(StaffId? named, string role)
        {
            if (named is not { } id)
            {
                return;
            }

            var staff = desk.Records.One<StaffRow>("select display_name, roles from staff where id = @id and active = 1", new { id });
            if (staff is null)
            {
                desk.Refuse("course.not-staff", $"The {role} named is not on the staff any longer. Choose somebody who is.", field: role);
            }
            else if (!staff.Roles.Contains($" {role} ", StringComparison.Ordinal))
            {
                desk.Refuse("course.wrong-role", $"{staff.DisplayName} is not a {role} here. Choose a {role}, or have the role added in settings.", field: role);
            }
        }
    }
}
