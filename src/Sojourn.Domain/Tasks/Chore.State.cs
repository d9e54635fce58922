using System.Diagnostics;

namespace Sojourn.Domain.Tasks;

public static partial class Chore
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Raised => new State.Open(),
        Event.Taken => state,
        Event.Done or Event.Dropped => new State.Over(),
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new None();

        public sealed record None : State;

        public sealed record Open : State;

        public sealed record Over : State;
    }
}
