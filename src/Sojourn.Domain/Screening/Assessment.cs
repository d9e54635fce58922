using Sojourn.Domain.Inquiries;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Screening;

/// <summary>Whether a programme is right for a person: what they say, what is found, what a prescriber decides.</summary>
public static partial class Assessment
{
    public static Decision<Event> Decide(Command command, State state) => command switch
    {
        Command.AnswerReadiness answer => AnswerReadiness(answer),
        Command.RecordTreatment record => RecordTreatment(record, state),
        Command.RemoveTreatment remove => state.Treatments.Contains(remove.Id)
            ? new Event.TreatmentTriedRemoved(remove.Id)
            : Refuse("screening.no-such-treatment", "This treatment is not on the list any longer."),
        Command.FinishReadiness => FinishReadiness(state),
        Command.RecordFacts record => RecordFacts(record, state),
        Command.WeighAgain again => Accept([.. Weighed(Known(state.Facts.Values, again.OnRecord), again.OnRecord.Medicines, again.Rules, again.At, state)]),
        Command.Decide decide => DecideEligibility(decide, state),
        _ => Refuse("screening.not-understood", $"{command.GetType().Name} cannot be done to an assessment."),
    };

    private static Decision<Event> AnswerReadiness(Command.AnswerReadiness answer)
    {
        var given = answer.Answers.Where(a => !string.IsNullOrWhiteSpace(a.Value)).Select(a => a with { Value = a.Value.Trim() }).ToList();
        var reasons = Readiness.Check(answer.Section, given, answer.Today);
        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.ReadinessAnswered(answer.Section, given, [.. given.SelectMany(a => WorryingWords.In(a.Value)).Distinct(StringComparer.Ordinal)]);
    }

    private static Decision<Event> RecordTreatment(Command.RecordTreatment record, State state)
    {
        if (state.Treatments.Contains(record.Treatment.Id))
        {
            return Accept<Event>();
        }

        return string.IsNullOrWhiteSpace(record.Treatment.Name)
            ? Refuse([new("screening.no-treatment", "Write what it was: the name of the medicine or the kind of therapy.", Field: "name")])
            : new Event.TreatmentTriedRecorded(record.Treatment with { Name = record.Treatment.Name.Trim() });
    }

    private static Decision<Event> FinishReadiness(State state)
    {
        if (state.ReadinessFinished)
        {
            return Accept<Event>();
        }

        var left = Enum.GetValues<ReadinessSection>().Where(section => !state.Sections.Contains(section)).ToList();
        return left.Count == 0
            ? new Event.ReadinessFinished()
            : Refuse([.. left.Select(section => new Refusal(
                "screening.section-not-seen",
                $"“{Readiness.Title(section)}” has not been opened yet. You may leave every question in it empty.",
                new Remedy(Readiness.Title(section), $"my/readiness/{Word(section)}")))]);
    }

    private static Decision<Event> RecordFacts(Command.RecordFacts record, State state)
    {
        var reasons = record.Answers.Select(answer => record.Rules.Question(answer.Fact) is { } question
            ? FactAnswer.Wrong(question, answer.Value, answer.At)
            : new Refusal("screening.no-such-question", $"The programme asks no question “{answer.Fact}”.", Field: $"fact-{answer.Fact}"))
            .OfType<Refusal>()
            .ToList();
        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var news = record.Answers.Where(answer => !state.Facts.TryGetValue(answer.Fact, out var said) || IsNews(answer, said, record.Rules)).ToList();
        var known = Known(state.Facts.SetItems(news.Select(answer => KeyValuePair.Create(answer.Fact, answer))).Values, record.OnRecord);
        var findings = Weighed(known, record.OnRecord.Medicines, record.Rules, record.At, state);
        return Accept<Event>([.. news.Count > 0 ? [new Event.FactsRecorded(news)] : Array.Empty<Event>(), .. findings]);
    }

    /// <summary>The same answer again is no news, unless the old one had become too old to rely on.</summary>
    private static bool IsNews(FactAnswer answer, FactAnswer before, Ruleset rules) =>
        answer.Value != before.Value || answer.From != before.From || Validity.Stale(rules, before, answer.At) is not null;

    /// <summary>Of what was asked and what the record says, the newer; what is not known gives way to what is.</summary>
    public static IReadOnlyList<FactAnswer> Known(IEnumerable<FactAnswer> asked, OnRecord onRecord) =>
        [.. asked.Concat(onRecord.Facts).GroupBy(answer => answer.Fact, StringComparer.Ordinal).Select(same => same.OrderBy(answer => answer.Value is null).ThenByDescending(answer => answer.At).First())];

    private static IEnumerable<Event> Weighed(IReadOnlyList<FactAnswer> known, IReadOnlyList<string> medicines, Ruleset rules, DateTimeOffset at, State state)
    {
        var found = Eligibility.Evaluate(rules, known, medicines, at).Findings;
        foreach (var finding in found.Where(finding => !state.Findings.TryGetValue(finding.Rule, out var before) || !before.SaysTheSame(finding)))
        {
            yield return new Event.FindingRecorded(finding, rules.Version);
        }

        foreach (var (rule, before) in state.Findings.Where(before => found.All(finding => finding.Rule != before.Key)).OrderBy(before => before.Key, StringComparer.Ordinal))
        {
            yield return new Event.FindingCleared(rule, before.Title, rules.Version);
        }
    }

    internal static string Word(ReadinessSection section) => section.ToString().ToLowerInvariant();
}
