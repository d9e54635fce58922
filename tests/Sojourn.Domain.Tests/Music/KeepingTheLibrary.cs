using Sojourn.Domain.Kernel;
using Sojourn.Domain.Music;
using static Sojourn.Domain.Music.MusicLibrary;

namespace Sojourn.Domain.Tests.Music;

/// <summary>The clinic's own tracks, and the playlists made of them.</summary>
public sealed class KeepingTheLibrary
{
    private static readonly PlaylistId Tide = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly TrackId Water = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly TrackId Mist = new(new Guid(3, 0, 0, new byte[8]));

    private static State WithTracks => After(
        State.Initial, new Command.AddTrack(Water, " Slow water ", " ", Sound("a")), new Command.AddTrack(Mist, "Mist", "Ours", Sound("b")), new Command.MakePlaylist(Tide, "Low tide"));

    [Fact]
    public void A_playlist_holds_tracks_in_phases_in_the_order_of_the_session()
    {
        var state = After(WithTracks, new Command.PutIn(Tide, MusicPhase.Peak, Water), new Command.PutIn(Tide, MusicPhase.Settling, Mist), new Command.PutIn(Tide, MusicPhase.Peak, Mist));
        Assert.Equal([MusicPhase.Settling, MusicPhase.Peak], state.Playlists[Tide].Phases.Select(phase => phase.Phase));
        Assert.Equal([Water, Mist], state.Playlists[Tide].Phases[1].Tracks);
        state = After(state, new Command.MoveUp(Tide, MusicPhase.Peak, Mist), new Command.TakeOut(Tide, MusicPhase.Settling, Mist));
        Assert.Equal([Mist, Water], Assert.Single(state.Playlists[Tide].Phases).Tracks);
        Assert.Empty(Events(state, new Command.MoveUp(Tide, MusicPhase.Peak, Mist)));
    }

    [Fact]
    public void A_title_is_trimmed_and_what_nobody_said_of_a_track_is_nothing()
    {
        var added = Assert.IsType<Event.TrackAdded>(Assert.Single(Events(State.Initial, new Command.AddTrack(Water, " Slow water ", " ", Sound("a")))));
        Assert.Equal(("Slow water", null), (added.Title, added.Credit));
    }

    [Fact]
    public void The_same_file_is_not_taken_twice_and_its_title_is_said() =>
        Assert.Contains("Slow water", Refused(WithTracks, new Command.AddTrack(new(Guid.Empty), "Again", null, Sound("a")), "music.same-file").Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_track_in_a_playlist_is_not_removed_until_it_is_taken_out()
    {
        var state = After(WithTracks, new Command.PutIn(Tide, MusicPhase.Peak, Water));
        Assert.Contains("Low tide", Refused(state, new Command.RemoveTrack(Water), "music.track-in-playlist").Sentence, StringComparison.Ordinal);
        state = After(state, new Command.TakeOut(Tide, MusicPhase.Peak, Water), new Command.RemoveTrack(Water));
        Assert.Equal([Mist], state.Tracks.Keys);
    }

    [Fact]
    public void What_is_not_there_cannot_be_put_anywhere()
    {
        var nobody = new TrackId(Guid.Empty);
        var nowhere = new PlaylistId(Guid.Empty);
        Refused(WithTracks, new Command.PutIn(Tide, MusicPhase.Peak, nobody), "music.unknown-track");
        Refused(WithTracks, new Command.PutIn(nowhere, MusicPhase.Peak, Water), "music.unknown-playlist");
        Refused(WithTracks, new Command.TakeOut(Tide, MusicPhase.Peak, Water), "music.not-in-phase");
        Refused(WithTracks, new Command.RemovePlaylist(nowhere), "music.unknown-playlist");
        Refused(WithTracks, new Command.DescribeTrack(nobody, "Mist", null), "music.unknown-track");
        Refused(After(WithTracks, new Command.PutIn(Tide, MusicPhase.Peak, Water)), new Command.PutIn(Tide, MusicPhase.Peak, Water), "music.in-phase-already");
    }

    [Fact]
    public void A_playlist_has_a_name_of_its_own()
    {
        Refused(WithTracks, new Command.MakePlaylist(new(Guid.Empty), " low TIDE "), "music.name-taken");
        Refused(WithTracks, new Command.RenamePlaylist(Tide, " "), "music.no-name");
        Assert.Equal("High tide", After(WithTracks, new Command.RenamePlaylist(Tide, " High tide ")).Playlists[Tide].Name);
    }

    private static Sound Sound(string hash) => new(hash, "wav", 40, 1_280_044);

    private static State After(State state, params IEnumerable<Command> commands) => commands.Aggregate(state, (now, command) => Events(now, command).Aggregate(now, Evolve));

    private static IReadOnlyList<Event> Events(State state, Command command) => Assert.IsType<Decision<Event>.Accepted>(Decide(command, state)).Events;

    private static Refusal Refused(State state, Command command, string code) => Assert.Single(Assert.IsType<Decision<Event>.Refused>(Decide(command, state)).Reasons, reason => reason.Code == code);
}
