using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Preparation;

/// <summary>What the patient does before the day: the programme's checklist, an intention in their own words, and knowing what it may feel like.</summary>
public static partial class Preparing
{
    public static Decision<Event> Decide(Command command, State state) => command switch
    {
        Command.MarkDone done => MarkDone(done, state),
        Command.MarkUndone { UnderMedicine: true } => Refuse([UnderMedicine]),
        Command.MarkUndone undone => state.Done.ContainsKey(undone.Item) ? new Event.ItemUndone(undone.Item, undone.Why) : Accept<Event>(),
        Command.SayDirective say => SayDirective(say, state),
        Command.AskAgain again => Accept<Event>([.. again.Checklist
            .Where(item => item.EachSession && state.Done.ContainsKey(item.Id))
            .Select(item => new Event.ItemUndone(item.Id, "Asked anew for the next session."))]),
        Command.SetIntention intention => SetIntention(intention, state),
        Command.AnswerQuestion answer => AnswerQuestion(answer, state),
        _ => Refuse("preparation.not-now", "This cannot be done to the preparation as it stands."),
    };

    private static Decision<Event> MarkDone(Command.MarkDone done, State state)
    {
        var item = done.Item;
        var reasons = WhyNot(done).ToList();
        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var words = string.IsNullOrWhiteSpace(done.Words) ? null : done.Words.Trim();
        return state.Done.GetValueOrDefault(item.Id) == new Line(item.Version, words)
            ? Accept<Event>()
            : new Event.ItemDone(item.Id, item.Version, words, item.Kind == PreparationKind.Commitment ? done.TypedName : null);
    }

    private static IEnumerable<Refusal> WhyNot(Command.MarkDone done)
    {
        if (done.UnderMedicine)
        {
            yield return UnderMedicine;
        }

        if (ByItself(done.Item.Kind) is { } sentence)
        {
            yield return new("preparation.not-ticked", sentence);
        }

        if (done.Item.Kind == PreparationKind.Commitment && !Signature.Matches(done.TypedName, done.Name))
        {
            yield return new("preparation.name-differs", "The name typed is not the patient's name as we have it. Type first and last name.", Field: "typed-name");
        }

        if (done.Item.Kind == PreparationKind.Choices && string.IsNullOrWhiteSpace(done.Words))
        {
            yield return new("preparation.no-choice", "Write what you choose. It counts as you write it here.", Field: "words");
        }
    }

    private static Refusal UnderMedicine { get; } =
        new("preparation.under-medicine", "Nothing that was chosen beforehand is changed while the patient is under medicine. Change it after they have gone home.");

    /// <summary>Lines that follow from something else and so cannot be ticked; null for those that can.</summary>
    private static string? ByItself(PreparationKind kind) => kind switch
    {
        PreparationKind.Intention => "Write the intention; this line is then done by itself.",
        PreparationKind.Understanding => "Answer the questions; this line is then done by itself.",
        PreparationKind.Escort => "Name who takes you home; this line is then done by itself.",
        PreparationKind.NoDriving => "Promise not to drive where you name who takes you home; this line is then done by itself.",
        _ => null,
    };

    private static Decision<Event> SetIntention(Command.SetIntention intention, State state)
    {
        var reasons = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(intention.Words))
        {
            reasons.Add(new("preparation.no-words", "Write your intention in your own words. A few are enough.", Field: "words"));
        }

        reasons.AddRange(intention.Helps
            .Where(help => intention.Offered.All(offered => offered.Id != help))
            .Select(help => new Refusal("preparation.no-such-help", $"“{help}” is not one of the choices. Load the page again.", Field: "helps")));
        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var (words, helps) = (intention.Words.Trim(), intention.Helps.Distinct().ToList());
        var same = state.Intention == words && state.Helps.SequenceEqual(helps);
        return Accept<Event>([
            .. same ? [] : new Event[] { new Event.IntentionSet(words, helps) },
            .. Now(intention.Checklist.Where(item => item.Kind == PreparationKind.Intention), state),
        ]);
    }

    private static Decision<Event> AnswerQuestion(Command.AnswerQuestion answer, State state)
    {
        var page = answer.Page;
        if (page.Questions.FirstOrDefault(q => q.Id == answer.Question) is not { } question)
        {
            return Refuse("preparation.no-such-question", "This question is no longer asked. Load the page again.");
        }

        if (question.Choices.All(choice => choice.Id != answer.Choice))
        {
            return Refuse([new Refusal("preparation.no-answer", "Choose one of the answers.", Field: "choice")]);
        }

        var answered = new Event.UnderstandingAnswered(question.Id, answer.Choice, answer.Choice == question.Right, page.Version);
        var after = Evolve(state, answered);
        return page.Questions.All(q => after.Right.Contains(q.Id)) && state.UnderstoodVersion != page.Version
            ? Accept<Event>([answered, new Event.Understood(page.Version), .. Now(page.Items, state)])
            : Accept<Event>([answered, .. state.UnderstoodVersion == page.Version ? Now(page.Items, state) : []]);
    }

    private static IEnumerable<Event> Now(IEnumerable<PreparationItem> items, State state) =>
        items.Where(item => state.Done.GetValueOrDefault(item.Id)?.Version != item.Version).Select(item => new Event.ItemDone(item.Id, item.Version, Words: null, TypedName: null));
}
