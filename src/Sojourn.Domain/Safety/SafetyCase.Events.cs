using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Domain.Safety;

public static partial class SafetyCase
{
    public abstract record Event
    {
        public sealed record Opened(
            PersonId Person,
            string Reason,
            ConcernLevel Level,
            string? SourceWords,
            string? Source,
            Owner Owner,
            Owner Deputy,
            DateTimeOffset AcknowledgeBy,
            DateTimeOffset ActBy,
            bool CrisisHelpShown,
            DateTimeOffset HappenedAt) : Event;

        public sealed record Acknowledged(StaffId By, DateTimeOffset HappenedAt) : Event;

        public sealed record ActionRecorded(StaffId By, string Words, DateTimeOffset HappenedAt) : Event;

        /// <param name="AcknowledgeBy">Never later than it was while nobody had acknowledged the case.</param>
        /// <param name="ActBy">Never later than it was.</param>
        public sealed record Raised(ConcernLevel Was, ConcernLevel Now, string Why, DateTimeOffset AcknowledgeBy, DateTimeOffset ActBy, DateTimeOffset HappenedAt) : Event;

        public sealed record HandedOver(Owner From, Owner To, string Why, DateTimeOffset AcknowledgeBy, DateTimeOffset HappenedAt) : Event;

        /// <param name="To">The deputy, who is told.</param>
        /// <param name="WasAcknowledged">False: nobody had seen it in time. True: it was seen, but nothing was done in time.</param>
        public sealed record Escalated(Owner To, bool WasAcknowledged, DateTimeOffset HappenedAt) : Event;

        public sealed record Closed(StaffId By, string WhatWasDone, DateTimeOffset HappenedAt) : Event;
    }
}
