using Sojourn.Clinic.Running;
using static Sojourn.Domain.Integration.Integrating;

namespace Sojourn.Clinic.Integration.IntegrationBoard;

/// <summary>Every integration that was held, and every task set in one.</summary>
public sealed class IntegrationBoard() : Projection("integration-board", version: 1)
{
    protected override void Define()
    {
        On<Event.Held>(
            "insert into integration values (@Id, @RecordedAt, @By, @CameUp, @Insights, @LookingBack, @Choice, @ChoiceWords)",
            (e, from) => new { from.Id, from.RecordedAt, By = from.Actor.Text, e.CameUp, e.Insights, e.LookingBack, Choice = e.Choice is { } choice ? Columns.Word(choice) : null, e.ChoiceWords });
        On<Event.TaskSet>(
            "insert into integration_task (id, session_id, course_id, goal_id, words, set_at) values (@Task, @Id, @Course, @Goal, @Words, @RecordedAt)",
            (e, from) => new { e.Task, from.Id, e.Course, e.Goal, e.Words, from.RecordedAt });
        On<Event.TaskAnswered>(
            "update integration_task set answered_at = @RecordedAt, done = @Done, got_in_the_way = @GotInTheWay where id = @Task",
            (e, from) => new { e.Task, from.RecordedAt, e.Done, e.GotInTheWay });
    }
}
