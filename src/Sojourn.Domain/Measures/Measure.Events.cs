using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Measures;

public static partial class Measure
{
    public abstract record Event
    {
        public sealed record Assigned(
            PersonId Person,
            CourseId? Course,
            string Instrument,
            int InstrumentVersion,
            string InstrumentHash,
            string Reason,
            SessionId? Session,
            DateTimeOffset OpensAt,
            DateTimeOffset DueAt,
            DateTimeOffset ClosesAt,
            Owner Reader,
            int ReadWithinHours) : Event;

        /// <param name="Value">Null for a skip.</param>
        /// <param name="Flags">Safety flags that this answer raised and no answer before it.</param>
        /// <param name="HappenedAt">When it was answered.</param>
        public sealed record Answered(string Item, decimal? Value, IReadOnlyList<Flag> Flags, DateTimeOffset HappenedAt) : Event;

        /// <param name="Flags">All that the final answers raise; a safety flag raised on the way and then corrected is in <see cref="Answered"/> only.</param>
        /// <param name="TakenFrom">Where the total was taken from, when the questions were not answered here; null otherwise.</param>
        /// <param name="ReadBy">Somebody must have read it by then.</param>
        public sealed record Finished(
            decimal? Total,
            string? WhyNoTotal,
            string? Band,
            bool Prorated,
            IReadOnlyList<Flag> Flags,
            IReadOnlyList<PartScore> Parts,
            IReadOnlyList<string> Missing,
            string? TakenFrom,
            DateTimeOffset HappenedAt,
            DateTimeOffset ReadBy) : Event;

        public sealed record Declined(string Reason, DateTimeOffset HappenedAt) : Event;

        /// <param name="AnswersGiven">Answers that were saved before it closed; they stay in the record.</param>
        public sealed record Lapsed(DateTimeOffset HappenedAt, int AnswersGiven) : Event;

        public sealed record Read(DateTimeOffset HappenedAt) : Event;
    }
}
