using Sojourn.Clinic.Running;
using static Sojourn.Domain.Music.MusicLibrary;

namespace Sojourn.Clinic.Music;

internal sealed class MusicEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.TrackAdded>("music.track-added"),
        EventName.Of<Event.TrackDescribed>("music.track-described"),
        EventName.Of<Event.TrackRemoved>("music.track-removed"),
        EventName.Of<Event.PlaylistMade>("music.playlist-made"),
        EventName.Of<Event.PlaylistRenamed>("music.playlist-renamed"),
        EventName.Of<Event.PlaylistArranged>("music.playlist-arranged"),
        EventName.Of<Event.PlaylistRemoved>("music.playlist-removed"),
    ];
}

public static class MusicSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("music", State.Initial, Decide, Evolve);
}
