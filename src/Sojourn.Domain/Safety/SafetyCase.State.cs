using System.Diagnostics;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Domain.Safety;

public static partial class SafetyCase
{
    public static State Evolve(State state, Event @event) => (state, @event) switch
    {
        (State.None, Event.Opened e) => new State.Open(e.Level, e.Owner, e.Deputy, e.AcknowledgeBy, e.ActBy, IsAcknowledged: false, IsEscalated: false, Actions: 0),
        (State.Open open, Event.Acknowledged) => open with { IsAcknowledged = true, IsEscalated = false },
        (State.Open open, Event.ActionRecorded) => open with { Actions = open.Actions + 1 },
        (State.Open open, Event.Raised e) => open with { Level = e.Now, AcknowledgeBy = e.AcknowledgeBy, ActBy = e.ActBy, IsAcknowledged = false, IsEscalated = false },
        (State.Open open, Event.HandedOver e) => open with { Owner = e.To, AcknowledgeBy = e.AcknowledgeBy, IsAcknowledged = false, IsEscalated = false },
        (State.Open open, Event.Escalated) => open with { IsEscalated = true },
        (State.Open, Event.Closed) => new State.Closed(),
        _ => throw new UnreachableException($"{@event.GetType().Name} is not folded into {state.GetType().Name}"),
    };

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new None();

        public sealed record None : State;

        /// <param name="IsEscalated">The deputy was told, and nobody has acknowledged it since: the clock for acting runs on its own.</param>
        /// <param name="Actions">How many were recorded.</param>
        public sealed record Open(
            ConcernLevel Level,
            Owner Owner,
            Owner Deputy,
            DateTimeOffset AcknowledgeBy,
            DateTimeOffset ActBy,
            bool IsAcknowledged,
            bool IsEscalated,
            int Actions) : State
        {
            public bool IsLate(DateTimeOffset at) => (!IsAcknowledged && at >= AcknowledgeBy) || (Actions == 0 && at >= ActBy);
        }

        public sealed record Closed : State;
    }
}
