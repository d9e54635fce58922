using System.Diagnostics;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Courses;

public static partial class Course
{
    public static State Evolve(State state, Event @event) => (@event, state) switch
    {
        (Event.Opened opened, _) => new State.Running(opened.Team, Phase: null) { Site = opened.Site },
        (Event.MovedToSite moved, State.Running running) => running with { Site = moved.Site, Team = moved.Team },
        (Event.TeamNamed named, State.Running running) => running with { Team = named.Team },
        (Event.PhaseEntered entered, State.Running running) => running with { Phase = entered.Phase },
        (Event.VersionChanged, _) => state,
        (Event.Closed closed, _) => new State.Closed(closed.Why),
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new None();

        public sealed record None : State;

        public sealed record Running(Team Team, string? Phase) : State
        {
            public SiteId Site { get; init; }
        }

        public sealed record Closed(string Why) : State;
    }
}
