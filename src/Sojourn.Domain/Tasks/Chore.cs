using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Tasks;

/// <summary>A thing to do with an owner and a clock. (Named so in code because the language has another Task; screens say "task".)</summary>
public static partial class Chore
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Raise raise, State.None) => Raise(raise),
        (Command.Raise, _) => Accept<Event>(),
        (_, State.None) => Refuse("task.unknown", "There is no such task."),
        (Command.Settle, State.Over) => Accept<Event>(),
        (_, State.Over) => Refuse("task.over", "This task is done already."),
        (Command.Take take, State.Open) => new Event.Taken(take.By),
        (Command.Finish finish, State.Open) => string.IsNullOrWhiteSpace(finish.Note)
            ? Refuse([new Refusal("task.no-note", "Write in a few words what was done.", Field: "note")])
            : new Event.Done(finish.Note),
        (Command.Settle settle, State.Open) => new Event.Done(settle.Note),
        (Command.Drop drop, State.Open) => string.IsNullOrWhiteSpace(drop.Why)
            ? Refuse([new Refusal("task.no-reason", "Write why nobody needs to do this.", Field: "why")])
            : new Event.Dropped(drop.Why),
        _ => Refuse("task.not-now", "This cannot be done to the task as it stands."),
    };

    private static Decision<Event> Raise(Command.Raise raise) =>
        string.IsNullOrWhiteSpace(raise.Words) || string.IsNullOrWhiteSpace(raise.Owner)
            ? Refuse("task.no-owner", "A task needs words and an owner.")
            : new Event.Raised(raise.Kind, raise.Words, raise.Person, raise.Course, raise.Session, raise.Owner, raise.Deputy, raise.Due, raise.Resource);
}
