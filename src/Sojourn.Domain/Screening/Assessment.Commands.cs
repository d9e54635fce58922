using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Screening;

public static partial class Assessment
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <summary>One part of the readiness form, as it stands now; said again it replaces what was said.</summary>
        public sealed record AnswerReadiness(ReadinessSection Section, IReadOnlyList<Answer> Answers, DateOnly Today) : Command;

        public sealed record RecordTreatment(Treatment Treatment) : Command;

        /// <summary>A treatment that was written down by mistake.</summary>
        public sealed record RemoveTreatment(Guid Id) : Command;

        public sealed record FinishReadiness : Command;

        /// <summary>Answers of the medical assessment, weighed at once together with what the record says.</summary>
        public sealed record RecordFacts(IReadOnlyList<FactAnswer> Answers, OnRecord OnRecord, Ruleset Rules, DateTimeOffset At) : Command;

        /// <summary>The record has changed: a medicine, a vital sign, a score.</summary>
        public sealed record WeighAgain(OnRecord OnRecord, Ruleset Rules, DateTimeOffset At) : Command;

        /// <param name="Course">For the links of a refusal.</param>
        public sealed record Decide(Eligible Eligible, CourseId Course, OnRecord OnRecord, Ruleset Rules, StaffId By, DateTimeOffset At) : Command;
    }
}

/// <summary>What the person's record answers by itself.</summary>
/// <param name="Medicines">Those taken now, as entered.</param>
public sealed record OnRecord(IReadOnlyList<FactAnswer> Facts, IReadOnlyList<string> Medicines)
{
    public static OnRecord Nothing { get; } = new([], []);
}

public enum EligibilityDecision
{
    Suitable,
    SuitableWithConditions,
    NotNow,
    NotSuitable,
}

/// <summary>What a prescriber decides.</summary>
/// <param name="Reason">For the record. Needed when it is not now or not suitable.</param>
/// <param name="Notes">By rule id: what was weighed for each finding that asks for review.</param>
/// <param name="Conditions">Each appears in the start checklist of every medicine session.</param>
/// <param name="RecheckOn">When to look again; needed when it is not now.</param>
/// <param name="PlainWords">What the person reads. Needed when it is not now or not suitable.</param>
/// <param name="Alternatives">What else may help; needed when it is not suitable.</param>
/// <param name="Call">Whom the person may call about it.</param>
public sealed record Eligible(
    EligibilityDecision Decision,
    string? Reason,
    IReadOnlyDictionary<string, string> Notes,
    IReadOnlyList<string> Conditions,
    DateOnly? RecheckOn,
    string? PlainWords,
    string? Alternatives,
    string? Call);
