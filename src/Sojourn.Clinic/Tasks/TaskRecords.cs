using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Tasks;

/// <summary>A task as pages show it.</summary>
public sealed record TaskRow
{
    public TaskId Id { get; init; }

    public string Kind { get; init; } = "";

    public string Words { get; init; } = "";

    public PersonId? PersonId { get; init; }

    public CourseId? CourseId { get; init; }

    public string Owner { get; init; } = "";

    public string? Deputy { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public string? Resource { get; init; }

    public string State { get; init; } = "";

    public DateTimeOffset RaisedAt { get; init; }

    public string? Note { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    /// <summary>The owner's name, or the role in words.</summary>
    public string OwnerName { get; init; } = "";
}

/// <summary>Questions to the task list.</summary>
public static class TaskRecords
{
    private const string Select =
        """
        select task.*, person.family, person.given, coalesce(taker.display_name, owner.display_name, replace(replace(task.owner, 'role/', ''), '-', ' ')) as owner_name
        from task
        left join person on person.id = task.person_id
        left join staff as owner on 'staff/' || owner.id = task.owner
        left join staff as taker on taker.id = task.taken_by
        """;

    public static IReadOnlyList<TaskRow> Open(Records records) => records.All<TaskRow>($"{Select} where task.state in ('open', 'taken') order by task.due_at");

    public static IReadOnlyList<TaskRow> OpenFor(Records records, Guid person) =>
        records.All<TaskRow>($"{Select} where task.state in ('open', 'taken') and task.person_id = @person order by task.due_at", new { person });

    public static TaskRow? One(Records records, Guid id) => records.One<TaskRow>($"{Select} where task.id = @id", new { id });
}
