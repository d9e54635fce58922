using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Plans;

/// <summary>
/// What patient and clinic work out together: goals, versions of a plan, and who has agreed to which. A version is in force only when all who must
/// have agreed to that very version; until then the one before stays in force.
/// </summary>
public static partial class Plan
{
    public static Decision<Event> Decide(Command command, State state) => command switch
    {
        Command.SetGoal goal => SetGoal(goal, state),
        Command.DropGoal drop => DropGoal(drop, state),
        Command.ProposeVersion propose => Propose(propose, state),
        Command.SuggestChange suggest => Suggest(suggest, state),
        Command.AnswerSuggestion answer => Reply(answer, state),
        Command.Agree agree => Agree(agree, state),
        Command.ComeIntoForce => ComeIntoForce(state),
        Command.WithdrawAgreement withdraw => Withdraw(withdraw, state),
        _ => Refuse("plan.not-now", "This cannot be done to the plan as it stands."),
    };

    private static Decision<Event> SetGoal(Command.SetGoal goal, State state) =>
        !Said(goal.Words) ? RefuseAt("plan.no-words", "Write the goal in the patient's own words.", "words")
        : state.Goals.GetValueOrDefault(goal.Goal) == goal.Words ? Accept<Event>()
        : new Event.GoalSet(goal.Goal, goal.Words);

    private static Decision<Event> DropGoal(Command.DropGoal drop, State state) =>
        !state.Goals.ContainsKey(drop.Goal) ? Accept<Event>()
        : !Said(drop.Why) ? RefuseAt("plan.no-reason", "Write in a few words why this goal is put aside.", "why")
        : new Event.GoalDropped(drop.Goal, drop.Why);

    private static Decision<Event> Suggest(Command.SuggestChange suggest, State state) =>
        state.Latest == 0 ? Refuse("plan.none-yet", "There is no plan yet to change. Your team will propose one first.")
        : !Said(suggest.Words) ? RefuseAt("plan.no-words", "Write what you would like to be different.", "words")
        : state.Suggestions.ContainsKey(suggest.Suggestion) ? Accept<Event>()
        : new Event.ChangeSuggested(suggest.Suggestion, suggest.Words);

    private static Decision<Event> Reply(Command.AnswerSuggestion answer, State state) =>
        OpenSuggestion(answer.Suggestion, state) is { } reason ? Refuse([reason])
        : !Said(answer.Reply) ? RefuseAt("plan.no-reply", "Write what you answer.", "reply")
        : new Event.SuggestionAnswered(answer.Suggestion, answer.Reply, Version: null);

    private static Refusal? OpenSuggestion(SuggestionId suggestion, State state) =>
        !state.Suggestions.TryGetValue(suggestion, out var answered) ? new("plan.no-such-suggestion", "There is no such suggestion.")
        : answered ? new("plan.suggestion-answered-already", "This suggestion has been answered already. Load the page again to see how.")
        : null;

    private static RefusedWith RefuseAt(string code, string sentence, string field) => Refuse([new Refusal(code, sentence, Field: field)]);

    private static bool Said(string? words) => !string.IsNullOrWhiteSpace(words);
}
