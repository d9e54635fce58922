using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Integration;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Integration;

/// <summary>An integration as it was written.</summary>
public sealed record IntegrationRow
{
    public SessionId SessionId { get; init; }

    public DateTimeOffset HeldAt { get; init; }

    /// <summary>Actor.</summary>
    public string HeldBy { get; init; } = "";

    public string CameUp { get; init; } = "";

    public string? Insights { get; init; }

    public string? LookingBack { get; init; }

    /// <summary>reinforce, change or stop; null where nothing was chosen.</summary>
    public string? Choice { get; init; }

    public string? ChoiceWords { get; init; }
}

/// <summary>What a patient took along from an integration.</summary>
public sealed record IntegrationTaskRow
{
    public IntegrationTaskId Id { get; init; }

    public SessionId SessionId { get; init; }

    public CourseId CourseId { get; init; }

    public PersonId PersonId { get; init; }

    public string Words { get; init; } = "";

    public DateTimeOffset SetAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Null while there is no answer.</summary>
    public bool? Done { get; init; }

    public string? GotInTheWay { get; init; }

    /// <summary>Words of the goal that it serves; null for none.</summary>
    public string? Goal { get; init; }
}

/// <summary>Something noted in the room.</summary>
public sealed record MomentRow
{
    public DateTimeOffset HappenedAt { get; init; }

    public string Kind { get; init; } = "";

    public string Words { get; init; } = "";
}

/// <summary>Questions about what follows a medicine session.</summary>
public static class IntegrationRecords
{
    private const string Tasks =
        """
        select integration_task.*, course.person_id, plan_goal.words as goal
        from integration_task
        join course on course.id = integration_task.course_id
        left join plan_goal on plan_goal.id = integration_task.goal_id
        """;

    public static IntegrationRow? One(Records records, Guid session) => records.One<IntegrationRow>("select * from integration where session_id = @session", new { session });

    /// <summary>Of the whole course: what was not answered first, the latest first.</summary>
    public static IReadOnlyList<IntegrationTaskRow> TasksOfCourse(Records records, Guid course) =>
        records.All<IntegrationTaskRow>($"{Tasks} where integration_task.course_id = @course order by integration_task.answered_at is not null, integration_task.set_at desc", new { course });

    public static IReadOnlyList<IntegrationTaskRow> TasksOfPerson(Records records, Guid person) =>
        records.All<IntegrationTaskRow>($"{Tasks} where course.person_id = @person order by integration_task.answered_at is not null, integration_task.set_at desc", new { person });

    public static IntegrationTaskRow? Task(Records records, Guid id) => records.One<IntegrationTaskRow>($"{Tasks} where integration_task.id = @id", new { id });

    /// <summary>The medicine session that an integration looks back on: the one it was proposed for, else the last one held before it.</summary>
    public static SessionRow? LooksBackOn(Records records, SessionRow integration) =>
        integration.FollowsId is { } follows
            ? SessionRecords.One(records, follows.Value)
            : SessionRecords.OfCourse(records, integration.CourseId?.Value ?? Guid.Empty)
                .LastOrDefault(s => s is { IsMedicine: true, State: "held" } && (integration.FromAt is not { } from || s.FromAt < from));

    /// <summary>What was said, seen and done in the room, in order, without what the machine marks by itself.</summary>
    public static IReadOnlyList<MomentRow> Moments(Records records, Guid medicine) =>
        records.All<MomentRow>(
            "select happened_at, kind, words from medicine_moment where session_id = @medicine and kind not in ('depth', 'voice', 'other-medicine') and words <> '' order by happened_at",
            new { medicine });
}
