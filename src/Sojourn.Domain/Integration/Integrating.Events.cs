using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Integration;

public static partial class Integrating
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Held(string CameUp, string? Insights, string? LookingBack, IntegrationChoice? Choice, string? ChoiceWords) : Event;

        public sealed record TaskSet(IntegrationTaskId Task, CourseId Course, string Words, GoalId? Goal) : Event;

        /// <summary>As the patient says it. A later answer stands in place of an earlier one; both stay in the journal.</summary>
        public sealed record TaskAnswered(IntegrationTaskId Task, bool Done, string? GotInTheWay) : Event;
    }
}
