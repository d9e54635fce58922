using Sojourn.Domain.Kernel;
using Sojourn.Domain.Music;
using Sojourn.Domain.Preparation;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>What became of the music at a tap.</summary>
public enum MusicChange
{
    Started,

    /// <summary>Another track, by itself or by a tap.</summary>
    Changed,
    Paused,

    /// <summary>Faded out, so that somebody can speak.</summary>
    Faded,
}

/// <summary>A playlist as the clinic knows it.</summary>
/// <param name="Tracks">Title of every track that is in it or ever was: a tablet without a network plays on from what it keeps.</param>
public sealed record MusicFacts(string Playlist, IReadOnlyDictionary<TrackId, string> Tracks);

/// <summary>What played when, with the names of that day.</summary>
public static partial class MedicineSession
{
    private static Decision<Event> PlayMusic(Command.PlayMusic play, State state)
    {
        var reasons = TimeIsWrong(play.HappenedAt, play.At, state).ToList();
        if (play.Facts is not { } facts)
        {
            reasons.Add(new("music.unknown-playlist", "There is no such playlist.", Field: "playlist"));
            return Refuse(reasons);
        }

        if (!facts.Tracks.TryGetValue(play.Track, out var title))
        {
            reasons.Add(new("music.not-in-playlist", $"This track is not in {facts.Playlist}.", Field: "track"));
        }

        if (play is { Chosen: MusicChoice.Quiet, Change: MusicChange.Started or MusicChange.Changed })
        {
            reasons.Add(new("music.chosen-quiet", "The person chose beforehand: quiet. No music is played."));
        }

        return reasons.Count > 0 ? Refuse(reasons) : Played(play, facts.Playlist, title!);
    }

    private static Event Played(Command.PlayMusic play, string playlist, string title) => play.Change switch
    {
        MusicChange.Started => new Event.MusicStarted(play.HappenedAt, play.Playlist, playlist, play.Phase, play.Track, title),
        MusicChange.Changed => new Event.MusicChanged(play.HappenedAt, play.Playlist, playlist, play.Phase, play.Track, title),
        MusicChange.Paused => new Event.MusicPaused(play.HappenedAt, play.Playlist, playlist, play.Phase, play.Track, title),
        _ => new Event.MusicFaded(play.HappenedAt, play.Playlist, playlist, play.Phase, play.Track, title),
    };
}
