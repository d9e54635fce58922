using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Tasks;
using static Sojourn.Domain.Courses.Course;

namespace Sojourn.Clinic.Courses;

/// <summary>Commands of a course, with the facts that they need from elsewhere.</summary>
public static class CourseDesk
{
    /// <param name="Condition">Id of one of the programme's conditions; null when none fits.</param>
    public sealed record Beginning(PersonId Person, string Programme, SiteId Site, string? Condition, string? OwnWords, Team Team);

    /// <summary>Somebody whose visits are off is told so soon. Source: clinic default.</summary>
    private static readonly TimeSpan ToTell = TimeSpan.FromHours(24);

    private sealed record StaffRow
    {
        public string DisplayName { get; init; } = "";

        public string Roles { get; init; } = "";
    }

    public static void Open(Desk desk, CourseId course, Beginning begin) => Open(desk, course, begin, continues: null);

    private static void Open(Desk desk, CourseId course, Beginning begin, CourseId? continues)
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
                PeopleAreInvented(desk.Records),
                continues));
        }
    }

    /// <summary>
    /// One step: this course ends and goes on as one of another programme. What was answered on the readiness form and the open goals go along; whether the other
    /// programme is suitable, its plan and its consents are decided and agreed anew, for they are about something else. What is booked is cancelled, and the front desk tells the person.
    /// </summary>
    /// <param name="next">Id of the course that begins.</param>
    public static void GoOnIn(Desk desk, CourseId course, CourseId next, string programme, string why)
    {
        if (CourseRecords.One(desk.Records, course) is not { IsOpen: true } before || desk.Programmes.Find(programme) is not { } other || other.Id == before.ProgrammeId)
        {
            desk.Refuse("course.no-programme", "Choose another programme that this clinic runs.", field: "programme");
            return;
        }

        var ahead = SessionRecords.OfCourse(desk.Records, course.Value);
        if (ahead.Any(session => session.State is "arrived" or "running"))
        {
            desk.Refuse("course.in-session", "This person is in a session now. Let it end first.");
            return;
        }

        foreach (var session in ahead.Where(session => session.State is "proposed" or "booked"))
        {
            desk.Do(SessionSlice.Slice, session.Id.Value, new Domain.Calendar.Session.Command.Cancel($"The course goes on in {other.Title}."));
        }

        TellOfCancelled(desk, before, next, other, ahead.Count(session => session.State == "booked"));

        var goals = PlanRecords.Of(desk.Records, course.Value).Goals.Where(goal => goal.Open).ToList();
        var answers = ScreeningRecords.Answers(desk.Records, course);
        desk.Do(CourseSlice.Slice, course.Value, new Command.Close($"Goes on in {other.Title}: {why}", null));
        Open(
            desk,
            next,
            new(before.PersonId, other.Id, before.SiteId, other.Conditions.Any(one => one.Id == before.ConditionId) ? before.ConditionId : null, before.OwnWords ?? before.Condition ?? why, before.Team),
            course);
        foreach (var section in answers.GroupBy(answer => answer.Section))
        {
            desk.Do(ScreeningSlice.Slice, next.Value, new Domain.Screening.Assessment.Command.AnswerReadiness(
                Columns.Choice<Domain.Screening.ReadinessSection>(section.Key), [.. section.Select(answer => new Domain.Screening.Answer(answer.Question, answer.Value))], ClinicDay.In(desk.Records, desk.At)));
        }

        foreach (var goal in goals)
        {
            desk.Do(PlanSlice.Slice, next.Value, new Domain.Plans.Plan.Command.SetGoal(new GoalId(DerivedId.From($"goes on {next.Value}", goal.Id.Value)), goal.Words));
        }
    }

    /// <summary>Whoever had visits booked is told that they are off, and is given new ones.</summary>
    private static void TellOfCancelled(Desk desk, CourseRow course, CourseId next, Programme other, int visits)
    {
        if (visits > 0)
        {
            desk.Do(TaskSlice.Slice, TaskSlice.Id("visits-cancelled", next.Value), new Chore.Command.Raise(
                "visits-cancelled",
                $"Tell them that {(visits == 1 ? "the booked visit is" : $"{visits} booked visits are")} off, since the course goes on in {other.Title}, and book anew.",
                course.PersonId,
                next,
                null,
                "role/front-desk",
                "role/manager",
                desk.At + ToTell,
                null));
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
