using System.Diagnostics;

namespace Sojourn.Domain.Staff;

public static partial class StaffMember
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Joined or Event.CameBack => new State.Working(),
        Event.DetailsCorrected or Event.RolesChanged or Event.CredentialRecorded => state,
        Event.Left => new State.Gone(),
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new Unknown();

        public sealed record Unknown : State;

        public sealed record Working : State;

        public sealed record Gone : State;
    }
}
