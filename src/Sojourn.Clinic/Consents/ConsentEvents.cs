using Sojourn.Clinic.Running;
using static Sojourn.Domain.Consents.Consent;

namespace Sojourn.Clinic.Consents;

internal sealed class ConsentEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Given>("consent.given"),
        EventName.Of<Event.Withdrawn>("consent.withdrawn"),
    ];
}

public static class ConsentSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("consent", State.Initial, Decide, Evolve);
}
