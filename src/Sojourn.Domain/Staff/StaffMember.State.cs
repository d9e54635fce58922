using System.Collections.Immutable;
using System.Diagnostics;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Staff;

public static partial class StaffMember
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Joined => new State.Working(),
        Event.CameBack => new State.Working { Away = state is State.Gone gone ? gone.Away : [] },
        Event.DetailsCorrected or Event.RolesChanged or Event.CredentialRecorded or Event.HoursSet => state,
        Event.AbsenceRecorded away => state is State.Working working ? working with { Away = working.Away.Add(away.Absence) } : state,
        Event.AbsenceLifted lifted => state is State.Working working ? working with { Away = working.Away.Remove(lifted.Absence) } : state,
        Event.Left => new State.Gone { Away = state is State.Working leaving ? leaving.Away : [] },
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new Unknown();

        public sealed record Unknown : State;

        public sealed record Working : State
        {
            /// <summary>Absences that stand.</summary>
            public ImmutableHashSet<AbsenceId> Away { get; init; } = [];
        }

        public sealed record Gone : State
        {
            /// <summary>Absences that stand, should they come back.</summary>
            public ImmutableHashSet<AbsenceId> Away { get; init; } = [];
        }
    }
}
