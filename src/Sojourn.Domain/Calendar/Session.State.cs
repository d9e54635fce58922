using System.Diagnostics;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Calendar;

public static partial class Session
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Booked booked => new State.Booked(booked.Visit.Kind, booked.Place, EscortIsNamed: false, NoDriving: false),
        Event.Proposed proposed => new State.Proposed(proposed.Visit.Kind),
        Event.Settled settled => new State.Booked(((State.Proposed)state).Kind, settled.Place, EscortIsNamed: false, NoDriving: false),
        Event.Moved moved => (State.Booked)state with { Place = moved.Place },
        Event.Cancelled => new State.Over("cancelled"),
        Event.Arrived => new State.Here((State.Booked)state),
        Event.Begun => state is State.Booked booked ? new State.Here(booked) : state,
        Event.KeptLonger kept => With(state, b => b with { Place = b.Place with { To = kept.Until } }),
        Event.Missed => new State.Over("missed"),
        Event.Held => new State.Over("held"),
        Event.EscortNamed => With(state, b => b with { EscortIsNamed = true }),
        Event.NoDrivingPromised => With(state, b => b with { NoDriving = true }),
        Event.RideCancelled => With(state, b => b with { EscortIsNamed = false }),
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    private static State With(State state, Func<State.Booked, State.Booked> change) => state switch
    {
        State.Booked booked => change(booked),
        State.Here here => new State.Here(change(here.Booking)),
        _ => state,
    };

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new None();

        public sealed record None : State;

        public sealed record Proposed(SessionKind Kind) : State;

        public sealed record Booked(SessionKind Kind, Place Place, bool EscortIsNamed, bool NoDriving) : State;

        /// <summary>The person has arrived, or it has begun.</summary>
        public sealed record Here(Booked Booking) : State;

        /// <summary>Held, missed or cancelled.</summary>
        public sealed record Over(string Word) : State;
    }
}
