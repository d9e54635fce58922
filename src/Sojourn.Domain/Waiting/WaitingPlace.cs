using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Waiting;

/// <summary>What somebody waits for: an earlier time of a visit that is booked, or a first one.</summary>
/// <param name="Type">Id of the programme's session type; null for an information call.</param>
/// <param name="Instead">The booked session that would move; null where none is booked.</param>
/// <param name="Days">Days of the week that suit; empty: all.</param>
/// <param name="Times">morning, afternoon or evening; empty: all.</param>
public sealed record Wish(
    SessionKind Kind, string? Type, PersonId? Person, CourseId? Course, InquiryId? Inquiry, SessionId? Instead, IReadOnlyList<DayOfWeek> Days, IReadOnlyList<string> Times, string? Note);

/// <summary>Somebody's place on the waiting list for an earlier time.</summary>
public static class WaitingPlace
{
    /// <summary>Hours at which afternoon and evening begin, by the clinic's clock. Source: clinic default.</summary>
    public const int Noon = 12, Evening = 17;

    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Put { WaitsAlready: true }, State.None) => Refuse("waiting.already", "They are on the waiting list for this already."),
        (Command.Put put, State.None) => put.Wish is { Course: null, Inquiry: null } ? Refuse("waiting.for-nobody", "Say whose visit it is: a course or a question.") : new Event.Put(put.Wish),
        (Command.Put, _) => Refuse("waiting.already", "They are on the waiting list for this already."),
        (_, State.None) => Refuse("waiting.unknown", "Nobody is on the waiting list under this link."),
        (Command.End { IsSettled: true }, State.Over) => Accept<Event>(),
        (_, State.Over) => Refuse("waiting.over", "They are not on the waiting list any more."),
        (Command.Offer offer, _) => new Event.Offered(offer.Slot),
        (Command.Pass pass, _) => new Event.Passed(pass.Slot),
        (Command.Refill refill, _) => new Event.Refilled(refill.Slot, refill.Session),
        (Command.End end, _) => string.IsNullOrWhiteSpace(end.Why) ? Refuse([new("waiting.no-reason", "Write in a few words why.", Field: "why")]) : new Event.Ended(end.Why.Trim()),
        _ => Refuse("waiting.not-now", "This cannot be done now."),
    };

    /// <summary>The day and the time of day suit them.</summary>
    public static bool Suits(IReadOnlyList<DayOfWeek> days, IReadOnlyList<string> times, DateTime local) =>
        (days.Count == 0 || days.Contains(local.DayOfWeek)) && (times.Count == 0 || times.Contains(local.Hour < Noon ? "morning" : local.Hour < Evening ? "afternoon" : "evening"));

    public abstract record Command
    {
        private Command()
        {
        }

        public sealed record Put(Wish Wish, bool WaitsAlready) : Command;

        /// <param name="Slot">The cancelled session whose time is free.</param>
        public sealed record Offer(SessionId Slot) : Command;

        /// <summary>They do not want this one.</summary>
        public sealed record Pass(SessionId Slot) : Command;

        /// <param name="Session">What is booked there now.</param>
        public sealed record Refill(SessionId Slot, SessionId Session) : Command;

        /// <param name="IsSettled">It follows from something else and may be said twice.</param>
        public sealed record End(string Why, bool IsSettled = false) : Command;
    }

    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Put(Wish Wish) : Event;

        public sealed record Offered(SessionId Slot) : Event;

        public sealed record Passed(SessionId Slot) : Event;

        public sealed record Refilled(SessionId Slot, SessionId Session) : Event;

        public sealed record Ended(string Why) : Event;
    }

    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Put => new State.Waiting(),
        Event.Offered or Event.Passed => state,
        Event.Refilled or Event.Ended => new State.Over(),
        _ => throw new System.Diagnostics.UnreachableException($"{@event} is not folded"),
    };

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new None();

        public sealed record None : State;

        public sealed record Waiting : State;

        public sealed record Over : State;
    }
}
