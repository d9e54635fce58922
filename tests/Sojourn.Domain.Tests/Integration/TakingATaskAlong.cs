using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Integration.Integrating;
using static Sojourn.Domain.Tests.Integration.IntegrationStory;

namespace Sojourn.Domain.Tests.Integration;

/// <summary>R-79: the client's own work, and what got in its way.</summary>
public sealed class TakingATaskAlong
{
    [Fact]
    public void A_task_serves_a_goal_of_the_course()
    {
        Story.When(Set(goal: Sleep)).Then(IsSet with { Goal = Sleep });
        Story.When(Set(goal: new GoalId(Guid.CreateVersion7()))).ThenRefused("integration.no-such-goal");
    }

    [Fact]
    public void A_task_has_words() => Story.When(Set(" ")).ThenRefused("integration.task-without-words");

    [Fact]
    public void The_same_task_sent_twice_is_one() => Story.Given(IsSet).When(Set()).Then();

    [Fact]
    public void A_task_can_be_set_before_and_after_the_integration_is_written() => Story.When(Hold()).And().When(Set()).Then(IsSet);

    [Fact]
    public void Done_needs_no_words() => Story.Given(IsSet).When(new Command.AnswerTask(Walk, Done: true, " ")).Then(new Event.TaskAnswered(Walk, true, null));

    [Fact]
    public void Not_done_says_what_got_in_the_way()
    {
        Story.Given(IsSet).When(new Command.AnswerTask(Walk, Done: false, null)).ThenRefused("integration.no-words");
        Story.Given(IsSet).When(new Command.AnswerTask(Walk, Done: false, "It hurt too much")).Then(new Event.TaskAnswered(Walk, false, "It hurt too much"));
    }

    [Fact]
    public void A_later_answer_stands_in_place_of_the_earlier_one()
    {
        var story = Story.Given(IsSet, new Event.TaskAnswered(Walk, false, "It hurt too much"));
        story.When(new Command.AnswerTask(Walk, Done: false, "It hurt too much")).Then();
        story.When(new Command.AnswerTask(Walk, Done: true, null)).Then(new Event.TaskAnswered(Walk, true, null));
    }

    [Fact]
    public void A_task_that_nobody_set_is_not_answered() => Story.When(new Command.AnswerTask(Walk, Done: true, null)).ThenRefused("integration.no-such-task");
}
