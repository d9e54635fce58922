using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Integration;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Integration;

/// <summary>What staff and patient do after a medicine session, with the facts each decision needs read at the same desk.</summary>
public static class IntegrationDesk
{
    /// <summary>Integration and follow-up look back alike.</summary>
    public static bool LooksBack(SessionRow session) => session is { Kind: "integration" or "follow-up", CourseId: not null };

    /// <summary>Writes the integration, and the calendar says that it was held.</summary>
    public static void Hold(Desk desk, Guid session, Integrating.Command.Hold hold)
    {
        if (At(desk, session) is not { } row)
        {
            return;
        }

        if (row.State == "proposed")
        {
            desk.Refuse("integration.no-time", "This session has no time yet. Give it one, then write what came up.", new Remedy("Give it a time", $"sessions/{session}/place"));
            return;
        }

        if (desk.Do(IntegrationSlice.Slice, session, hold) && row.State != "held")
        {
            desk.Do(SessionSlice.Slice, session, new Session.Command.Hold(desk.At, null));
        }
    }

    public static void SetTask(Desk desk, Guid session, IntegrationTaskId task, string words, GoalId? goal)
    {
        if (At(desk, session) is { CourseId: { } course })
        {
            var open = desk.Records.All<GoalId>("select id from plan_goal where course_id = @course and open = 1", new { course });
            desk.Do(IntegrationSlice.Slice, session, new Integrating.Command.SetTask(task, course, words, goal, open));
        }
    }

    /// <summary>By the patient whose task it is.</summary>
    public static void AnswerTask(Desk desk, Guid task, bool done, string? gotInTheWay)
    {
        if (IntegrationRecords.Task(desk.Records, task) is not { } row || desk.Sender.Actor.PersonId != row.PersonId)
        {
            desk.Refuse("integration.not-yours", "This is not one of your tasks. Go back to your own pages.");
            return;
        }

        desk.Do(IntegrationSlice.Slice, row.SessionId.Value, new Integrating.Command.AnswerTask(row.Id, done, gotInTheWay));
    }

    private static SessionRow? At(Desk desk, Guid session)
    {
        if (SessionRecords.One(desk.Records, session) is { } row && LooksBack(row))
        {
            return row;
        }

        desk.Refuse("integration.no-such-session", "There is no such integration session. Open it from the calendar.");
        return null;
    }
}
