using Sojourn.Clinic.Running;
using static Sojourn.Domain.Matching.Match;

namespace Sojourn.Clinic.Matching;

internal sealed class MatchingEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Answered>("matching.answered"),
        EventName.Of<Event.Chosen>("matching.chosen"),
        EventName.Of<Event.Confirmed>("matching.confirmed"),
        EventName.Of<Event.Declined>("matching.declined"),
    ];
}

public static class MatchingSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("matching", State.Initial, Decide, Evolve);
}
