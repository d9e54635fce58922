using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Screening;

/// <summary>What an assessment comes to. The order is that in which it is settled: what is missing comes first.</summary>
public enum EligibilityOutcome
{
    /// <summary>Something that could exclude is not known yet.</summary>
    Incomplete,
    Excluded,
    Deferred,
    NeedsReview,
    Eligible,
}

/// <summary>A figure or answer that a finding rests on.</summary>
/// <param name="Fact">Id of the question; null for a medicine.</param>
/// <param name="Words">As people read it: "Systolic pressure at rest: 152 mmHg".</param>
/// <param name="From">Where it comes from: "vital signs", "asked".</param>
/// <param name="At">When it was so; null where that is not known.</param>
public sealed record Figure(string? Fact, string Words, string From, DateTimeOffset? At);

/// <summary>A rule of the programme that holds for this person.</summary>
/// <param name="Rule">Id of the eligibility or medicine rule: <c>E01</c>, <c>M09</c>.</param>
/// <param name="Condition">The rule itself, in the words of the programme's file, or what the medicine does.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="DeferDays">Days until it is looked at again; null when that is open.</param>
public sealed record Finding(
    string Rule,
    string Title,
    Verdict Verdict,
    string Condition,
    IReadOnlyList<Figure> Figures,
    string Source,
    string? Action,
    int? DeferDays,
    bool NoTakeHome,
    bool NoGroup)
{
    /// <summary>True when the same rule holds for the same figures with the same weight: nothing new to decide.</summary>
    public bool SaysTheSame(Finding other) =>
        Rule == other.Rule && Verdict == other.Verdict && Condition == other.Condition && Figures.Select(f => f.Words).SequenceEqual(other.Figures.Select(f => f.Words));
}

/// <summary>What the facts known now come to.</summary>
/// <param name="Findings">Rules that hold, strongest first.</param>
/// <param name="Missing">Questions without whose answer nobody may be found suitable.</param>
/// <param name="NotAsked">Further questions that some rule still hangs on.</param>
/// <param name="Stale">Answers too old to rely on, each with the days it was good for.</param>
/// <param name="LookAgainInDays">For a deferral: when to look again; null when that is open.</param>
public sealed record Evaluation(
    EligibilityOutcome Outcome,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<FactQuestion> Missing,
    IReadOnlyList<FactQuestion> NotAsked,
    IReadOnlyList<StaleAnswer> Stale,
    int? LookAgainInDays)
{
    public IEnumerable<Finding> Of(Verdict verdict) => Findings.Where(finding => finding.Verdict == verdict);
}

/// <param name="GoodForDays">By the programme's validity period.</param>
public sealed record StaleAnswer(FactAnswer Answer, int GoodForDays);
