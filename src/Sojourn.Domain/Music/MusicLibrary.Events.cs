namespace Sojourn.Domain.Music;

public static partial class MusicLibrary
{
    public abstract record Event
    {
        private Event()
        {
        }

        public sealed record TrackAdded(TrackId Track, string Title, string? Credit, Sound Sound) : Event;

        public sealed record TrackDescribed(TrackId Track, string Title, string? Credit) : Event;

        public sealed record TrackRemoved(TrackId Track) : Event;

        public sealed record PlaylistMade(PlaylistId Playlist, string Name) : Event;

        public sealed record PlaylistRenamed(PlaylistId Playlist, string Name) : Event;

        /// <param name="Phases">All phases that have tracks, as they stand from now on.</param>
        public sealed record PlaylistArranged(PlaylistId Playlist, IReadOnlyList<PhaseTracks> Phases) : Event;

        public sealed record PlaylistRemoved(PlaylistId Playlist) : Event;
    }
}
