using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Measures;

public static partial class Measure
{
    /// <param name="At">When it was said, by the clock of whoever said it.</param>
    public abstract record Command(DateTimeOffset At)
    {
        /// <param name="Course">Null when it is asked outside any course.</param>
        /// <param name="Reason">Why it is asked, in words the patient reads.</param>
        /// <param name="Session">The session it belongs to; null when none.</param>
        /// <param name="OpensAt">Answers are taken from then on.</param>
        /// <param name="DueAt">Late from then on, but still taken.</param>
        /// <param name="ClosesAt">No answer is taken from then on.</param>
        /// <param name="Reader">Who reads the answers.</param>
        /// <param name="ReadWithinHours">Hours from finishing to reading; at least 1.</param>
        public sealed record Assign(
            DateTimeOffset At,
            PersonId Person,
            CourseId? Course,
            Instrument Instrument,
            string Reason,
            SessionId? Session,
            DateTimeOffset OpensAt,
            DateTimeOffset DueAt,
            DateTimeOffset ClosesAt,
            Owner Reader,
            int ReadWithinHours) : Command(At);

        /// <param name="Instrument">The instrument as read from its file.</param>
        /// <param name="Value">Null for a skip.</param>
        public sealed record Answer(DateTimeOffset At, Instrument Instrument, string Item, decimal? Value) : Command(At);

        /// <summary>All that is to be answered is answered or skipped; the score follows from the answers.</summary>
        public sealed record Finish(DateTimeOffset At, Instrument Instrument) : Command(At);

        /// <summary>The total only, for an instrument whose wording the clinic holds on paper or elsewhere.</summary>
        /// <param name="From">Where the total comes from.</param>
        public sealed record EnterTotal(DateTimeOffset At, Instrument Instrument, decimal Total, string From) : Command(At);

        public sealed record Decline(DateTimeOffset At, string Reason) : Command(At);

        /// <summary>The closing time has passed.</summary>
        public sealed record Lapse(DateTimeOffset At) : Command(At);

        /// <summary>Whoever was named to read the result has read it.</summary>
        public sealed record Read(DateTimeOffset At) : Command(At);
    }
}
