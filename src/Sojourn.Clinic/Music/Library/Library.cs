using Sojourn.Clinic.Running;
using static Sojourn.Domain.Music.MusicLibrary;

namespace Sojourn.Clinic.Music.Library;

/// <summary>Tracks and playlists as they stand, and what was ever in a playlist.</summary>
public sealed class Library() : Projection("music-library", version: 1)
{
    protected override void Define()
    {
        On<Event.TrackAdded>(
            "insert into music_track values (@Track, @Title, @Credit, @Hash, @Kind, @Seconds, @Bytes, @RecordedAt, @By, 0)",
            (e, from) => new { e.Track, e.Title, e.Credit, e.Sound.Hash, e.Sound.Kind, e.Sound.Seconds, e.Sound.Bytes, from.RecordedAt, By = from.Actor.Text });
        On<Event.TrackDescribed>("update music_track set title = @Title, credit = @Credit where id = @Track", (e, _) => e);
        On<Event.TrackRemoved>("update music_track set removed = 1 where id = @Track", (e, _) => e);
        On<Event.PlaylistMade>("insert into playlist values (@Playlist, @Name, 0)", (e, _) => e);
        On<Event.PlaylistRenamed>("update playlist set name = @Name where id = @Playlist", (e, _) => e);
        On<Event.PlaylistArranged>(Arrange);
        On<Event.PlaylistRemoved>("update playlist set removed = 1 where id = @Playlist", (e, _) => e);
    }

    private static void Arrange(Event.PlaylistArranged e, Origin from, Action<string, object> run)
    {
        run("delete from playlist_track where playlist_id = @Playlist", new { e.Playlist });
        foreach (var phase in e.Phases)
        {
            for (var place = 0; place < phase.Tracks.Count; place++)
            {
                var row = new { e.Playlist, Phase = Columns.Word(phase.Phase), place, Track = phase.Tracks[place], from.RecordedAt };
                run("insert into playlist_track values (@Playlist, @Phase, @place, @Track)", row);
                run("insert into playlist_ever values (@Playlist, @Track, @RecordedAt) on conflict do nothing", row);
            }
        }
    }
}
