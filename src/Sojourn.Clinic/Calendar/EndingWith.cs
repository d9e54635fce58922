using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>What a session is to end with, where its programme says so: a first session decides whether the treatment fits, and names an end goal.</summary>
public static class EndingWith
{
    /// <summary>What is not there yet, each with the place that clears it; empty when the session can be closed.</summary>
    public static IReadOnlyList<Refusal> Missing(Records records, ProgrammeLibrary programmes, Guid session)
    {
        if (Found(records, programmes, session) is not var (course, outcomes))
        {
            return [];
        }

        var decision = records.Value<string>("select decision from screening where course_id = @Id", new { course.Id }) ?? "none";
        var missing = new List<Refusal>();
        if (outcomes.Contains(SessionOutcome.Decision) && decision == "none")
        {
            missing.Add(new("calendar.not-decided", "This session ends with a decision: a prescriber says whether the treatment fits.", new Remedy("Decide", Standing.Place(course, "screening"))));
        }

        if (outcomes.Contains(SessionOutcome.Goal) && decision is not ("not-now" or "not-suitable") && !records.Any("select 1 from plan_goal where course_id = @Id and open = 1", new { course.Id }))
        {
            missing.Add(new("calendar.no-goal", "This session ends with an end goal: name at least one.", new Remedy("Name a goal", Standing.Place(course, "plan"))));
        }

        return missing;
    }

    /// <summary>Where it goes on once it was held: to the plan, which begins with the goals. Null where the programme says nothing.</summary>
    public static string? Next(Records records, ProgrammeLibrary programmes, Guid session) =>
        Found(records, programmes, session) is var (course, _) ? Standing.Place(course, "plan") : null;

    private static (CourseRow Course, IReadOnlyList<SessionOutcome> Outcomes)? Found(Records records, ProgrammeLibrary programmes, Guid session) =>
        SessionRecords.One(records, session) is { CourseId: { } id, Type: { } type }
        && CourseRecords.One(records, id) is { } course
        && programmes.Find(course.ProgrammeId, course.ProgrammeVersion)?.Session(type) is { EndsWith: { Count: > 0 } outcomes }
            ? (course, outcomes)
            : null;
}
