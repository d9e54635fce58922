using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Inquiries;

/// <summary>A stranger's first question, until they become somebody we know or the matter is closed.</summary>
public static partial class Inquiry
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Receive receive, State.None) => Receive(receive),
        (Command.Receive, _) => Refuse("inquiry.received-already", "This question has arrived already."),
        (_, State.None) => Refuse("inquiry.unknown", "There is no such inquiry."),
        (_, State.Closed) => Refuse("inquiry.closed", "This inquiry is closed. Open a new one if they write again."),
        (Command.Answer answer, State.Open) => Said(answer.Words) ? new Event.Answered(answer.Words) : Refuse("inquiry.no-words", "Write what was answered."),
        (Command.BookCall call, State.Open) => new Event.CallBooked(call.Session),
        (Command.RecordConversation talk, State.Open) => Record(talk),
        (Command.BecomePerson person, State.Open) => new Event.BecamePerson(person.Person),
        (Command.Close close, State.Open) => Said(close.Why) ? new Event.Closed(close.Why) : Refuse("inquiry.no-reason", "Write why it is closed.", null),
        _ => Refuse("inquiry.not-now", "This cannot be done to the inquiry as it stands."),
    };

    private static Decision<Event> Receive(Command.Receive receive)
    {
        var reasons = new List<Refusal>();
        if (!Said(receive.FirstName))
        {
            reasons.Add(new("inquiry.no-name", "Write a first name, so that we know how to address you.", Field: "first-name"));
        }

        if (!Said(receive.Reach))
        {
            reasons.Add(new("inquiry.no-reach", "Write an e-mail address or a phone number, so that we can answer.", Field: "reach"));
        }

        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.Received(receive.FirstName, receive.Reach, receive.Message, receive.Programme, WorryingWords.In(receive.Message), receive.RespondBy);
    }

    private static Decision<Event> Record(Command.RecordConversation talk) =>
        Said(talk.Hopes)
            ? new Event.ConversationRecorded(talk.Hopes, talk.Tried, talk.Worries, talk.Outcome, talk.Note)
            : Refuse(new List<Refusal> { new("inquiry.no-hopes", "Write what they hope for, in their words.", Field: "hopes") });

    private static bool Said(string? words) => !string.IsNullOrWhiteSpace(words);
}

/// <summary>What a first conversation leads to.</summary>
public enum ConversationOutcome
{
    /// <summary>On to the readiness assessment.</summary>
    GoOn,

    /// <summary>They want time to think.</summary>
    Think,

    /// <summary>Another service suits better.</summary>
    ReferOn,
}
