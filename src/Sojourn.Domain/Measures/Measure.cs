using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Measures;

/// <summary>One questionnaire asked of one person once: assigned, answered question by question, finished or declined or lapsed.</summary>
public static partial class Measure
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Assign assign, State.None) => Assign(assign),
        (Command.Assign, _) => Refuse("measures.assigned-already", "This questionnaire has been asked already."),
        (_, State.None) => Refuse("measures.unknown", "There is no such questionnaire. Look at the person's page for those that are open."),
        (Command.Answer answer, State.Open open) => Answer(answer, open),
        (Command.Finish finish, State.Open open) => Finish(finish, open),
        (Command.EnterTotal enter, State.Open open) => EnterTotal(enter, open),
        (Command.Decline decline, State.Open) => Decline(decline),
        (Command.Lapse lapse, State.Open open) => Lapse(lapse, open),
        (Command.Lapse, _) => Accept<Event>(),
        (Command.Read read, State.Finished finished) => finished.IsRead ? Accept<Event>() : new Event.Read(read.At),
        (Command.Read, _) => Refuse("measures.nothing-to-read", "There is no result to read."),
        _ => Refuse("measures.over", $"This questionnaire is {state.Word}. Ask for it again if it still matters."),
    };

    private static Decision<Event> Assign(Command.Assign assign)
    {
        var reasons = new List<Refusal>();
        Want(reasons, assign.Reason.Trim().Length > 0, "measures.no-reason", "Say in a few words why it is asked; the patient reads it.", "reason");
        Want(reasons, assign.Reader.IsSomebody, "measures.no-reader", "Name who reads the answers; the patient is told.", "reader");
        Want(reasons, assign.ReadWithinHours > 0, "measures.no-reading-time", "Say within how many hours the answers are read, at least 1.", "read-within-hours");
        Want(reasons, assign.OpensAt <= assign.DueAt && assign.DueAt <= assign.ClosesAt, "measures.times-out-of-order", "It must open before it is due and be due before it closes.", "due-at");
        Want(reasons, assign.At < assign.ClosesAt, "measures.closed-before-it-is-asked", "It would be closed already. Give a closing time that is still to come.", "closes-at");
        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.Assigned(
                assign.Person,
                assign.Course,
                assign.Instrument.Id,
                assign.Instrument.Version,
                assign.Instrument.Hash,
                assign.Reason.Trim(),
                assign.Session,
                assign.OpensAt,
                assign.DueAt,
                assign.ClosesAt,
                assign.Reader,
                assign.ReadWithinHours);
    }

    private static Decision<Event> Decline(Command.Decline decline) =>
        string.IsNullOrWhiteSpace(decline.Reason)
            ? Refuse([new("measures.no-reason", "Say in a few words why not.", Field: "reason")])
            : new Event.Declined(decline.Reason.Trim(), decline.At);

    private static Decision<Event> Lapse(Command.Lapse lapse, State.Open open) =>
        lapse.At < open.ClosesAt
            ? Refuse("measures.still-open", "This questionnaire is still open.")
            : new Event.Lapsed(lapse.At, open.Answers.Count(answer => answer.Value is not null));

    private static void Want(List<Refusal> reasons, bool holds, string code, string sentence, string field)
    {
        if (!holds)
        {
            reasons.Add(new(code, sentence, Field: field));
        }
    }
}
