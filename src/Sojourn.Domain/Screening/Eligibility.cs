using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Screening;

/// <summary>Weighs facts and medicines by a programme's rules. It finds; a prescriber decides.</summary>
public static class Eligibility
{
    /// <summary>In this order: what could exclude and is not known, what excludes, what defers, what asks for review, nothing.</summary>
    /// <param name="answers">At most one for each fact.</param>
    /// <param name="medicines">Those taken now, as entered: "Sertraline 50 mg".</param>
    public static Evaluation Evaluate(Ruleset rules, IReadOnlyCollection<FactAnswer> answers, IReadOnlyCollection<string> medicines, DateTimeOffset at)
    {
        var stale = answers.Select(answer => Validity.Stale(rules, answer, at)).OfType<StaleAnswer>().ToList();
        var fresh = answers.Except(stale.Select(s => s.Answer)).ToDictionary(answer => answer.Fact, StringComparer.Ordinal);
        var facts = fresh.Values.Where(answer => answer.Known is not null).ToDictionary(answer => answer.Fact, answer => answer.Known!, StringComparer.Ordinal);

        var weighed = rules.Rules.Select(rule => (Rule: rule, Truth: rule.When.Over(facts))).ToList();
        var findings = weighed.Where(w => w.Truth == Truth.Yes).Select(w => Found(rules, w.Rule, fresh))
            .Concat(rules.MedicineRules.Select(rule => Found(rules, rule, medicines)).OfType<Finding>())
            .OrderByDescending(finding => finding.Verdict)
            .ToList();
        var missing = Unknown(weighed.Where(w => w is { Truth: Truth.Unknown, Rule.BlocksUnanswered: true }).Select(w => w.Rule));
        var notAsked = Unknown(weighed.Where(w => w.Truth == Truth.Unknown).Select(w => w.Rule)).Except(missing).ToList();

        var outcome = missing.Count > 0 ? EligibilityOutcome.Incomplete : findings.FirstOrDefault()?.Verdict switch
        {
            Verdict.Exclude => EligibilityOutcome.Excluded,
            Verdict.Defer => EligibilityOutcome.Deferred,
            Verdict.Review => EligibilityOutcome.NeedsReview,
            _ => EligibilityOutcome.Eligible,
        };
        return new Evaluation(outcome, findings, missing, notAsked, stale, findings.Where(finding => finding.Verdict == Verdict.Defer).Max(finding => finding.DeferDays));

        List<FactQuestion> Unknown(IEnumerable<EligibilityRule> open) =>
            [.. open.SelectMany(rule => rule.When.Facts()).Where(fact => !facts.ContainsKey(fact)).Distinct(StringComparer.Ordinal).Select(rules.Question).OfType<FactQuestion>()];
    }

    private static Finding Found(Ruleset rules, EligibilityRule rule, Dictionary<string, FactAnswer> answers)
    {
        var figures = rule.When.Facts()
            .Select(fact => (Question: rules.Question(fact), Answer: answers.GetValueOrDefault(fact)))
            .Where(known => known is { Question: not null, Answer.Value: not null })
            .Select(known => new Figure(known.Question!.Id, $"{known.Question.Question} {known.Answer!.Words(known.Question)}", known.Answer.From, known.Answer.At));
        return new Finding(
            rule.Id, rule.Title, rule.Verdict, rule.When.Words(), [.. figures], rule.Source.ToString(), rule.Action, rule.DeferDays, rule.NoTakeHome, rule.NoGroup);
    }

    private static Finding? Found(Ruleset rules, MedicineRule rule, IReadOnlyCollection<string> medicines)
    {
        var taken = medicines.Where(rule.Matches).ToList();
        var matters = rule.Routes.Count == 0 || rule.Routes.Any(rules.Routes.Contains);
        return taken.Count > 0 && matters
            ? new Finding(
                rule.Id,
                rule.Class,
                rule.Verdict,
                rule.Effect,
                [.. taken.Select(medicine => new Figure(null, medicine, "medicines", null))],
                rule.Source.ToString(),
                rule.Action,
                rule.DeferDays,
                NoTakeHome: false,
                NoGroup: false)
            : null;
    }
}
