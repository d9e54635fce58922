using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Screening;

public static partial class Assessment
{
    public abstract record Event
    {
        private Event()
        {
        }

        /// <param name="WorryingWords">Phrases found in what was written; empty for none.</param>
        public sealed record ReadinessAnswered(ReadinessSection Section, IReadOnlyList<Answer> Answers, IReadOnlyList<string> WorryingWords) : Event;

        public sealed record ReadinessFinished : Event;

        public sealed record TreatmentTriedRecorded(Treatment Treatment) : Event;

        public sealed record TreatmentTriedRemoved(Guid Id) : Event;

        public sealed record FactsRecorded(IReadOnlyList<FactAnswer> Answers) : Event;

        /// <summary>A rule of the programme began to hold, or holds for other figures.</summary>
        public sealed record FindingRecorded(Finding Finding, int ProgrammeVersion) : Event;

        /// <summary>A rule that held does not hold any longer.</summary>
        public sealed record FindingCleared(string Rule, string Title, int ProgrammeVersion) : Event;

        /// <param name="Findings">All that held when it was decided, with what was noted for each.</param>
        /// <param name="ValidUntil">Last day on which it may be relied on; null when it gives no leave to treat, or the programme sets no end.</param>
        public sealed record EligibilityDecided(
            EligibilityDecision Decision,
            EligibilityOutcome Outcome,
            string? Reason,
            IReadOnlyList<string> Conditions,
            DateOnly? RecheckOn,
            DateOnly? ValidUntil,
            string? PlainWords,
            string? Alternatives,
            string? Call,
            IReadOnlyList<FindingUsed> Findings,
            string Programme,
            int ProgrammeVersion,
            StaffId DecidedBy) : Event;
    }
}

/// <param name="Note">What the prescriber wrote about it; null where nothing had to be written.</param>
public sealed record FindingUsed(Finding Finding, string? Note);
