namespace Sojourn.Domain.Music;

public static partial class MusicLibrary
{
    public abstract record Command
    {
        private Command()
        {
        }

        /// <param name="Credit">Who made it and by what right it is played; null where nobody said.</param>
        public sealed record AddTrack(TrackId Track, string Title, string? Credit, Sound Sound) : Command;

        public sealed record DescribeTrack(TrackId Track, string Title, string? Credit) : Command;

        public sealed record RemoveTrack(TrackId Track) : Command;

        public sealed record MakePlaylist(PlaylistId Playlist, string Name) : Command;

        public sealed record RenamePlaylist(PlaylistId Playlist, string Name) : Command;

        public sealed record RemovePlaylist(PlaylistId Playlist) : Command;

        /// <summary>Puts a track at the end of a phase.</summary>
        public sealed record PutIn(PlaylistId Playlist, MusicPhase Phase, TrackId Track) : Command;

        public sealed record TakeOut(PlaylistId Playlist, MusicPhase Phase, TrackId Track) : Command;

        /// <summary>One place earlier in its phase.</summary>
        public sealed record MoveUp(PlaylistId Playlist, MusicPhase Phase, TrackId Track) : Command;
    }
}
