using System.Globalization;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Screening;

public static partial class Assessment
{
    private static Decision<Event> DecideEligibility(Command.Decide decide, State state)
    {
        var known = Known(state.Facts.Values, decide.OnRecord);
        var evaluation = Eligibility.Evaluate(decide.Rules, known, decide.OnRecord.Medicines, decide.At);
        var eligible = decide.Eligible;
        var treats = eligible.Decision is EligibilityDecision.Suitable or EligibilityDecision.SuitableWithConditions;
        var reasons = treats ? WhyNotSuitable(evaluation, decide).Concat(ConditionsFit(eligible)).ToList() : [.. SaidKindly(eligible, decide.At)];
        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var decided = new Event.EligibilityDecided(
            eligible.Decision,
            evaluation.Outcome,
            Said(eligible.Reason),
            treats ? [.. eligible.Conditions.Select(Said).OfType<string>()] : [],
            eligible.Decision == EligibilityDecision.NotNow ? eligible.RecheckOn : null,
            treats ? Validity.Until(decide.Rules, known, decide.At) : null,
            Said(eligible.PlainWords),
            Said(eligible.Alternatives),
            Said(eligible.Call),
            [.. evaluation.Findings.Select(finding => new FindingUsed(finding, Said(eligible.Notes.GetValueOrDefault(finding.Rule))))],
            decide.Rules.Programme,
            decide.Rules.Version,
            decide.By);
        return Accept<Event>([.. Weighed(known, decide.OnRecord.Medicines, decide.Rules, decide.At, state), decided]);
    }

    private static IEnumerable<Refusal> WhyNotSuitable(Evaluation evaluation, Command.Decide decide)
    {
        var page = $"courses/{decide.Course.Value:D}/screening";
        foreach (var question in evaluation.Missing)
        {
            var stale = evaluation.Stale.FirstOrDefault(old => old.Answer.Fact == question.Id);
            var sentence = stale is null
                ? $"Not answered yet: {question.Question}"
                : string.Create(CultureInfo.InvariantCulture, $"Too old to rely on, it was good for {stale.GoodForDays} days: {question.Question}");
            yield return new("screening.incomplete", sentence, new Remedy("Answer it", $"{page}#fact-{question.Id}"));
        }

        foreach (var finding in evaluation.Of(Verdict.Exclude))
        {
            yield return new(
                "screening.excluded",
                $"{finding.Title} ({finding.Rule}) excludes treatment while it holds. Correct the answer if it is wrong, or decide not now or not suitable.",
                new Remedy("The finding", $"{page}#finding-{finding.Rule}"));
        }

        foreach (var finding in evaluation.Of(Verdict.Defer))
        {
            yield return new(
                "screening.deferred",
                $"{finding.Title} ({finding.Rule}) defers treatment while it holds. Decide not now with a date to look again, or record the answer that has changed.",
                new Remedy("The finding", $"{page}#finding-{finding.Rule}"));
        }

        foreach (var finding in evaluation.Of(Verdict.Review).Where(finding => Said(decide.Eligible.Notes.GetValueOrDefault(finding.Rule)) is null))
        {
            yield return new(
                "screening.finding-not-weighed",
                $"Write what you weighed about {finding.Title} ({finding.Rule}).",
                new Remedy("The finding", $"{page}#finding-{finding.Rule}"),
                $"note-{finding.Rule}");
        }
    }

    private static IEnumerable<Refusal> ConditionsFit(Eligible eligible)
    {
        var conditions = eligible.Conditions.Any(condition => Said(condition) is not null);
        if (eligible.Decision == EligibilityDecision.SuitableWithConditions && !conditions)
        {
            yield return new("screening.no-condition", "Write at least one condition, or decide “suitable” without any.", Field: "conditions");
        }

        if (eligible.Decision == EligibilityDecision.Suitable && conditions)
        {
            yield return new("screening.conditions-with-suitable", "Conditions were written. Decide “suitable with conditions”, so that they appear before each session.", Field: "decision");
        }
    }

    private static IEnumerable<Refusal> SaidKindly(Eligible eligible, DateTimeOffset at)
    {
        if (Said(eligible.Reason) is null)
        {
            yield return new("screening.no-reason", "Write the reason for the record.", Field: "reason");
        }

        if (Said(eligible.PlainWords) is null)
        {
            yield return new("screening.no-plain-words", "Write what the person will read, in plain and kind words.", Field: "plain-words");
        }

        if (Said(eligible.Call) is null)
        {
            yield return new("screening.nobody-to-call", "Write whom the person may call about it.", Field: "call");
        }

        if (eligible.Decision == EligibilityDecision.NotSuitable && Said(eligible.Alternatives) is null)
        {
            yield return new("screening.no-alternatives", "Write what else may help this person.", Field: "alternatives");
        }

        var today = DateOnly.FromDateTime(at.UtcDateTime);
        if (eligible.Decision == EligibilityDecision.NotNow && !(eligible.RecheckOn > today && eligible.RecheckOn <= today.AddYears(2)))
        {
            yield return new("screening.no-recheck", "Give the day on which to look again: after today, within two years.", Field: "recheck-on");
        }
    }

    private static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();
}
