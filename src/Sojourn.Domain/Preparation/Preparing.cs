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
        Command.MarkUndone undone => state.Done.ContainsKey(undone.Item) ? new Event.ItemUndone(undone.Item, undone.Why) : Accept<Event>(),
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
        if (state.Done.TryGetValue(item.Id, out var version) && version == item.Version)
        {
            return Accept<Event>();
        }

        if (ByItself(item.Kind) is { } sentence)
        {
            return Refuse("preparation.not-ticked", sentence);
        }

        return item.Kind == PreparationKind.Commitment && !Signature.Matches(done.TypedName, done.Name)
            ? Refuse([new Refusal("preparation.name-differs", "The name typed is not the patient's name as we have it. Type first and last name.", Field: "typed-name")])
            : new Event.ItemDone(item.Id, item.Version, item.Kind == PreparationKind.Commitment ? done.TypedName : null);
    }

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
        items.Where(item => state.Done.GetValueOrDefault(item.Id) != item.Version).Select(item => new Event.ItemDone(item.Id, item.Version, TypedName: null));
}
