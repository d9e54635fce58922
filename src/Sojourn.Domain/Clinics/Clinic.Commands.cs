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
        public sealed record Found(string Name, string TimeZone, string Phone, string CrisisLine, string EmergencyNumber, bool IsDemo) : Command;

        public sealed record OpenSite(SiteId Site, string Name, string City, string Region, string Phone) : Command;

        public sealed record OpenRoom(RoomId Room, SiteId Site, string Name, RoomUse Kind, int Chairs, bool ApprovedForMedicine) : Command;

        public sealed record CloseRoom(RoomId Room, string Why) : Command;
    }
}
