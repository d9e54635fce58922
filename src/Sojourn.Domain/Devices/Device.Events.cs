using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Devices;

public static partial class Device
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record Registered(string Name, string Sender, RoomId Room, string TimeZone, int ChartEverySeconds, IReadOnlyDictionary<string, string> Channels, DateTimeOffset At) : Event;

        public sealed record Moved(RoomId Room, DateTimeOffset At) : Event;

        public sealed record Retired(string Why, DateTimeOffset At) : Event;

        public sealed record Bound(SessionId Session, PersonId Person, StaffId By, DateTimeOffset At) : Event;

        /// <param name="By">Null when the session ended.</param>
        public sealed record Released(SessionId Session, StaffId? By, DateTimeOffset At) : Event;

        /// <summary>A whole message, with what became of each value in it.</summary>
        /// <param name="Session">Null when nothing of it is charted.</param>
        /// <param name="Raw">As it came.</param>
        public sealed record MessageTaken(
            string ControlId, DateTimeOffset At, SessionId? Session, PersonId? Person, IReadOnlyList<Judged> Readings, int NoReadings, int NotRead, bool Simulated, string Raw) : Event;

        /// <param name="Answer">AE or AR.</param>
        /// <param name="From">Network address.</param>
        public sealed record MessageRefused(string Answer, string Why, string? ControlId, string Sender, string From, DateTimeOffset At) : Event;

        /// <param name="Sender">Under which name; null for all of this stream.</param>
        /// <param name="Fault">For which reason they were refused; null for every reason.</param>
        /// <param name="Words">Why nothing more is needed; null in what was recorded before that was asked.</param>
        public sealed record RefusalsSeen(StaffId By, DateTimeOffset At, string? Sender = null, string? Fault = null, string? Words = null) : Event;

        public sealed record UnclaimedLeft(StaffId By, DateTimeOffset At, string Words) : Event;
    }
}
