using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Devices;

public static partial class Device
{
    public abstract record Command(DateTimeOffset At)
    {
        /// <param name="Sender">By what its messages are known: the universal id in MSH-3, else application and facility.</param>
        /// <param name="TimeZone">IANA name of the zone that its clock shows.</param>
        /// <param name="ChartEverySeconds">Between two charted values of what is measured all the time; 1 to 3600, both included.</param>
        /// <param name="Channels">Measure → channel, where a device measures the same thing twice.</param>
        /// <param name="SenderIsTaken">Another device in use sends by that name.</param>
        public sealed record Register(
            DateTimeOffset At, string Name, string Sender, RoomId Room, string TimeZone, int ChartEverySeconds, IReadOnlyDictionary<string, string> Channels, bool SenderIsTaken) : Command(At);

        public sealed record Move(DateTimeOffset At, RoomId Room) : Command(At);

        public sealed record Retire(DateTimeOffset At, string Why) : Command(At);

        /// <param name="Room">Of the session.</param>
        /// <param name="IsOpen">The person is here and has not gone home.</param>
        public sealed record Bind(DateTimeOffset At, StaffId By, SessionId Session, PersonId Person, RoomId? Room, bool IsOpen) : Command(At);

        /// <param name="Session">From which; null for whichever it is.</param>
        /// <param name="By">Null when the session ended.</param>
        public sealed record Release(DateTimeOffset At, SessionId? Session, StaffId? By) : Command(At);

        /// <param name="IsThem">The device names no patient, or an identifier of the person it is bound to.</param>
        public sealed record Take(DateTimeOffset At, Sent Sent, bool IsThem) : Command(At);

        /// <summary>A message that was not taken, for people to see.</summary>
        public sealed record ListRefusal(DateTimeOffset At, string Answer, string Why, string? ControlId, string Sender, string From) : Command(At);

        /// <summary>Messages that were not taken for one reason, under one name, need nothing more; the words say why not.</summary>
        public sealed record SetAside(DateTimeOffset At, StaffId By, string Sender, string Fault, string Words) : Command(At);

        /// <summary>What it sends while it watches nobody needs nobody; the words say why. Until it is bound.</summary>
        public sealed record LeaveUnclaimed(DateTimeOffset At, StaffId By, string Words) : Command(At);
    }
}
