using Sojourn.Clinic.Running;
using static Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Clinics;

internal sealed class ClinicEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Founded>("clinic.founded"),
        EventName.Of<Event.Described>("clinic.described"),
        EventName.Of<Event.SiteOpened>("clinic.site-opened"),
        EventName.Of<Event.SiteDescribed>("clinic.site-described"),
        EventName.Of<Event.SiteClosed>("clinic.site-closed"),
        EventName.Of<Event.RoomOpened>("clinic.room-opened"),
        EventName.Of<Event.RoomDescribed>("clinic.room-described"),
        EventName.Of<Event.RoomClosed>("clinic.room-closed"),
        EventName.Of<Event.HoursSet>("clinic.hours-set"),
        EventName.Of<Event.ClosedForDays>("clinic.closed-for-days"),
        EventName.Of<Event.OpenedAfterAll>("clinic.opened-after-all"),
    ];
}

public static class ClinicSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("clinic", State.Initial, Decide, Evolve);
}
