using System.Collections.Immutable;
using System.Diagnostics;

namespace Sojourn.Domain.Screening;

public static partial class Assessment
{
    /// <param name="Sections">Parts of the readiness form that were saved at least once.</param>
    /// <param name="Facts">The last answer to each question of the medical assessment.</param>
    /// <param name="Findings">Rules that hold, by id, as last recorded.</param>
    public sealed record State(
        ImmutableHashSet<ReadinessSection> Sections,
        bool ReadinessFinished,
        ImmutableHashSet<Guid> Treatments,
        ImmutableDictionary<string, FactAnswer> Facts,
        ImmutableDictionary<string, Finding> Findings)
    {
        public static State Initial { get; } = new([], false, [], ImmutableDictionary<string, FactAnswer>.Empty, ImmutableDictionary<string, Finding>.Empty);
    }

    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.ReadinessAnswered answered => state with { Sections = state.Sections.Add(answered.Section) },
        Event.ReadinessFinished => state with { ReadinessFinished = true },
        Event.TreatmentTriedRecorded tried => state with { Treatments = state.Treatments.Add(tried.Treatment.Id) },
        Event.TreatmentTriedRemoved removed => state with { Treatments = state.Treatments.Remove(removed.Id) },
        Event.FactsRecorded recorded => state with { Facts = state.Facts.SetItems(recorded.Answers.Select(answer => KeyValuePair.Create(answer.Fact, answer))) },
        Event.FindingRecorded recorded => state with { Findings = state.Findings.SetItem(recorded.Finding.Rule, recorded.Finding) },
        Event.FindingCleared cleared => state with { Findings = state.Findings.Remove(cleared.Rule) },
        Event.EligibilityDecided => state,
        _ => throw new UnreachableException($"{@event} is not folded"),
    };
}
