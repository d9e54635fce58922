using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Clinics;

public static partial class Clinic
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Founded(string Name, string TimeZone, string Phone, string CrisisLine, string EmergencyNumber, bool IsDemo, string? Preset = null) : Event;

        public sealed record SiteOpened(SiteId Site, string Name, string City, string Region, string Phone) : Event;

        public sealed record Described(string Name, string TimeZone, string Phone, string CrisisLine, string EmergencyNumber) : Event;

        public sealed record SiteDescribed(SiteId Site, string Name, string City, string Region, string Phone) : Event;

        public sealed record SiteClosed(SiteId Site, string Why) : Event;

        public sealed record RoomOpened(RoomId Room, SiteId Site, string Name, RoomUse Kind, int Chairs, bool ApprovedForMedicine) : Event;

        public sealed record RoomDescribed(RoomId Room, string Name, RoomUse Kind, int Chairs, bool ApprovedForMedicine) : Event;

        public sealed record RoomClosed(RoomId Room, string Why) : Event;

        public sealed record HoursSet(SiteId Site, IReadOnlyList<DayHours> Hours) : Event;

        public sealed record ClosedForDays(ClosedDaysId Days, SiteId Site, RoomId? Room, DateOnly From, DateOnly To, string Why) : Event;

        public sealed record OpenedAfterAll(ClosedDaysId Days) : Event;
    }
}
