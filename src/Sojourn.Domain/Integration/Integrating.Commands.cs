using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Integration;

/// <summary>Something the patient takes into everyday life between two sessions. Made where it was first typed.</summary>
public readonly record struct IntegrationTaskId(Guid Value) : ISingleValue;

/// <summary>What the patient and the team choose to do with the way they are on.</summary>
public enum IntegrationChoice
{
    Reinforce,
    Change,
    Stop,
}

public static partial class Integrating
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="CameUp">What came up during the medicine session and since.</param>
        /// <param name="Insights">Null where none were named.</param>
        /// <param name="LookingBack">What became of the intention; null where it was not looked at.</param>
        /// <param name="Choice">Null where none was made yet.</param>
        /// <param name="ChoiceWords">What is reinforced, changed or stopped, and why; needed to change or stop.</param>
        public sealed record Hold(string CameUp, string? Insights, string? LookingBack, IntegrationChoice? Choice, string? ChoiceWords) : Command;

        /// <param name="Goal">The goal that it serves; null for none.</param>
        /// <param name="OpenGoals">Goals of the course that are not dropped.</param>
        public sealed record SetTask(IntegrationTaskId Task, CourseId Course, string Words, GoalId? Goal, IReadOnlyList<GoalId> OpenGoals) : Command;

        /// <param name="GotInTheWay">Needed where it was not done; may be said where it was.</param>
        public sealed record AnswerTask(IntegrationTaskId Task, bool Done, string? GotInTheWay) : Command;
    }
}
