using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Music;

namespace Sojourn.Clinic.Music;

public sealed record TrackRow
{
    public TrackId Id { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Who made it and by what right it is played; null where nobody said.</summary>
    public string? Credit { get; init; }

    public string Hash { get; init; } = "";

    /// <summary>wav, mp3, ogg or flac.</summary>
    public string Kind { get; init; } = "";

    public int Seconds { get; init; }

    public long Bytes { get; init; }

    public bool Removed { get; init; }
}

public sealed record PlaylistRow
{
    public PlaylistId Id { get; init; }

    public string Name { get; init; } = "";
}

/// <summary>A track in its place in a playlist.</summary>
public sealed record PlacedRow
{
    public PlaylistId PlaylistId { get; init; }

    /// <summary>settling, onset, peak, return or after.</summary>
    public string Phase { get; init; } = "";

    public int Place { get; init; }

    public TrackId TrackId { get; init; }
}

/// <summary>Questions to the clinic's music.</summary>
public static class MusicRecords
{
    public static IReadOnlyList<TrackRow> Tracks(Records records) => records.All<TrackRow>("select * from music_track where removed = 0 order by title, id");

    /// <summary>Null when there is none, or it was removed.</summary>
    public static TrackRow? Track(Records records, Guid id) => records.One<TrackRow>("select * from music_track where id = @id and removed = 0", new { id });

    /// <summary>The track with these bytes; null when no track of today has them.</summary>
    public static TrackRow? WithHash(Records records, string hash) => records.One<TrackRow>("select * from music_track where hash = @hash and removed = 0", new { hash });

    public static IReadOnlyList<PlaylistRow> Playlists(Records records) => records.All<PlaylistRow>("select * from playlist where removed = 0 order by name, id");

    public static PlaylistRow? Playlist(Records records, Guid id) => records.One<PlaylistRow>("select * from playlist where id = @id and removed = 0", new { id });

    /// <summary>Of every playlist, each phase in its order.</summary>
    public static IReadOnlyList<PlacedRow> Placed(Records records) => records.All<PlacedRow>("select * from playlist_track order by playlist_id, phase, place");

    /// <summary>For a session's record: also a playlist that was changed or removed meanwhile. Null where there never was one.</summary>
    public static MusicFacts? Facts(Records records, Guid playlist) =>
        records.Value<string>("select name from playlist where id = @playlist", new { playlist }) is { } name
            ? new(name, records.All<TrackRow>("select music_track.* from playlist_ever join music_track on music_track.id = track_id where playlist_id = @playlist", new { playlist }).ToDictionary(row => row.Id, row => row.Title))
            : null;
}
