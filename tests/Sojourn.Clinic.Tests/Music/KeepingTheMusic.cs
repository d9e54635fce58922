using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Music;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Music;

namespace Sojourn.Clinic.Tests.Music;

/// <summary>DOSE-83, DOSE-84: playlists and what was heard, as the room reads them; and the same when they are made anew from the journal.</summary>
public sealed class KeepingTheMusic : IAsyncLifetime
{
    private static readonly PlaylistId Tide = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly TrackId Water = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly TrackId Mist = new(new Guid(3, 0, 0, new byte[8]));

    private MedicineClinic clinic = null!;

    public async ValueTask InitializeAsync()
    {
        clinic = await MedicineClinic.Open();
        await Library(
            new MusicLibrary.Command.AddTrack(Water, "Slow water", "Ours", new Sound("a", "wav", 40, 1_000)),
            new MusicLibrary.Command.AddTrack(Mist, "Mist", null, new Sound("b", "mp3", 61, 2_000)),
            new MusicLibrary.Command.MakePlaylist(Tide, "Low tide"),
            new MusicLibrary.Command.PutIn(Tide, MusicPhase.Peak, Water),
            new MusicLibrary.Command.PutIn(Tide, MusicPhase.Peak, Mist),
            new MusicLibrary.Command.MoveUp(Tide, MusicPhase.Peak, Mist));
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task Rebuilt_is_kept_up()
    {
        var session = await clinic.BookAndPassGate();
        await Plays(session, MusicChange.Started, Water);
        await Plays(session, MusicChange.Faded, Water);
        await Library(new MusicLibrary.Command.DescribeTrack(Mist, "Mist rising", "Ours"), new MusicLibrary.Command.RenamePlaylist(Tide, "Ebb"));
        var kept = clinic.Read(records => KeptUp.Everything(records, ["music-library", "music-played"]));
        await clinic.Journal.Rebuild();
        Assert.Equal(kept, clinic.Read(records => KeptUp.Everything(records, ["music-library", "music-played"])));
        Assert.Equal([Mist, Water], clinic.Read(MusicRecords.Placed).Select(row => row.TrackId));
    }

    [Fact]
    public async Task What_was_heard_has_beginnings_and_ends_whenever_the_clinic_hears_of_it()
    {
        var session = await clinic.BookAndPassGate();
        await Plays(session, MusicChange.Started, Water, ago: 9);
        await Plays(session, MusicChange.Paused, Mist, ago: 2);
        await Plays(session, MusicChange.Changed, Mist, ago: 5);
        await Plays(session, MusicChange.Started, Mist);
        var heard = clinic.Read(records => MusicHeard.Of(records, session, null));
        Assert.Equal(["changed", "paused", null], heard.Spans.Select(span => span.Ended));
        Assert.Equal([TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(3), null], heard.Spans.Select(span => span.To - span.From));
        Assert.Equal(["Slow water", "Mist", "Mist"], heard.Spans.Select(span => span.Track));
        var first = heard.Phases[0];
        Assert.Equal((2, TimeSpan.FromMinutes(7), "paused"), (heard.Phases.Count, first.To - first.From, first.Ended));
        Assert.Equal("over", clinic.Read(records => MusicHeard.Of(records, session, clinic.Clock.Now)).Spans[^1].Ended);
    }

    [Fact]
    public async Task What_a_tablet_played_of_a_playlist_that_was_changed_meanwhile_is_still_taken()
    {
        var session = await clinic.BookAndPassGate();
        await Library(new MusicLibrary.Command.TakeOut(Tide, MusicPhase.Peak, Water), new MusicLibrary.Command.RemoveTrack(Water), new MusicLibrary.Command.RemovePlaylist(Tide));
        Assert.Empty(clinic.Read(MusicRecords.Playlists));
        await Plays(session, MusicChange.Started, Water);
        Assert.Equal(("Low tide", "Slow water"), clinic.Read(records => MusicHeard.Of(records, session, null)).Spans.Select(span => (span.Playlist, span.Track)).Single());
        Assert.Null(clinic.Read(records => MusicRecords.Facts(records, Guid.NewGuid())));
    }

    private Task Library(params IEnumerable<MusicLibrary.Command> commands) => clinic.Does(Actor.Staff(clinic.Ellery), desk =>
    {
        foreach (var command in commands)
        {
            desk.Do(MusicSlice.Slice, MusicLibrary.Id, command);
        }
    });

    private Task Plays(Guid session, MusicChange change, TrackId track, int ago = 0) => clinic.Does(Actor.Staff(clinic.Nair), desk => desk.Do(MedicineSlice.Slice, session, new MedicineSession.Command.PlayMusic(
        desk.At, desk.At.AddMinutes(-ago), change, Tide, MusicPhase.Peak, track, MusicRecords.Facts(desk.Records, Tide.Value))));
}
