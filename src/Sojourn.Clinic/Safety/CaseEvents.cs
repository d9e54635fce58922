using Sojourn.Clinic.Running;
using static Sojourn.Domain.Safety.SafetyCase;

namespace Sojourn.Clinic.Safety;

internal sealed class CaseEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Opened>("case.opened"),
        EventName.Of<Event.Acknowledged>("case.acknowledged"),
        EventName.Of<Event.ActionRecorded>("case.action-recorded"),
        EventName.Of<Event.Raised>("case.raised"),
        EventName.Of<Event.HandedOver>("case.handed-over"),
        EventName.Of<Event.Escalated>("case.escalated"),
        EventName.Of<Event.Closed>("case.closed"),
    ];
}

public static class CaseSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("case", State.Initial, Decide, Evolve);
}
