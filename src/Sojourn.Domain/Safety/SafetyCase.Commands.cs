using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Domain.Safety;

public static partial class SafetyCase
{
    /// <param name="At">When it was said, by the clock of whoever said it.</param>
    public abstract record Command(DateTimeOffset At)
    {
        /// <param name="Reason">What the concern is, in a sentence.</param>
        /// <param name="SourceWords">The question and answer, or the person's own words; null when there are none.</param>
        /// <param name="Source">The stream it comes from, <c>measure/ID</c>; null when a person raised it.</param>
        /// <param name="AcknowledgeBy">The deputy is told when nobody has acknowledged it by then.</param>
        /// <param name="ActBy">The deputy is told when nothing was done by then.</param>
        /// <param name="CrisisHelpShown">True when the person was shown whom to call at once.</param>
        public sealed record Open(
            DateTimeOffset At,
            PersonId Person,
            string Reason,
            ConcernLevel Level,
            string? SourceWords,
            string? Source,
            Owner Owner,
            Owner Deputy,
            DateTimeOffset AcknowledgeBy,
            DateTimeOffset ActBy,
            bool CrisisHelpShown) : Command(At);

        public sealed record Acknowledge(DateTimeOffset At, StaffId By) : Command(At);

        public sealed record RecordAction(DateTimeOffset At, StaffId By, string Words) : Command(At);

        /// <summary>The concern is graver than it was, and its clocks start again. Never less grave: that is for the closing words.</summary>
        /// <param name="AcknowledgeBy">Somebody has seen the graver level by then.</param>
        /// <param name="ActBy">Something was done about it by then.</param>
        public sealed record Raise(DateTimeOffset At, ConcernLevel To, string Why, DateTimeOffset AcknowledgeBy, DateTimeOffset ActBy) : Command(At);

        /// <param name="AcknowledgeBy">The new owner acknowledges by then.</param>
        public sealed record HandOver(DateTimeOffset At, Owner To, string Why, DateTimeOffset AcknowledgeBy) : Command(At);

        /// <summary>The clock was looked at; when it is late, the deputy is told, once for each of its two times.</summary>
        public sealed record Escalate(DateTimeOffset At) : Command(At);

        public sealed record Close(DateTimeOffset At, StaffId By, string WhatWasDone) : Command(At);
    }
}
