using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Plans;

public static partial class Plan
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record GoalSet(GoalId Goal, string Words) : Event;

        public sealed record GoalDropped(GoalId Goal, string Why) : Event;

        /// <param name="Version">Counts up from 1.</param>
        /// <param name="Sessions">Medicine sessions of the induction together; 0 where none is given.</param>
        /// <param name="GapDays">Usual days between them; null where there is none or only one.</param>
        /// <param name="AgreementOf">Who must agree, by the programme as it stood.</param>
        /// <param name="Answers">The suggestion taken up; null for none.</param>
        public sealed record VersionProposed(
            int Version,
            string ProgrammeId,
            int ProgrammeVersion,
            int Sessions,
            int? GapDays,
            DoseBandName? Aim,
            DoseRoute? Route,
            IReadOnlyList<PlanLine> Lines,
            PlanTeam Team,
            IReadOnlyList<Difference> Differences,
            IReadOnlyList<Party> AgreementOf,
            string? Note,
            SuggestionId? Answers) : Event;

        public sealed record ChangeSuggested(SuggestionId Suggestion, string Words) : Event;

        /// <param name="Reply">The clinic's words; null where the new version says it all.</param>
        /// <param name="Version">The version that takes it up; null where it was answered with words only.</param>
        public sealed record SuggestionAnswered(SuggestionId Suggestion, string? Reply, int? Version) : Event;

        /// <param name="Staff">Who agreed for the clinic; null for the patient.</param>
        /// <param name="TypedName">The patient's signature; null for staff.</param>
        public sealed record Agreed(int Version, Party Party, StaffId? Staff, string? TypedName) : Event;

        public sealed record AgreementWithdrawn(int Version, Party Party, string? Reason) : Event;

        /// <summary>All who must have agreed; this version is in force until a later one is.</summary>
        public sealed record Activated(int Version) : Event;
    }
}
