using Sojourn.Clinic.Running;
using static Sojourn.Domain.Courses.Course;

namespace Sojourn.Clinic.Courses.CourseList;

/// <summary>Every course, its team and its phases.</summary>
public sealed class CourseList() : Projection("course-list", version: 3)
{
    protected override void Define()
    {
        On<Event.Opened>("on-opened.sql", (e, from) => new
        {
            from.Id,
            e.Person,
            e.Programme,
            e.ProgrammeVersion,
            e.Site,
            e.Condition,
            e.Term,
            e.OwnWords,
            from.RecordedAt,
            e.Team.Therapist,
            e.Team.Prescriber,
            e.Team.Nurse,
            e.Continues,
        });
        On<Event.TeamNamed>(
            "update course set therapist_id = @Therapist, prescriber_id = @Prescriber, nurse_id = @Nurse where id = @Id",
            (e, from) => new { from.Id, e.Team.Therapist, e.Team.Prescriber, e.Team.Nurse });
        On<Event.MovedToSite>(
            "update course set site_id = @Site, therapist_id = @Therapist, prescriber_id = @Prescriber, nurse_id = @Nurse where id = @Id",
            (e, from) => new { from.Id, e.Site, e.Team.Therapist, e.Team.Prescriber, e.Team.Nurse });
        On<Event.PhaseEntered>((e, from, run) =>
        {
            run("update course set phase = @Phase where id = @Id", new { from.Id, e.Phase });
            run("insert into course_phase values (@Id, @Position, @Phase, @RecordedAt)", new { from.Id, from.Position, e.Phase, from.RecordedAt });
        });
        On<Event.VersionChanged>("update course set programme_version = @To where id = @Id", (e, from) => new { from.Id, e.To });
        On<Event.Closed>(
            "update course set state = 'closed', closed_at = @RecordedAt, closed_why = @Why, alternatives = @Alternatives where id = @Id",
            (e, from) => new { from.Id, from.RecordedAt, e.Why, e.Alternatives });
    }
}
