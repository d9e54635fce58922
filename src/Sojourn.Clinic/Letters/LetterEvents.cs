using Sojourn.Clinic.Running;
using static Sojourn.Domain.Letters.Letter;

namespace Sojourn.Clinic.Letters;

internal sealed class LetterEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } = [EventName.Of<Event.Prepared>("letter.prepared"), EventName.Of<Event.Sent>("letter.sent")];
}

public static class LetterSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("letter", State.Initial, Decide, Evolve);
}
