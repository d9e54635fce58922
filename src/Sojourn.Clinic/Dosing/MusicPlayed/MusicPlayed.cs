using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Music;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Clinic.Dosing.MusicPlayed;

/// <summary>What played when in each medicine session.</summary>
public sealed class MusicPlayed() : Projection("music-played", version: 1)
{
    private const string Insert = "insert into medicine_music values (@Position, @Id, @happenedAt, @RecordedAt, @By, @Change, @list, @playlist, @Phase, @track, @title)";

    protected override void Define()
    {
        On<Event.MusicStarted>(Insert, (e, from) => Row(from, MusicChange.Started, e.HappenedAt, e.PlaylistId, e.Playlist, e.Phase, e.TrackId, e.Track));
        On<Event.MusicChanged>(Insert, (e, from) => Row(from, MusicChange.Changed, e.HappenedAt, e.PlaylistId, e.Playlist, e.Phase, e.TrackId, e.Track));
        On<Event.MusicPaused>(Insert, (e, from) => Row(from, MusicChange.Paused, e.HappenedAt, e.PlaylistId, e.Playlist, e.Phase, e.TrackId, e.Track));
        On<Event.MusicFaded>(Insert, (e, from) => Row(from, MusicChange.Faded, e.HappenedAt, e.PlaylistId, e.Playlist, e.Phase, e.TrackId, e.Track));
    }

    private static object Row(Origin from, MusicChange change, DateTimeOffset happenedAt, PlaylistId list, string playlist, MusicPhase phase, TrackId track, string title) => new
    {
        from.Position,
        from.Id,
        happenedAt,
        from.RecordedAt,
        By = from.Actor.Text,
        Change = Columns.Word(change),
        list,
        playlist,
        Phase = Columns.Word(phase),
        track,
        title,
    };
}
