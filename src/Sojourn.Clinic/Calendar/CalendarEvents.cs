using Sojourn.Clinic.Running;
using static Sojourn.Domain.Calendar.Session;

namespace Sojourn.Clinic.Calendar;

internal sealed class CalendarEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Booked>("session.booked"),
        EventName.Of<Event.Proposed>("session.proposed"),
        EventName.Of<Event.Settled>("session.settled"),
        EventName.Of<Event.Moved>("session.moved"),
        EventName.Of<Event.Cancelled>("session.cancelled"),
        EventName.Of<Event.Arrived>("session.arrived"),
        EventName.Of<Event.Begun>("session.begun"),
        EventName.Of<Event.KeptLonger>("session.kept-longer"),
        EventName.Of<Event.Missed>("session.missed"),
        EventName.Of<Event.Held>("session.held"),
        EventName.Of<Event.EscortNamed>("session.escort-named"),
        EventName.Of<Event.NoDrivingPromised>("session.no-driving-promised"),
        EventName.Of<Event.RideCancelled>("session.ride-cancelled"),
    ];
}

public static class SessionSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("session", State.Initial, Decide, Evolve);
}
