using Sojourn.Clinic.Running;
using static Sojourn.Domain.Waiting.WaitingPlace;

namespace Sojourn.Clinic.Waiting;

internal sealed class WaitingEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Put>("waiting.put"),
        EventName.Of<Event.Offered>("waiting.offered"),
        EventName.Of<Event.Passed>("waiting.passed"),
        EventName.Of<Event.Refilled>("waiting.refilled"),
        EventName.Of<Event.Ended>("waiting.ended"),
    ];
}

public static class WaitingSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("waiting", State.Initial, Decide, Evolve);
}
