using Sojourn.Clinic.Running;
using static Sojourn.Domain.Boosters.Booster;

namespace Sojourn.Clinic.Boosters;

internal sealed class BoosterEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Proposed>("booster.proposed"),
        EventName.Of<Event.Decided>("booster.decided"),
        EventName.Of<Event.Agreed>("booster.agreed"),
        EventName.Of<Event.Declined>("booster.declined"),
    ];
}

public static class BoosterSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("booster", State.Initial, Decide, Evolve);
}
