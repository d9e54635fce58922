using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Courses;

/// <summary>Time passing in the courses: the next of the programme's months, and the day from which a booster can be talked about. Looking twice does nothing more.</summary>
public static class CourseTick
{
    /// <returns>In how many courses something was recorded.</returns>
    public static async Task<int> Pass(Runner runner)
    {
        var moved = 0;
        foreach (var course in Open(runner))
        {
            var now = runner.Now;
            var (phase, talk) = Due(runner, course, now);
            if (phase is not null)
            {
                moved += await runner.Run(runner.SenderFor(Actor.Sojourn), desk => CourseDesk.EnterPhase(desk, course.Id, phase.Id)) is Outcome.Done ? 1 : 0;
            }

            if (talk is not null)
            {
                moved += await runner.Run(runner.SenderFor(Actor.Sojourn), desk => TalkingAboutBoosters.Raise(desk, course, talk)) is Outcome.Done ? 1 : 0;
            }
        }

        return moved;
    }

    private static IReadOnlyList<CourseRow> Open(Runner runner)
    {
        using var records = runner.Read();
        return records.All<CourseRow>(
            "select * from course where state = 'open' and exists (select 1 from session where session.course_id = course.id and session.kind = 'medicine' and session.state in ('running', 'held'))");
    }

    private static (Phase? Phase, TalkDue? Talk) Due(Runner runner, CourseRow course, DateTimeOffset now)
    {
        using var records = runner.Read();
        return runner.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is { } programme
            ? (NextPhase(records, course, programme, now), TalkingAboutBoosters.Due(records, runner.Programmes, course, now))
            : (null, null);
    }

    /// <summary>The phase that the calendar says, where it is a later one than the course is in and the programme may go on.</summary>
    private static Phase? NextPhase(Records records, CourseRow course, Programme programme, DateTimeOffset now)
    {
        if (!Taper.Has(programme) || CourseMonths.FirstMedicineOn(records, course.Id, booked: false) is not { } first || !CourseRecords.FoundSuitable(records, course.Id))
        {
            return null;
        }

        var due = Taper.PhaseOn(programme, ClinicDay.In(records, now).DayNumber - first.DayNumber);
        return due is not null && programme.Phases.TakeWhile(phase => phase.Id != due.Id).Any(phase => phase.Id == course.Phase) ? due : null;
    }
}
