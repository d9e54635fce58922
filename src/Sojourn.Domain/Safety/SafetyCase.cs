using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Safety;

/// <summary>A concern for somebody's safety: it always has an owner, a clock and a deputy, and nobody closes it without having acted.</summary>
public static partial class SafetyCase
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Open open, State.None) => Open(open),
        (Command.Open, _) => Refuse("safety.opened-already", "This case is open already."),
        (_, State.None) => Refuse("safety.unknown", "There is no such case. Look in the inbox for those that are open."),
        (_, State.Closed) => Refuse("safety.closed", "This case is closed. Open a new one if the concern is back."),
        (Command.Acknowledge acknowledge, State.Open open) => open.IsAcknowledged ? Accept<Event>() : new Event.Acknowledged(acknowledge.By, acknowledge.At),
        (Command.RecordAction action, State.Open open) => RecordAction(action, open),
        (Command.Raise raise, State.Open open) => Raise(raise, open),
        (Command.HandOver hand, State.Open open) => HandOver(hand, open),
        (Command.Escalate escalate, State.Open open) => Escalate(escalate, open),
        (Command.Close close, State.Open open) => Close(close, open),
        _ => Refuse("safety.not-understood", "This cannot be done to a case."),
    };

    private static Decision<Event> Open(Command.Open open)
    {
        var reasons = new List<Refusal>();
        Want(reasons, Said(open.Reason), "safety.no-reason", "Say in a few words what the concern is.", "reason");
        Want(reasons, open.Owner.IsSomebody, "safety.no-owner", "Name who deals with it: a member of staff or a role.", "owner");
        Want(reasons, open.Deputy.IsSomebody, "safety.no-deputy", "Name who is told when the owner does not answer.", "deputy");
        Want(reasons, !open.Deputy.IsSomebody || open.Deputy != open.Owner, "safety.deputy-is-owner", "The deputy must be somebody else than the owner; in a practice of one, name the outside person.", "deputy");
        Want(reasons, open.At < open.AcknowledgeBy, "safety.no-time-to-acknowledge", "Give a time to come by which it must be acknowledged.", "acknowledge-by");
        Want(reasons, open.AcknowledgeBy <= open.ActBy, "safety.act-before-acknowledged", "The time to act must not be before the time to acknowledge.", "act-by");
        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.Opened(
                open.Person,
                open.Reason.Trim(),
                open.Level,
                open.SourceWords?.Trim(),
                open.Source,
                open.Owner,
                open.Deputy,
                open.AcknowledgeBy,
                open.ActBy,
                open.CrisisHelpShown,
                open.At);
    }

    // Whoever acts has seen it, whether or not they pressed the button first.
    private static Decision<Event> RecordAction(Command.RecordAction action, State.Open open) =>
        !Said(action.Words) ? Refuse([new("safety.no-words", "Write what was done.", Field: "words")])
        : open.IsAcknowledged ? new Event.ActionRecorded(action.By, action.Words.Trim(), action.At)
        : Accept<Event>(new Event.Acknowledged(action.By, action.At), new Event.ActionRecorded(action.By, action.Words.Trim(), action.At));

    // A graver concern is seen anew, and no clock is ever set back by it.
    private static Decision<Event> Raise(Command.Raise raise, State.Open open)
    {
        if (raise.To <= open.Level)
        {
            return Accept<Event>();
        }

        var reasons = new List<Refusal>();
        Want(reasons, Said(raise.Why), "safety.no-reason", "Say why the concern is graver.", "why");
        Want(reasons, raise.At < raise.AcknowledgeBy, "safety.no-time-to-acknowledge", "Give a time to come by which it must be acknowledged.", "acknowledge-by");
        Want(reasons, raise.AcknowledgeBy <= raise.ActBy, "safety.act-before-acknowledged", "The time to act must not be before the time to acknowledge.", "act-by");
        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.Raised(
                open.Level,
                raise.To,
                raise.Why.Trim(),
                open.IsAcknowledged ? raise.AcknowledgeBy : Sooner(open.AcknowledgeBy, raise.AcknowledgeBy),
                Sooner(open.ActBy, raise.ActBy),
                raise.At);
    }

    private static Decision<Event> HandOver(Command.HandOver hand, State.Open open)
    {
        var reasons = new List<Refusal>();
        Want(reasons, hand.To.IsSomebody, "safety.no-owner", "Name who takes it over.", "to");
        Want(reasons, hand.To != open.Owner, "safety.owner-already", "They own this case already.", "to");
        Want(reasons, hand.To != open.Deputy, "safety.deputy-is-owner", "They are the deputy, who answers for the owner: name somebody else.", "to");
        Want(reasons, Said(hand.Why), "safety.no-reason", "Say why it is handed over.", "why");
        Want(reasons, hand.At < hand.AcknowledgeBy, "safety.no-time-to-acknowledge", "Give a time to come by which they must acknowledge it.", "acknowledge-by");
        return reasons.Count > 0 ? Refuse(reasons) : new Event.HandedOver(open.Owner, hand.To, hand.Why.Trim(), hand.AcknowledgeBy, hand.At);
    }

    private static Decision<Event> Escalate(Command.Escalate escalate, State.Open open) =>
        open.IsEscalated || !open.IsLate(escalate.At) ? Accept<Event>() : new Event.Escalated(open.Deputy, open.IsAcknowledged, escalate.At);

    private static Decision<Event> Close(Command.Close close, State.Open open)
    {
        var reasons = new List<Refusal>();
        Want(reasons, Said(close.WhatWasDone), "safety.nothing-done", "Write what was done. A case cannot be closed without it.", "what-was-done");
        Want(reasons, open.Actions > 0, "safety.no-action", "Record at least one action first. A case cannot be closed on words about it alone.", "what-was-done");
        return reasons.Count > 0 ? Refuse(reasons) : new Event.Closed(close.By, close.WhatWasDone.Trim(), close.At);
    }

    private static DateTimeOffset Sooner(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static bool Said(string? words) => !string.IsNullOrWhiteSpace(words);

    private static void Want(List<Refusal> reasons, bool holds, string code, string sentence, string field)
    {
        if (!holds)
        {
            reasons.Add(new(code, sentence, Field: field));
        }
    }
}
