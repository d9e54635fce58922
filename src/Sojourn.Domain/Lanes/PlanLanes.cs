using System.Collections.Immutable;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Lanes;

/// <summary>The five strands of a plan.</summary>
public enum Lane
{
    Medicine,
    Physical,
    Psychological,
    Lifestyle,
    Complementary,
}

/// <summary>What somebody does beside the sessions that are booked here, in five lanes on one time line. It claims no effect.</summary>
public static class PlanLanes
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Put put, _) => put switch
        {
            _ when state.Items.ContainsKey(put.Item) => Refuse("lanes.there-already", "This is in the plan already."),
            { To: { } to } when to < put.From => Refuse([new("lanes.ends-before", "The last day is before the first. Change one of the two.", Field: "to")]),
            _ => new Event.Put(put.Item, put.Lane, put.Words, put.From, put.To, put.Where, put.Duty is { Count: > 0 } duty ? [.. duty.Distinct().Order()] : null),
        },
        (Command.LogVisit log, _) => log switch
        {
            _ when state.Items.ContainsKey(log.Item) => Refuse("lanes.there-already", "This visit is written down already."),
            _ when log.On > log.Today => Refuse([new("lanes.not-yet", "This day is still to come. Write the visit down when it has been.", Field: "on")]),
            _ => new Event.VisitLogged(log.Item, log.Lane, log.Words, log.On, log.Where),
        },
        (Command.ChooseNone none, _) => state switch
        {
            _ when none.HasSessions || state.Items.Values.Any(item => item.Lane == none.Lane && item.Open) => Refuse("lanes.not-empty", "There is something in this lane. End it first."),
            _ when state.None.Contains(none.Lane) => Accept<Event>(),
            _ => new Event.NoneChosen(none.Lane),
        },
        (Command.End end, _) when !state.Items.TryGetValue(end.Item, out var item) || item.IsVisit => Refuse("lanes.unknown", "This is not in the plan any more. Load the page again."),
        (Command.End end, _) => state.Items[end.Item] switch
        {
            { Open: false } => Refuse("lanes.ended", "This was ended already."),
            { From: var from } when end.On < from => Refuse([new("lanes.ends-before", "It began later than this day. Choose a later one.", Field: "on")]),
            { Lane: Lane.Medicine } when string.IsNullOrWhiteSpace(end.PrescriberAgreed) =>
                Refuse([new("lanes.prescriber-not-asked", "Has the prescriber agreed? Write who and when. A medicine is not stopped without them.", Field: "agreed")]),
            _ => new Event.Ended(end.Item, end.On, end.Why, string.IsNullOrWhiteSpace(end.PrescriberAgreed) ? null : end.PrescriberAgreed.Trim()),
        },
        (Command.LinkTalk { Known: false }, _) => Refuse([new("lanes.unknown-talk", "Choose a talk and a medicine session of this course.", Field: "talk")]),
        (Command.LinkTalk link, _) => new Event.TalkLinked(link.Talk, link.Medicine),
        (Command.Strike strike, _) => state.Items.ContainsKey(strike.Item) ? new Event.Struck(strike.Item, strike.Why) : Refuse("lanes.unknown", "This is not in the plan any more. Load the page again."),
        _ => Refuse("lanes.not-now", "This cannot be done now."),
    };

    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Put e => state with { Items = state.Items.SetItem(e.Item, new(e.Lane, e.From, true, false)), None = state.None.Remove(e.Lane) },
        Event.VisitLogged e => state with { Items = state.Items.SetItem(e.Item, new(e.Lane, e.On, false, true)), None = state.None.Remove(e.Lane) },
        Event.NoneChosen e => state with { None = state.None.Add(e.Lane) },
        Event.Ended e => state with { Items = state.Items.SetItem(e.Item, state.Items[e.Item] with { Open = false }) },
        Event.TalkLinked => state,
        Event.Struck e => state with { Items = state.Items.Remove(e.Item) },
        _ => throw new System.Diagnostics.UnreachableException($"{@event} is not folded"),
    };

    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="To">The last day foreseen; null: no end.</param>
        /// <param name="Where">Where, or with whom.</param>
        /// <param name="Duty">Days of the week on which it is work or another duty, which rest after medicine is kept clear of; null or none: it is no duty.</param>
        public sealed record Put(LaneItemId Item, Lane Lane, string Words, DateOnly From, DateOnly? To, string? Where, IReadOnlyList<DayOfWeek>? Duty = null) : Command;

        /// <summary>One visit somewhere else.</summary>
        public sealed record LogVisit(LaneItemId Item, Lane Lane, string Words, DateOnly On, string? Where, DateOnly Today) : Command;

        /// <param name="HasSessions">The clinic's own sessions stand in this lane.</param>
        public sealed record ChooseNone(Lane Lane, bool HasSessions) : Command;

        /// <param name="PrescriberAgreed">Who agreed and when; must be there for a medicine.</param>
        public sealed record End(LaneItemId Item, DateOnly On, string Why, string? PrescriberAgreed) : Command;

        /// <summary>Which medicine session a talk goes with, where it is not the one beside it in time.</summary>
        /// <param name="Medicine">Null: none.</param>
        /// <param name="Known">Both are sessions of this course, and of these kinds.</param>
        public sealed record LinkTalk(SessionId Talk, SessionId? Medicine, bool Known) : Command;

        /// <summary>It was written by mistake.</summary>
        public sealed record Strike(LaneItemId Item, string Why) : Command;
    }

    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Put(LaneItemId Item, Lane Lane, string Words, DateOnly From, DateOnly? To, string? Where, IReadOnlyList<DayOfWeek>? Duty = null) : Event;

        public sealed record VisitLogged(LaneItemId Item, Lane Lane, string Words, DateOnly On, string? Where) : Event;

        public sealed record NoneChosen(Lane Lane) : Event;

        public sealed record Ended(LaneItemId Item, DateOnly On, string Why, string? PrescriberAgreed) : Event;

        public sealed record TalkLinked(SessionId Talk, SessionId? Medicine) : Event;

        public sealed record Struck(LaneItemId Item, string Why) : Event;
    }

    public sealed record Entry(Lane Lane, DateOnly From, bool Open, bool IsVisit);

    public sealed record State(ImmutableDictionary<LaneItemId, Entry> Items, ImmutableHashSet<Lane> None)
    {
        public static State Initial { get; } = new(ImmutableDictionary<LaneItemId, Entry>.Empty, []);
    }
}
