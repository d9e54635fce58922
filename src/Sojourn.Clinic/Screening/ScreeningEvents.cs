using Sojourn.Clinic.Running;
using static Sojourn.Domain.Screening.Assessment;

namespace Sojourn.Clinic.Screening;

internal sealed class ScreeningEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.ReadinessAnswered>("screening.readiness-answered"),
        EventName.Of<Event.ReadinessFinished>("screening.readiness-finished"),
        EventName.Of<Event.TreatmentTriedRecorded>("screening.treatment-tried-recorded"),
        EventName.Of<Event.TreatmentTriedRemoved>("screening.treatment-tried-removed"),
        EventName.Of<Event.FactsRecorded>("screening.facts-recorded"),
        EventName.Of<Event.FindingRecorded>("screening.finding-recorded"),
        EventName.Of<Event.FindingCleared>("screening.finding-cleared"),
        EventName.Of<Event.EligibilityDecided>("screening.eligibility-decided"),
    ];
}

public static class ScreeningSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("screening", State.Initial, Decide, Evolve);
}
