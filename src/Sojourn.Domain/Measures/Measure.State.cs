using System.Collections.Immutable;
using System.Diagnostics;

namespace Sojourn.Domain.Measures;

public static partial class Measure
{
    public static State Evolve(State state, Event @event) => (state, @event) switch
    {
        (State.None, Event.Assigned e) => new State.Open(
            e.Instrument, e.InstrumentVersion, e.OpensAt, e.ClosesAt, e.ReadWithinHours, ImmutableDictionary<string, decimal?>.Empty),
        (State.Open open, Event.Answered e) => open with { Answers = open.Answers.SetItem(e.Item, e.Value) },
        (State.Open, Event.Finished) => new State.Finished(IsRead: false),
        (State.Open, Event.Declined) => new State.Declined(),
        (State.Open, Event.Lapsed) => new State.Lapsed(),
        (State.Finished, Event.Read) => new State.Finished(IsRead: true),
        _ => throw new UnreachableException($"{@event.GetType().Name} is not folded into {state.GetType().Name}"),
    };

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new None();

        /// <summary>The state in the words of a sentence.</summary>
        public abstract string Word { get; }

        public sealed record None : State
        {
            public override string Word => "not asked yet";
        }

        /// <param name="Answers">By item; null for a skip.</param>
        public sealed record Open(
            string Instrument,
            int Version,
            DateTimeOffset OpensAt,
            DateTimeOffset ClosesAt,
            int ReadWithinHours,
            ImmutableDictionary<string, decimal?> Answers) : State
        {
            public override string Word => "open";
        }

        public sealed record Finished(bool IsRead) : State
        {
            public override string Word => "finished";
        }

        public sealed record Declined : State
        {
            public override string Word => "declined";
        }

        public sealed record Lapsed : State
        {
            public override string Word => "closed without being finished";
        }
    }
}
