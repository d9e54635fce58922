using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Matching;

/// <summary>How a course finds its therapist: the patient answers, chooses among those offered, and the one who is chosen says yes or no.</summary>
public static partial class Match
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Answer { HasTherapist: true }, not State.Asked) => Refuse("matching.has-therapist", "This course has a therapist. Talk to them, or to the clinic, if you would like somebody else."),
        (Command.Answer answer, _) => Answer(answer),
        (_, State.None) => Refuse("matching.not-answered", "Answer the five questions first."),
        (Command.Choose { HasTherapist: true }, not State.Asked) => Refuse("matching.has-therapist", "This course has a therapist. Talk to them, or to the clinic, if you would like somebody else."),
        (Command.Choose choose, State.Asked asked) when choose.Therapist == asked.Therapist => Accept<Event>(),
        (Command.Choose choose, _) => Choose(choose),
        (Command.Confirm confirm, State.Asked asked) when confirm.Therapist == asked.Therapist => confirm.IsTrained
            ? new Event.Confirmed(confirm.Therapist)
            : Refuse("matching.not-trained", "No KAP training is recorded for you that holds today. Have it entered in settings first, or say no.", new Remedy("Credentials", "settings/credentials")),
        (Command.Decline decline, State.Asked asked) when decline.Therapist == asked.Therapist => string.IsNullOrWhiteSpace(decline.Why)
            ? Refuse([new("matching.no-reason", "Write in a few words why not. The patient does not read it.", Field: "why")])
            : new Event.Declined(decline.Therapist, decline.Why.Trim()),
        (Command.Confirm or Command.Decline, State.Asked) => Refuse("matching.not-asked", "Somebody else was asked. Only they can answer."),
        _ => Refuse("matching.nobody-asked", "Nobody is asked at the moment, so there is nothing to answer."),
    };

    private static Decision<Event> Answer(Command.Answer answer)
    {
        var said = answer.Answers with
        {
            Comes = [.. Profile.AllKnown.Keys.Where(answer.Answers.Comes.Contains)],
            Ways = [.. Profile.AllWays.Keys.Where(answer.Answers.Ways.Contains)],
            Times = [.. Profile.AllTimes.Keys.Where(answer.Answers.Times.Contains)],
        };
        var reasons = new List<Refusal>();
        if (said.Comes.Count == 0)
        {
            reasons.Add(new("matching.comes", "Choose at least one.", Field: "comes"));
        }

        if (said.Times.Count == 0)
        {
            reasons.Add(new("matching.times", "Choose at least one time of day.", Field: "times"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.Answered(said);
    }

    private static Decision<Event> Choose(Command.Choose choose) => choose.Offers.FirstOrDefault(offer => offer.Therapist == choose.Therapist) is { } offer
        ? new Event.Chosen(offer.Therapist, offer.Points, offer.Reasons)
        : Refuse("matching.not-offered", "This therapist is not among those who can be offered now. Choose another one.");

    public abstract record Command
    {
        private Command()
        {
        }

        public sealed record Answer(MatchAnswers Answers, bool HasTherapist) : Command;

        /// <param name="Offers">Who is offered at this moment.</param>
        public sealed record Choose(StaffId Therapist, IReadOnlyList<Offer> Offers, bool HasTherapist) : Command;

        /// <param name="Therapist">Who says yes.</param>
        /// <param name="IsTrained">KAP training is recorded for them that holds today.</param>
        public sealed record Confirm(StaffId Therapist, bool IsTrained) : Command;

        public sealed record Decline(StaffId Therapist, string Why) : Command;
    }

    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Answered(MatchAnswers Answers) : Event;

        /// <param name="Points">As they were shown.</param>
        /// <param name="Reasons">As they were shown.</param>
        public sealed record Chosen(StaffId Therapist, int Points, IReadOnlyList<string> Reasons) : Event;

        public sealed record Confirmed(StaffId Therapist) : Event;

        public sealed record Declined(StaffId Therapist, string Why) : Event;
    }

    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Answered => new State.Answered(),
        Event.Chosen chosen => new State.Asked(chosen.Therapist),
        Event.Confirmed or Event.Declined => new State.Answered(),
        _ => throw new System.Diagnostics.UnreachableException($"{@event} is not folded"),
    };

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new None();

        public sealed record None : State;

        public sealed record Answered : State;

        public sealed record Asked(StaffId Therapist) : State;
    }
}
