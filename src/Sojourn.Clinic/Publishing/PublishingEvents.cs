using Sojourn.Clinic.Running;
using static Sojourn.Domain.Publishing.ProgrammeVersions;

namespace Sojourn.Clinic.Publishing;

internal sealed class PublishingEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.DraftSaved>("programme.draft-saved"),
        EventName.Of<Event.DraftDropped>("programme.draft-dropped"),
        EventName.Of<Event.LeadsNamed>("programme.leads-named"),
        EventName.Of<Event.Approved>("programme.approved"),
        EventName.Of<Event.Published>("programme.published"),
        EventName.Of<Event.Tried>("programme.tried"),
        EventName.Of<Event.PilotAgreed>("programme.pilot-agreed"),
        EventName.Of<Event.PilotOpened>("programme.pilot-opened"),
        EventName.Of<Event.Withdrawn>("programme.withdrawn"),
    ];
}

public static class PublishingSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("programme", State.Initial, Decide, Evolve);

    /// <summary>The stream of a programme's versions.</summary>
    public static Guid IdOf(string programme) => DerivedId.From($"programme {programme}");
}
