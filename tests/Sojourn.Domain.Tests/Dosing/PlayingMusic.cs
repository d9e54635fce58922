using Sojourn.Domain.Dosing;
using Sojourn.Domain.Music;
using Sojourn.Domain.Preparation;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>What played when goes to the record, with the names of that day.</summary>
public sealed class PlayingMusic
{
    private static readonly PlaylistId Tide = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly TrackId Water = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly MusicFacts Known = new("Low tide", new Dictionary<TrackId, string> { [Water] = "Slow water" });

    [Fact] // DOSE-80
    public void What_the_player_did_is_an_event_with_playlist_phase_and_track()
    {
        var played = Room.Dosed.When(Plays(10)).Only<Event.MusicStarted>();
        Assert.Equal((Room.At(10), Tide, "Low tide", MusicPhase.Peak, Water, "Slow water"), (played.HappenedAt, played.PlaylistId, played.Playlist, played.Phase, played.TrackId, played.Track));
        Room.Dosed.When(Plays(10) with { Change = MusicChange.Changed }).Only<Event.MusicChanged>();
        Room.Dosed.When(Plays(10) with { Change = MusicChange.Paused }).Only<Event.MusicPaused>();
        Room.Dosed.When(Plays(10) with { Change = MusicChange.Faded }).Only<Event.MusicFaded>();
    }

    [Fact] // DOSE-80
    public void Music_may_play_before_the_gate() => Room.Empty.When(Plays(-20) with { Phase = MusicPhase.Settling }).Only<Event.MusicStarted>();

    [Fact] // DOSE-81
    public void A_playlist_that_never_was_is_refused() => Room.Dosed.When(Plays(10) with { Facts = null }).ThenRefused("music.unknown-playlist");

    [Fact] // DOSE-81
    public void A_track_of_another_playlist_is_refused() =>
        Assert.Contains("Low tide", Room.Dosed.When(Plays(10) with { Track = new(Guid.Empty) }).ThenRefused("music.not-in-playlist").Sentence, StringComparison.Ordinal);

    [Fact] // DOSE-81
    public void Nothing_plays_after_the_person_has_gone_home_but_what_played_before_still_arrives()
    {
        var over = Room.Dosed.Does(new Command.LeaveAgainstAdvice(Room.At(60), Rules.Nair, "Wants to go."));
        over.When(Plays(61)).ThenRefused("dosing.after-the-end");
        over.When(Plays(59) with { At = Room.At(90) }).Only<Event.MusicStarted>();
    }

    [Fact] // DOSE-82
    public void Who_chose_quiet_beforehand_hears_none_and_who_did_not_say_may()
    {
        Room.Dosed.When(Plays(10) with { Chosen = MusicChoice.Quiet }).ThenRefused("music.chosen-quiet");
        Room.Dosed.When(Plays(10) with { Chosen = MusicChoice.With }).Only<Event.MusicStarted>();
        Room.Dosed.When(Plays(10) with { Chosen = MusicChoice.Quiet, Change = MusicChange.Paused }).Only<Event.MusicPaused>();
    }

    private static Command.PlayMusic Plays(double minute) => new(Room.At(minute), Room.At(minute), MusicChange.Started, Tide, MusicPhase.Peak, Water, Known);
}
