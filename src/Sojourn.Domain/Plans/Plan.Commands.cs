using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Plans;

public static partial class Plan
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <summary>An end goal, in the patient's words. The same id again changes its words.</summary>
        public sealed record SetGoal(GoalId Goal, string Words) : Command;

        public sealed record DropGoal(GoalId Goal, string Why) : Command;

        /// <param name="Template">The programme as it stands now.</param>
        /// <param name="Reasons">Why the plan differs, by the id of the <see cref="Difference"/>.</param>
        /// <param name="Answers">The suggestion that this version takes up; null when it answers none.</param>
        public sealed record ProposeVersion(PlanTemplate Template, PlanTerms Terms, IReadOnlyDictionary<string, string> Reasons, string? Note, SuggestionId? Answers = null) : Command;

        public sealed record SuggestChange(SuggestionId Suggestion, string Words) : Command;

        /// <summary>Words instead of a new version.</summary>
        public sealed record AnswerSuggestion(SuggestionId Suggestion, string Reply) : Command;

        /// <param name="Version">The version that was read.</param>
        /// <param name="Staff">Who agrees for the clinic; null for the patient.</param>
        /// <param name="UnderMedicine">A dose was given to the patient and they have not been discharged.</param>
        /// <param name="Signed">The patient's typed name, and their names as registered; null for staff, who are signed in.</param>
        /// <param name="AllMeasured">Every questionnaire asked before the course is answered or declined; until then no version comes into force.</param>
        public sealed record Agree(int Version, Party Party, StaffId? Staff, CapacityLock UnderMedicine, Signed? Signed = null, bool AllMeasured = true) : Command;

        /// <summary>The last questionnaire asked before the course is in. Nothing happens where somebody has still to agree.</summary>
        public sealed record ComeIntoForce : Command;

        public sealed record WithdrawAgreement(int Version, Party Party, StaffId? Staff, string? Reason) : Command;
    }

    /// <param name="TypedName">As typed on the phone or on the clinic's tablet.</param>
    public sealed record Signed(string TypedName, SigningName Name);
}
