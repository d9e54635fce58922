using System.Security.Cryptography;
using Sojourn.Clinic.Music;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Music;

namespace Sojourn.Simulation.Demo;

/// <summary>Five tracks that nobody else wrote, and a playlist of them.</summary>
public static class DemoMusic
{
    public const string Credit = "Invented for the demo by Sojourn";

    internal const string PlaylistName = "Low tide";

    internal static PlaylistId Playlist { get; } = new(DerivedId.From("demo-playlist"));

    private static readonly (string Title, double[][] Chords)[] Written =
    [
        ("Still harbour", [[110, 164.81, 220], [98, 146.83, 196], [87.31, 130.81, 174.61], [98, 146.83, 220]]),
        ("Mist rising", [[130.81, 196, 246.94], [146.83, 220, 261.63], [110, 164.81, 246.94], [98, 196, 246.94]]),
        ("Slow water", [[65.41, 130.81, 196], [73.42, 146.83, 220], [58.27, 116.54, 174.61], [65.41, 155.56, 196]]),
        ("Deep blue hour", [[55, 110, 164.81], [61.74, 123.47, 185], [69.3, 138.59, 207.65], [61.74, 146.83, 185]]),
        ("Elm in light wind", [[146.83, 220, 293.66], [164.81, 246.94, 329.63], [130.81, 196, 293.66], [146.83, 246.94, 293.66]]),
    ];

    /// <summary>Which of them each phase plays.</summary>
    private static readonly (MusicPhase Phase, int[] Tracks)[] Order =
        [(MusicPhase.Settling, [0]), (MusicPhase.Onset, [1]), (MusicPhase.Peak, [2, 3]), (MusicPhase.Return, [4]), (MusicPhase.After, [0])];

    private static readonly Lazy<(byte[] File, Sound Sound)[]> Played = new(() =>
    [
        .. Written.AsParallel().AsOrdered().Select(track => Pad.Wave(track.Chords)).Select(file => (file, new Sound(Convert.ToHexStringLower(SHA256.HashData(file)), "wav", Pad.Seconds, file.Length))),
    ]);

    internal static TrackId Track(int number) => new(DerivedId.From($"demo-track-{number}"));

    internal static TrackId FirstOf(MusicPhase phase) => Track(Order.First(one => one.Phase == phase).Tracks[0]);

    /// <summary>The tracks and their playlist, as a therapist would have set them up.</summary>
    internal static void SetUp(Desk desk)
    {
        for (var i = 0; i < Written.Length; i++)
        {
            desk.Do(MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.AddTrack(Track(i), Written[i].Title, Credit, Played.Value[i].Sound));
        }

        desk.Do(MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.MakePlaylist(Playlist, PlaylistName));
        foreach (var (phase, tracks) in Order)
        {
            foreach (var track in tracks)
            {
                desk.Do(MusicSlice.Slice, MusicLibrary.Id, new MusicLibrary.Command.PutIn(Playlist, phase, Track(track)));
            }
        }
    }

    /// <summary>Puts the files where the clinic looks for them.</summary>
    public static async Task WriteTo(MusicFolder folder)
    {
        foreach (var (file, _) in Played.Value)
        {
            using var stream = new MemoryStream(file);
            await folder.Take(stream);
        }
    }
}
