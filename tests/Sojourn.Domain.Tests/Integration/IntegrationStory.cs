using Sojourn.Domain.Integration;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Tests.Integration;

internal static class IntegrationStory
{
    internal static readonly IntegrationTaskId Walk = new(Guid.CreateVersion7());
    internal static readonly CourseId Course = new(Guid.CreateVersion7());
    internal static readonly GoalId Sleep = new(Guid.CreateVersion7());

    internal static Spec<Integrating.Command, Integrating.State, Integrating.Event> Story { get; } = new(Integrating.Decide, Integrating.Evolve, Integrating.State.Initial);

    internal static Integrating.Command.Hold Hold(IntegrationChoice? choice = null, string? words = null) => new(" The kitchen of her grandmother ", " ", null, choice, words);

    internal static Integrating.Command.SetTask Set(string words = "Walk to the water", GoalId? goal = null) => new(Walk, Course, words, goal, [Sleep]);

    internal static Integrating.Event.TaskSet IsSet { get; } = new(Walk, Course, "Walk to the water", null);
}
