using Sojourn.Domain.Tests.Kernel;
using static Sojourn.Domain.Plans.Plan;

namespace Sojourn.Domain.Tests.Plans;

public sealed class WorkingOutThePlanTogether
{
    [Fact] // PLAN-7
    public void A_suggestion_is_taken_up_by_a_new_version()
    {
        var story = PlanStory.GivenVersion().After(new Command.SuggestChange(PlanStory.Suggestion, "Could we meet on Fridays?"))
            .When(PlanStory.Propose with { Answers = PlanStory.Suggestion });
        Assert.Equal(2, Assert.IsType<Event.VersionProposed>(story.Events[0]).Version);
        Assert.Equal(new Event.SuggestionAnswered(PlanStory.Suggestion, null, 2), story.Events[1]);
    }

    [Fact] // PLAN-7
    public void A_suggestion_is_answered_with_words()
    {
        var story = PlanStory.GivenVersion().After(new Command.SuggestChange(PlanStory.Suggestion, "Could we meet on Fridays?"));
        story.When(new Command.AnswerSuggestion(PlanStory.Suggestion, "")).ThenRefused("plan.no-reply");
        story.After(new Command.AnswerSuggestion(PlanStory.Suggestion, "The room is closed on Fridays.")).When(new Command.AnswerSuggestion(PlanStory.Suggestion, "Again"))
            .ThenRefused("plan.suggestion-answered-already");
    }

    [Fact] // PLAN-7
    public void A_suggestion_taken_up_once_cannot_be_taken_up_again() =>
        PlanStory.GivenVersion().After(new Command.SuggestChange(PlanStory.Suggestion, "Fridays?")).After(PlanStory.Propose with { Answers = PlanStory.Suggestion })
            .When(PlanStory.Propose with { Answers = PlanStory.Suggestion }).ThenRefused("plan.suggestion-answered-already");

    [Fact]
    public void A_suggestion_says_something() => PlanStory.GivenVersion().When(new Command.SuggestChange(PlanStory.Suggestion, " ")).ThenRefused("plan.no-words");

    [Fact]
    public void There_is_nothing_to_suggest_before_there_is_a_plan() =>
        PlanStory.Given().When(new Command.SuggestChange(PlanStory.Suggestion, "Fridays?")).ThenRefused("plan.none-yet");

    [Fact]
    public void Nobody_answers_what_nobody_suggested() =>
        PlanStory.GivenVersion().When(new Command.AnswerSuggestion(PlanStory.Suggestion, "Yes")).ThenRefused("plan.no-such-suggestion");

    [Fact] // PLAN-1
    public void A_goal_is_set_reworded_and_put_aside_with_a_reason()
    {
        var story = PlanStory.Given().After(new Command.SetGoal(PlanStory.Goal, "Sleep")).After(new Command.SetGoal(PlanStory.Goal, "Sleep through the night"));
        Assert.Equal("Sleep through the night", story.State.Goals[PlanStory.Goal]);
        story.When(new Command.SetGoal(PlanStory.Goal, "Sleep through the night")).Then();
        story.When(new Command.DropGoal(PlanStory.Goal, "")).ThenRefused("plan.no-reason");
        story.When(new Command.DropGoal(PlanStory.Goal, "Reached")).Then(new Event.GoalDropped(PlanStory.Goal, "Reached"));
    }

    [Fact]
    public void A_goal_says_something() => PlanStory.Given().When(new Command.SetGoal(PlanStory.Goal, "")).ThenRefused("plan.no-words");

    [Fact]
    public void Every_event_of_a_plan_is_folded()
    {
        var state = PlanStory.GivenVersion().State;
        Assert.All(Blank.EveryOne<Event>(), e => Assert.NotNull(Evolve(state, e)));
    }
}
