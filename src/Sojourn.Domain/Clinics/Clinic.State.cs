using System.Collections.Immutable;
using System.Diagnostics;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Clinics;

public static partial class Clinic
{
    public static State Evolve(State state, Event @event) => (@event, state) switch
    {
        (Event.Founded, _) => new State.Open([], []),
        (Event.SiteOpened opened, State.Open open) => open with { Sites = open.Sites.Add(opened.Site) },
        (Event.RoomOpened opened, State.Open open) => open with { Rooms = open.Rooms.Add(opened.Room) },
        (Event.RoomClosed closed, State.Open open) => open with { Rooms = open.Rooms.Remove(closed.Room) },
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new NotFounded();

        public sealed record NotFounded : State;

        public sealed record Open(ImmutableHashSet<SiteId> Sites, ImmutableHashSet<RoomId> Rooms) : State;
    }
}
