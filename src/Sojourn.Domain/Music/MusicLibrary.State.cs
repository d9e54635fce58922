using System.Collections.Immutable;
using System.Diagnostics;

namespace Sojourn.Domain.Music;

public static partial class MusicLibrary
{
    /// <summary>A track that can be played.</summary>
    public sealed record TrackHere(string Title, string Hash);

    /// <summary>A playlist that can be chosen.</summary>
    public sealed record PlaylistHere(string Name, IReadOnlyList<PhaseTracks> Phases)
    {
        internal IReadOnlyList<TrackId> Of(MusicPhase phase) => Phases.FirstOrDefault(one => one.Phase == phase)?.Tracks ?? [];

        internal bool Plays(TrackId track) => Phases.Any(phase => phase.Tracks.Contains(track));
    }

    public sealed record State(ImmutableDictionary<TrackId, TrackHere> Tracks, ImmutableDictionary<PlaylistId, PlaylistHere> Playlists)
    {
        public static State Initial { get; } = new(ImmutableDictionary<TrackId, TrackHere>.Empty, ImmutableDictionary<PlaylistId, PlaylistHere>.Empty);
    }

    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.TrackAdded e => state with { Tracks = state.Tracks.SetItem(e.Track, new(e.Title, e.Sound.Hash)) },
        Event.TrackDescribed e => state with { Tracks = state.Tracks.SetItem(e.Track, new(e.Title, state.Tracks.GetValueOrDefault(e.Track)?.Hash ?? "")) },
        Event.TrackRemoved e => state with { Tracks = state.Tracks.Remove(e.Track) },
        Event.PlaylistMade e => state with { Playlists = state.Playlists.SetItem(e.Playlist, new(e.Name, [])) },
        Event.PlaylistRenamed e => state with { Playlists = state.Playlists.SetItem(e.Playlist, new(e.Name, state.Playlists.GetValueOrDefault(e.Playlist)?.Phases ?? [])) },
        Event.PlaylistArranged e => state with { Playlists = state.Playlists.SetItem(e.Playlist, new(state.Playlists.GetValueOrDefault(e.Playlist)?.Name ?? "", e.Phases)) },
        Event.PlaylistRemoved e => state with { Playlists = state.Playlists.Remove(e.Playlist) },
        _ => throw new UnreachableException($"{@event} is not folded"),
    };
}
