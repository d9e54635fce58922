using System.Collections.Immutable;
using System.Diagnostics;

namespace Sojourn.Domain.Integration;

public static partial class Integrating
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Held => state with { IsHeld = true },
        Event.TaskSet set => state with { Tasks = state.Tasks.SetItem(set.Task, null) },
        Event.TaskAnswered answered => state with { Tasks = state.Tasks.SetItem(answered.Task, new Answer(answered.Done, answered.GotInTheWay)) },
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    /// <param name="Tasks">With the last answer to each; null while there is none.</param>
    public sealed record State(bool IsHeld, ImmutableDictionary<IntegrationTaskId, Answer?> Tasks)
    {
        public static State Initial { get; } = new(IsHeld: false, ImmutableDictionary<IntegrationTaskId, Answer?>.Empty);
    }

    public sealed record Answer(bool Done, string? GotInTheWay);
}
