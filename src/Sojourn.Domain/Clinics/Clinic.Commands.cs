using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Clinics;

public static partial class Clinic
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="TimeZone">IANA name: <c>America/Edmonton</c>.</param>
        /// <param name="IsDemo">True: all people are invented and every screen says so.</param>
        public sealed record Found(string Name, string TimeZone, string Phone, string CrisisLine, string EmergencyNumber, bool IsDemo, string? Preset = null) : Command;

        /// <summary>The whole of what the clinic says about itself, changed or not.</summary>
        public sealed record Describe(string Name, string TimeZone, string Phone, string CrisisLine, string EmergencyNumber) : Command;

        public sealed record OpenSite(SiteId Site, string Name, string City, string Region, string Phone) : Command;

        public sealed record DescribeSite(SiteId Site, string Name, string City, string Region, string Phone) : Command;

        public sealed record CloseSite(SiteId Site, string Why) : Command;

        public sealed record OpenRoom(RoomId Room, SiteId Site, string Name, RoomUse Kind, int Chairs, bool ApprovedForMedicine) : Command;

        /// <param name="MedicineAhead">Medicine sessions that are booked in the room; a room that is approved no longer cannot hold them.</param>
        public sealed record DescribeRoom(RoomId Room, string Name, RoomUse Kind, int Chairs, bool ApprovedForMedicine, int MedicineAhead = 0) : Command;

        /// <param name="BookedAhead">Visits that are booked in the room, now or later.</param>
        public sealed record CloseRoom(RoomId Room, string Why, int BookedAhead = 0) : Command;

        /// <summary>The whole week of a site; empty: its hours are not stated, and it takes bookings at any time.</summary>
        public sealed record SetHours(SiteId Site, IReadOnlyList<DayHours> Hours) : Command;

        /// <summary>Closes a site, or one of its rooms, for some days; visits that are booked there then are somebody's task.</summary>
        /// <param name="Room">Null: the whole site.</param>
        /// <param name="From">The first closed day.</param>
        /// <param name="To">The last closed day.</param>
        /// <param name="Today">By the clinic's clock.</param>
        public sealed record CloseForDays(ClosedDaysId Days, SiteId Site, RoomId? Room, DateOnly From, DateOnly To, string Why, DateOnly Today) : Command;

        /// <summary>These days are open after all.</summary>
        public sealed record OpenAfterAll(ClosedDaysId Days) : Command;
    }
}
