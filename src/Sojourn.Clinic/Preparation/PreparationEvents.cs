using Sojourn.Clinic.Running;
using static Sojourn.Domain.Preparation.Preparing;

namespace Sojourn.Clinic.Preparation;

internal sealed class PreparationEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.ItemDone>("preparation.item-done"),
        EventName.Of<Event.ItemUndone>("preparation.item-undone"),
        EventName.Of<Event.IntentionSet>("preparation.intention-set"),
        EventName.Of<Event.DirectiveSaid>("preparation.directive-said"),
        EventName.Of<Event.UnderstandingAnswered>("preparation.understanding-answered"),
        EventName.Of<Event.Understood>("preparation.understood"),
    ];
}

public static class PreparationSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("preparation", State.Initial, Decide, Evolve);
}
