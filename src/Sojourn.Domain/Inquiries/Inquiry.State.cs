using System.Diagnostics;

namespace Sojourn.Domain.Inquiries;

public static partial class Inquiry
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Received => new State.Open(),
        Event.Answered or Event.CallBooked or Event.ConversationRecorded or Event.BecamePerson => state,
        Event.Closed => new State.Closed(),
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

        public sealed record Closed : State;
    }
}
