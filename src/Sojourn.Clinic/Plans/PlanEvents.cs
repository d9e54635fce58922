using Sojourn.Clinic.Running;
using static Sojourn.Domain.Plans.Plan;

namespace Sojourn.Clinic.Plans;

internal sealed class PlanEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.GoalSet>("plan.goal-set"),
        EventName.Of<Event.GoalDropped>("plan.goal-dropped"),
        EventName.Of<Event.VersionProposed>("plan.version-proposed"),
        EventName.Of<Event.ChangeSuggested>("plan.change-suggested"),
        EventName.Of<Event.SuggestionAnswered>("plan.suggestion-answered"),
        EventName.Of<Event.Agreed>("plan.agreed"),
        EventName.Of<Event.AgreementWithdrawn>("plan.agreement-withdrawn"),
        EventName.Of<Event.Activated>("plan.activated"),
    ];
}

public static class PlanSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("plan", State.Initial, Decide, Evolve);
}
