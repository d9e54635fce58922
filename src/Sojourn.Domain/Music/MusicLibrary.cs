using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Music;

/// <summary>The clinic's own music: its tracks, and the playlists made of them. There is one stream of it in a journal.</summary>
public static partial class MusicLibrary
{
    /// <summary>The id of the one stream.</summary>
    public static Guid Id { get; } = new("00000000-0000-8000-8000-000000000074");

    public static Decision<Event> Decide(Command command, State state) => command switch
    {
        Command.AddTrack c => AddTrack(c, state),
        Command.DescribeTrack c => DescribeTrack(c, state),
        Command.RemoveTrack c => RemoveTrack(c, state),
        Command.MakePlaylist c => MakePlaylist(c, state),
        Command.RenamePlaylist c => RenamePlaylist(c, state),
        Command.RemovePlaylist c => state.Playlists.ContainsKey(c.Playlist) ? new Event.PlaylistRemoved(c.Playlist) : NoSuchPlaylist(),
        Command.PutIn c => PutIn(c, state),
        Command.TakeOut c => Rearranged(c.Playlist, c.Phase, c.Track, state, tracks => tracks.RemoveAll(track => track == c.Track) > 0),
        Command.MoveUp c => Rearranged(c.Playlist, c.Phase, c.Track, state, tracks => MovedUp(tracks, c.Track)),
        _ => Refuse("music.not-now", "This cannot be done to the clinic's music as it stands."),
    };

    private static Decision<Event> AddTrack(Command.AddTrack add, State state)
    {
        if (state.Tracks.ContainsKey(add.Track))
        {
            return Refuse("music.track-added-already", "This track was added already.");
        }

        var reasons = Title(add.Title).ToList();
        if (state.Tracks.Values.FirstOrDefault(track => track.Hash == add.Sound.Hash) is { } same)
        {
            reasons.Add(new("music.same-file", $"This very file is here already, as “{same.Title}”.", Field: "files"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.TrackAdded(add.Track, add.Title.Trim(), Said(add.Credit), add.Sound);
    }

    private static Decision<Event> DescribeTrack(Command.DescribeTrack describe, State state)
    {
        if (!state.Tracks.ContainsKey(describe.Track))
        {
            return NoSuchTrack();
        }

        var reasons = Title(describe.Title).ToList();
        return reasons.Count > 0 ? Refuse(reasons) : new Event.TrackDescribed(describe.Track, describe.Title.Trim(), Said(describe.Credit));
    }

    private static Decision<Event> RemoveTrack(Command.RemoveTrack remove, State state)
    {
        if (!state.Tracks.ContainsKey(remove.Track))
        {
            return NoSuchTrack();
        }

        var playlists = state.Playlists.Values.Where(playlist => playlist.Plays(remove.Track)).Select(playlist => playlist.Name).Order(StringComparer.Ordinal).ToList();
        return playlists.Count == 0
            ? new Event.TrackRemoved(remove.Track)
            : Refuse("music.track-in-playlist", $"This track is in {string.Join(" and ", playlists)}. Take it out there first.", new("The clinic's music", "settings/music"));
    }

    private static Decision<Event> MakePlaylist(Command.MakePlaylist make, State state)
    {
        if (state.Playlists.ContainsKey(make.Playlist))
        {
            return Refuse("music.playlist-made-already", "This playlist was made already.");
        }

        var reasons = Name(make.Playlist, make.Name, state).ToList();
        return reasons.Count > 0 ? Refuse(reasons) : new Event.PlaylistMade(make.Playlist, make.Name.Trim());
    }

    private static Decision<Event> RenamePlaylist(Command.RenamePlaylist rename, State state)
    {
        if (!state.Playlists.ContainsKey(rename.Playlist))
        {
            return NoSuchPlaylist();
        }

        var reasons = Name(rename.Playlist, rename.Name, state).ToList();
        return reasons.Count > 0 ? Refuse(reasons) : new Event.PlaylistRenamed(rename.Playlist, rename.Name.Trim());
    }

    private static Decision<Event> PutIn(Command.PutIn put, State state)
    {
        if (!state.Playlists.TryGetValue(put.Playlist, out var playlist))
        {
            return NoSuchPlaylist();
        }

        if (!state.Tracks.ContainsKey(put.Track))
        {
            return Refuse([new("music.unknown-track", "Choose a track of the clinic's music.", Field: "track")]);
        }

        var tracks = playlist.Of(put.Phase);
        return tracks.Contains(put.Track)
            ? Refuse([new("music.in-phase-already", "This track is in this phase already. A phase begins again by itself when its tracks are over.", Field: "track")])
            : new Event.PlaylistArranged(put.Playlist, With(playlist, put.Phase, [.. tracks, put.Track]));
    }

    private static Decision<Event> Rearranged(PlaylistId id, MusicPhase phase, TrackId track, State state, Func<List<TrackId>, bool> change)
    {
        if (!state.Playlists.TryGetValue(id, out var playlist))
        {
            return NoSuchPlaylist();
        }

        var tracks = playlist.Of(phase).ToList();
        return !tracks.Contains(track) ? Refuse("music.not-in-phase", "This track is no longer in this phase.")
            : change(tracks) ? new Event.PlaylistArranged(id, With(playlist, phase, tracks))
            : Accept<Event>();
    }

    private static bool MovedUp(List<TrackId> tracks, TrackId track)
    {
        var at = tracks.IndexOf(track);
        if (at < 1)
        {
            return false;
        }

        (tracks[at - 1], tracks[at]) = (tracks[at], tracks[at - 1]);
        return true;
    }

    private static IReadOnlyList<PhaseTracks> With(PlaylistHere playlist, MusicPhase phase, IReadOnlyList<TrackId> tracks) =>
        [.. playlist.Phases.Where(one => one.Phase != phase).Append(new PhaseTracks(phase, tracks)).Where(one => one.Tracks.Count > 0).OrderBy(one => one.Phase)];

    private static IEnumerable<Refusal> Title(string title)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            yield return new("music.no-title", "Give the track a title.", Field: "title");
        }
    }

    private static IEnumerable<Refusal> Name(PlaylistId self, string name, State state)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new("music.no-name", "Give the playlist a name.", Field: "name");
        }
        else if (state.Playlists.Any(other => other.Key != self && string.Equals(other.Value.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)))
        {
            yield return new("music.name-taken", $"There is a playlist called {name.Trim()} already. Give this one another name.", Field: "name");
        }
    }

    private static string? Said(string? words) => string.IsNullOrWhiteSpace(words) ? null : words.Trim();

    private static RefusedWith NoSuchTrack() => Refuse("music.unknown-track", "There is no such track in the clinic's music.", new("The clinic's music", "settings/music"));

    private static RefusedWith NoSuchPlaylist() => Refuse("music.unknown-playlist", "There is no such playlist.", new("The clinic's music", "settings/music"));
}
