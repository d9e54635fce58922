using System.Collections.Immutable;
using System.Diagnostics;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Clinics;

public static partial class Clinic
{
    public static State Evolve(State state, Event @event) => (@event, state) switch
    {
        (Event.Founded, _) => new State.Open(ImmutableDictionary<SiteId, string>.Empty, ImmutableDictionary<RoomId, RoomHere>.Empty),
        (Event.Described, State.Open open) => open,
        (Event.SiteOpened opened, State.Open open) => open with { Sites = open.Sites.SetItem(opened.Site, opened.Name) },
        (Event.SiteDescribed described, State.Open open) => open with { Sites = open.Sites.SetItem(described.Site, described.Name) },
        (Event.SiteClosed closed, State.Open open) => open with { Sites = open.Sites.Remove(closed.Site) },
        (Event.RoomOpened opened, State.Open open) => open with { Rooms = open.Rooms.SetItem(opened.Room, new(opened.Site, opened.Name)) },
        (Event.RoomDescribed described, State.Open open) => open with
        {
            Rooms = open.Rooms.SetItem(described.Room, (open.Rooms.GetValueOrDefault(described.Room) ?? new(default, "")) with { Name = described.Name }),
        },
        (Event.RoomClosed closed, State.Open open) => open with { Rooms = open.Rooms.Remove(closed.Room) },
        (Event.HoursSet, State.Open open) => open,
        (Event.ClosedForDays closed, State.Open open) => open with { Closed = open.Closed.Add(closed.Days) },
        (Event.OpenedAfterAll opened, State.Open open) => open with { Closed = open.Closed.Remove(opened.Days) },
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    /// <summary>An open room.</summary>
    public sealed record RoomHere(SiteId Site, string Name);

    public abstract record State
    {
        private State()
        {
        }

        public static State Initial { get; } = new NotFounded();

        public sealed record NotFounded : State;

        /// <param name="Sites">Open sites and their names.</param>
        public sealed record Open(ImmutableDictionary<SiteId, string> Sites, ImmutableDictionary<RoomId, RoomHere> Rooms) : State
        {
            /// <summary>Closed days that stand.</summary>
            public ImmutableHashSet<ClosedDaysId> Closed { get; init; } = [];
        }
    }
}
