using Sojourn.Clinic.Running;
using static Sojourn.Domain.Tasks.Chore;

namespace Sojourn.Clinic.Tasks.TaskList;

/// <summary>Things to do, with owner and clock.</summary>
public sealed class TaskList() : Projection("task-list", version: 1)
{
    protected override void Define()
    {
        On<Event.Raised>("on-raised.sql", (e, from) => new { from.Id, e.Kind, e.Words, e.Person, e.Course, e.Session, e.Owner, e.Deputy, e.Due, e.Resource, from.RecordedAt });
        On<Event.Taken>("update task set state = 'taken', taken_by = @By where id = @Id", (e, from) => new { from.Id, e.By });
        On<Event.Done>("update task set state = 'done', ended_at = @RecordedAt, note = @Note where id = @Id", (e, from) => new { from.Id, from.RecordedAt, e.Note });
        On<Event.Dropped>("update task set state = 'dropped', ended_at = @RecordedAt, note = @Why where id = @Id", (e, from) => new { from.Id, from.RecordedAt, e.Why });
    }
}
