using Sojourn.Clinic.Running;
using static Sojourn.Domain.Lanes.PlanLanes;

namespace Sojourn.Clinic.Lanes;

internal sealed class LaneEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Put>("lanes.put"),
        EventName.Of<Event.VisitLogged>("lanes.visit-logged"),
        EventName.Of<Event.NoneChosen>("lanes.none-chosen"),
        EventName.Of<Event.Ended>("lanes.ended"),
        EventName.Of<Event.TalkLinked>("lanes.talk-linked"),
        EventName.Of<Event.Struck>("lanes.struck"),
    ];
}

public static class LaneSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("lanes", State.Initial, Decide, Evolve);
}
