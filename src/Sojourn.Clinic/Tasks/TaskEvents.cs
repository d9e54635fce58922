using Sojourn.Clinic.Running;
using static Sojourn.Domain.Tasks.Chore;

namespace Sojourn.Clinic.Tasks;

internal sealed class TaskEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Raised>("task.raised"),
        EventName.Of<Event.Taken>("task.taken"),
        EventName.Of<Event.Done>("task.done"),
        EventName.Of<Event.Dropped>("task.dropped"),
    ];
}

public static class TaskSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("task", State.Initial, Decide, Evolve);

    /// <summary>The id of the one task of this kind about this thing, so that raising it twice is raising it once.</summary>
    public static Guid Id(string kind, Guid about) => DerivedId.From(kind, about);
}
