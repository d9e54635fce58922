using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Calendar;

public static partial class Session
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Booked(Visit Visit, Place Place, string? Note) : Event;

        public sealed record Proposed(Visit Visit, SiteId Site, DateTimeOffset WindowFrom, DateTimeOffset WindowTo) : Event;

        public sealed record Settled(Place Place, SessionFormat? Format = null) : Event;

        public sealed record Moved(Place Place, string Why, SessionFormat? Format = null) : Event;

        public sealed record Cancelled(SessionKind Kind, string Why) : Event;

        public sealed record Arrived(DateTimeOffset At) : Event;

        public sealed record Begun(DateTimeOffset At) : Event;

        public sealed record KeptLonger(DateTimeOffset Until) : Event;

        public sealed record Missed(string? Note) : Event;

        public sealed record Held(SessionKind Kind, DateTimeOffset At, string? Note) : Event;

        public sealed record EscortNamed(string Name, string Phone, string Relation, bool IsAdult) : Event;

        public sealed record NoDrivingPromised : Event;

        public sealed record RideCancelled(string Why) : Event;
    }
}
