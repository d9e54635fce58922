using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Clinics;

public static partial class Clinic
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Founded(string Name, string TimeZone, string Phone, string CrisisLine, string EmergencyNumber, bool IsDemo) : Event;

        public sealed record SiteOpened(SiteId Site, string Name, string City, string Region, string Phone) : Event;

        public sealed record RoomOpened(RoomId Room, SiteId Site, string Name, RoomUse Kind, int Chairs, bool ApprovedForMedicine) : Event;

        public sealed record RoomClosed(RoomId Room, string Why) : Event;
    }
}
