using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Music;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Music;
using Sojourn.Domain.Preparation;
using Sojourn.Web.Design;
using Sojourn.Web.Music;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Dosing;

/// <summary>What the room's player is given: playlists with their files, where the music stood last, and when the predicted curve would change it.</summary>
internal sealed class RoomMusicData
{
    private RoomMusicData(Exchange x, RoomView view)
    {
        Heard = MusicHeard.Of(x.Records, view.Id, view.State.EndedAt);
        Chosen = view.Person.Directive?.Choices.Music;
        var tracks = MusicRecords.Tracks(x.Records).ToDictionary(track => track.Id);
        var folder = x.Service<MusicFolder>();
        var placed = MusicRecords.Placed(x.Records).ToLookup(row => row.PlaylistId);
        Playlists =
        [
            .. MusicRecords.Playlists(x.Records).Where(list => placed.Contains(list.Id)).Select(list => new Playlist(
                list.Id.Value,
                list.Name,
                [.. MusicWords.Phases.Select(phase => new Phase(phase.Value, phase.Words, [.. placed[list.Id].Where(row => row.Phase == phase.Value).Select(row => Of(tracks[row.TrackId], folder))])).Where(phase => phase.Tracks.Count > 0)])),
        ];
        Cues = [.. CuesOf(view)];
    }

    internal MusicHeard Heard { get; }

    /// <summary>What the person chose beforehand; null where they have not said.</summary>
    internal MusicChoice? Chosen { get; }

    /// <summary>Those that have a track.</summary>
    internal IReadOnlyList<Playlist> Playlists { get; }

    /// <summary>Predicted from the doses; empty before the first.</summary>
    internal IReadOnlyList<Cue> Cues { get; }

    internal sealed record Track(Guid Id, string Title, string? Credit, int Seconds, string Url, bool Missing);

    internal sealed record Phase(string Id, string Name, IReadOnlyList<Track> Tracks);

    internal sealed record Playlist(Guid Id, string Name, IReadOnlyList<Phase> Phases);

    internal sealed record Cue(string Phase, DateTimeOffset At);

    internal static RoomMusicData Of(Exchange x, RoomView view) => new(x, view);

    internal static string PhaseName(string phase) => MusicWords.Phases.First(one => one.Value == phase).Words;

    /// <summary>For the island.</summary>
    internal string Json => ChartData.Json(
        new { playlists = Playlists, last = Heard.Last is { } last ? new { playlist = last.PlaylistId.Value, last.Phase, track = last.TrackId.Value } : null });

    internal string CuesJson => ChartData.Json(Cues);

    private static Track Of(TrackRow row, MusicFolder folder) => new(row.Id.Value, row.Title, row.Credit, row.Seconds, MusicWords.Address(row.Hash), folder.Find(row.Hash) is null);

    private static IEnumerable<Cue> CuesOf(RoomView view)
    {
        if (view.Curve is not { Curve.Landmarks: { } read } session)
        {
            return [];
        }

        (MusicPhase Phase, double? Minute)[] all = [(MusicPhase.Onset, read.Onset), (MusicPhase.Peak, read.Peak), (MusicPhase.Return, read.Fade), (MusicPhase.After, read.LikelyReadyUntil)];
        return all.Where(one => one.Minute is not null).Select(one => new Cue(Columns.Word(one.Phase), session.At(one.Minute!.Value))).OrderBy(cue => cue.At);
    }
}
