using System.Collections.Immutable;
using System.Diagnostics;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Staff;

public static partial class StaffMember
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Joined => new State.Working(),
        Event.CameBack => state is State.Gone gone ? new State.Working { Away = gone.Away, Photograph = gone.Photograph } : new State.Working(),
        Event.DetailsCorrected or Event.RolesChanged or Event.CredentialRecorded or Event.HoursSet or Event.ReachSet or Event.ProfileSet or Event.OutsideNoted => state,
        Event.AbsenceRecorded away => state is State.Working working ? working with { Away = working.Away.Add(away.Absence) } : state,
        Event.AbsenceLifted lifted => state is State.Working working ? working with { Away = working.Away.Remove(lifted.Absence) } : state,
        Event.PhotographSet set => state is State.Working shown ? shown with { Photograph = set.Photograph.Hash } : state,
        Event.PhotographRemoved => state is State.Working bare ? bare with { Photograph = null } : state,
        Event.Left => state is State.Working leaving ? new State.Gone { Away = leaving.Away, Photograph = leaving.Photograph } : new State.Gone(),
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

            /// <summary>The photograph's hash; null without one.</summary>
            public string? Photograph { get; init; }
        }

        public sealed record Gone : State
        {
            /// <summary>Absences that stand, should they come back.</summary>
            public ImmutableHashSet<AbsenceId> Away { get; init; } = [];

            public string? Photograph { get; init; }
        }
    }
}
