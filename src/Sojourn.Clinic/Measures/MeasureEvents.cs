using Sojourn.Clinic.Running;
using static Sojourn.Domain.Measures.Measure;

namespace Sojourn.Clinic.Measures;

internal sealed class MeasureEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Assigned>("measure.assigned"),
        EventName.Of<Event.Answered>("measure.answered"),
        EventName.Of<Event.Finished>("measure.finished"),
        EventName.Of<Event.Declined>("measure.declined"),
        EventName.Of<Event.Lapsed>("measure.lapsed"),
        EventName.Of<Event.Read>("measure.read"),
    ];
}

public static class MeasureSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("measure", State.Initial, Decide, Evolve);
}
