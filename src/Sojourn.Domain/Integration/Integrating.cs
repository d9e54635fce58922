using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Integration;

/// <summary>Bringing what came up under medicine into everyday life: the talk afterwards, and what the patient does until the next one.</summary>
public static partial class Integrating
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Hold, { IsHeld: true }) => Refuse("integration.held-already", "This integration is written already. Open the page again to read it."),
        (Command.Hold hold, _) => Hold(hold),
        (Command.SetTask set, _) => SetTask(set, state),
        (Command.AnswerTask answer, _) => AnswerTask(answer, state),
        _ => Refuse("integration.not-now", "This cannot be done to the integration as it stands."),
    };

    private static Decision<Event> Hold(Command.Hold hold)
    {
        var reasons = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(hold.CameUp))
        {
            reasons.Add(new("integration.nothing-came-up", "Write what came up. A few words are enough.", Field: "came-up"));
        }

        var words = Said(hold.ChoiceWords);
        if (hold.Choice is IntegrationChoice.Change or IntegrationChoice.Stop && words is null)
        {
            reasons.Add(new("integration.choice-without-words", "Write what is to change or stop, and why. The plan is looked at from these words.", Field: "choice-words"));
        }

        if (hold.Choice is null && words is not null)
        {
            reasons.Add(new("integration.words-without-choice", "Choose whether this is to reinforce, to change or to stop.", Field: "choice"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.Held(hold.CameUp.Trim(), Said(hold.Insights), Said(hold.LookingBack), hold.Choice, words);
    }

    private static Decision<Event> SetTask(Command.SetTask set, State state)
    {
        if (state.Tasks.ContainsKey(set.Task))
        {
            return Accept<Event>();
        }

        var reasons = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(set.Words))
        {
            reasons.Add(new("integration.task-without-words", "Write what is to be done.", Field: "words"));
        }

        if (set.Goal is { } goal && !set.OpenGoals.Contains(goal))
        {
            reasons.Add(new("integration.no-such-goal", "This goal is not one of the course any more. Choose another, or none.", Field: "goal"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.TaskSet(set.Task, set.Course, set.Words.Trim(), set.Goal);
    }

    private static Decision<Event> AnswerTask(Command.AnswerTask answer, State state)
    {
        if (!state.Tasks.TryGetValue(answer.Task, out var before))
        {
            return Refuse("integration.no-such-task", "This task is no longer there. Load the page again.");
        }

        var words = Said(answer.GotInTheWay);
        if (!answer.Done && words is null)
        {
            return Refuse([new Refusal("integration.no-words", "Write in a few words what got in the way.", Field: "got-in-the-way")]);
        }

        return before == new Answer(answer.Done, words) ? Accept<Event>() : new Event.TaskAnswered(answer.Task, answer.Done, words);
    }

    private static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
