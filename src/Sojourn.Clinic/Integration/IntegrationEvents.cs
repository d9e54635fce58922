using Sojourn.Clinic.Running;
using static Sojourn.Domain.Integration.Integrating;

namespace Sojourn.Clinic.Integration;

internal sealed class IntegrationEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Held>("integration.held"),
        EventName.Of<Event.TaskSet>("integration.task-set"),
        EventName.Of<Event.TaskAnswered>("integration.task-answered"),
    ];
}

public static class IntegrationSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("integration", State.Initial, Decide, Evolve);
}
