using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Boosters;

public static partial class Booster
{
    public abstract record Event
    {
        private Event()
        {
        }

        /// <param name="Number">Counts up from 1 within the course.</param>
        /// <param name="Step">Id of the rung.</param>
        /// <param name="EarliestOn">Not sooner, in the clinic's zone.</param>
        /// <param name="LatestOn">As the rung foresees; nothing happens by itself when it passes.</param>
        /// <param name="LastMedicineOn">The medicine session the days were counted from.</param>
        /// <param name="DecidedBy">Who must all say yes, by the programme as it stood.</param>
        public sealed record Proposed(
            int Number, string Step, string Title, string Reason, DateOnly EarliestOn, DateOnly LatestOn, DateOnly LastMedicineOn, IReadOnlyList<Party> DecidedBy) : Event;

        public sealed record Decided(int Number, Party Party, bool Yes, string? Reason, StaffId? Staff) : Event;

        /// <summary>All have said yes: it may be booked.</summary>
        public sealed record Agreed(int Number) : Event;

        /// <summary>One has said no: it is over and cannot be booked.</summary>
        public sealed record Declined(int Number, Party Party) : Event;
    }
}
