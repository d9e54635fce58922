using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Letters;

/// <summary>A letter about the plan to somebody who treats the patient elsewhere. It leaves only with the patient's own yes to what they read.</summary>
public static class Letter
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Prepare prepare, State.None) => WhyNot(prepare).ToList() is { Count: > 0 } reasons
            ? Refuse(reasons)
            : new Event.Prepared(prepare.Course, prepare.To!, prepare.Practice, prepare.Text, prepare.TypedName.Trim()),
        (Command.Prepare, _) => Refuse("letter.there-already", "This letter is prepared already."),
        (_, State.None) => Refuse("letter.unknown", "There is no such letter."),
        (Command.Send, State.Sent) => Refuse("letter.sent-already", "This letter was sent already."),
        (Command.Send send, _) => new Event.Sent(send.How),
        _ => Refuse("letter.not-now", "This cannot be done now."),
    };

    private static IEnumerable<Refusal> WhyNot(Command.Prepare prepare)
    {
        if (prepare.To is null)
        {
            yield return new("letter.no-doctor", "No family doctor is named. Name them first.", new Remedy("Name the family doctor", $"people/{prepare.Person.Value}"));
        }

        if (prepare.UnderMedicine.Holds)
        {
            yield return prepare.UnderMedicine.Refuse("letter.under-medicine", "Nothing can be agreed");
        }

        if (!prepare.AsRead)
        {
            yield return new("letter.changed", "The letter has changed since it was shown. Read it again, then agree.");
        }

        if (!Signature.Matches(prepare.TypedName, prepare.Name))
        {
            yield return new("letter.name-differs", "The name typed is not the patient's name as we have it. Type first and last name.", Field: "typed-name");
        }
    }

    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Prepared => new State.Prepared(),
        Event.Sent => new State.Sent(),
        _ => throw new System.Diagnostics.UnreachableException($"{@event} is not folded"),
    };

    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="To">The family doctor; null where none is named.</param>
        /// <param name="AsRead">The text is the one that the patient was shown.</param>
        public sealed record Prepare(
            CourseId Course, PersonId Person, string? To, string? Practice, string Text, bool AsRead, string TypedName, SigningName Name, CapacityLock UnderMedicine) : Command;

        /// <param name="How">By post, by fax, by hand.</param>
        public sealed record Send(string How) : Command;
    }

    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Prepared(CourseId Course, string To, string? Practice, string Text, string TypedName) : Event;

        public sealed record Sent(string How) : Event;
    }

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new None();

        public sealed record None : State;

        public sealed record Prepared : State;

        public sealed record Sent : State;
    }
}
