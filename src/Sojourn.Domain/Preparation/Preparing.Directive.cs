using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Preparation;

/// <summary>The session directive: said beforehand, said anew as often as the person likes, and never changed while they are under medicine.</summary>
public static partial class Preparing
{
    private static Decision<Event> SayDirective(Command.SayDirective say, State state)
    {
        if (say.Lock.Holds)
        {
            return Refuse([say.Lock.Refuse("directive.under-medicine", "What was chosen beforehand is not changed")]);
        }

        var choices = say.Choices with { People = Trimmed(say.Choices.People), Helps = Trimmed(say.Choices.Helps) };
        return Accept<Event>([
            .. choices == state.Directive ? [] : new Event[] { new Event.DirectiveSaid(state.DirectiveVersion + 1, choices) },
            .. Now(say.Checklist.Where(item => item.Kind == PreparationKind.Choices), state),
        ]);
    }

    private static string? Trimmed(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
