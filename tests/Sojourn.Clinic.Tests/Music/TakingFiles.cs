using System.Buffers.Binary;
using Sojourn.Clinic.Music;

namespace Sojourn.Clinic.Tests.Music;

/// <summary>A file is taken whole under the hash of its bytes, or not at all; what it is, its bytes say.</summary>
public sealed class TakingFiles : IDisposable
{
    private readonly DirectoryInfo place = Directory.CreateTempSubdirectory("sojourn-music-");

    private MusicFolder Folder => new(place.FullName);

    public void Dispose() => place.Delete(recursive: true);

    [Fact]
    public async Task A_wav_is_taken_once_under_its_hash_with_its_length()
    {
        var taken = await Take(Wav.Of(3));
        Assert.Equal(("wav", 3), (taken.Sound!.Kind, taken.Sound.Seconds));
        Assert.Equal(taken, await Take(Wav.Of(3)));
        Assert.Equal([taken.Sound.Hash], place.GetFiles().Select(file => file.Name));
        Assert.Equal(Wav.Of(3), await File.ReadAllBytesAsync(Folder.Find(taken.Sound.Hash)!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_not_taken_leaves_nothing_behind_and_says_why()
    {
        foreach (var (file, why) in new (byte[], string)[]
        {
            ([], "empty"),
            ("<html>hello</html>"u8.ToArray(), "not audio"),
            (Wav.Of(3)[..20_000], "ends before its sound does"),
            ([.. "RIFF0000WAVEjunk"u8], "no sound in it"),
            ([0, 0, 0, 32, .. "ftypM4A isom"u8], "M4A"),
            ([.. "ID3"u8, .. new byte[40_000]], "no sound in it"),
            ([.. "OggS"u8, .. new byte[200]], "neither Vorbis nor Opus"),
        })
        {
            var taken = await Take(file);
            Assert.Null(taken.Sound);
            Assert.Contains(why, taken.WhyNot, StringComparison.Ordinal);
        }

        Assert.Empty(place.GetFiles());
    }

    [Fact]
    public async Task A_file_that_breaks_off_on_its_way_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => Folder.Take(new Broken(), TestContext.Current.CancellationToken));
        Assert.Empty(place.GetFiles());
    }

    [Fact]
    public async Task What_is_too_large_is_not_taken()
    {
        var large = Wav.Of(1);
        Array.Resize(ref large, (int)MusicFolder.LargestFile + 1);
        Assert.Contains("larger than 60 MB", (await Take(large)).WhyNot, StringComparison.Ordinal);
        Assert.Empty(place.GetFiles());
    }

    [Theory]
    [InlineData("../clinic.db")]
    [InlineData("..%2fclinic.db")]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    public void A_name_that_is_no_hash_is_no_file(string name) => Assert.Null(Folder.Find(name));

    [Fact]
    public async Task The_length_of_an_mp3_is_that_of_its_frames()
    {
        // 128 kbit/s at 44,100 Hz: 417 bytes and 1,152 samples a frame; 100 frames are 2.6 seconds.
        var frame = new byte[417];
        new byte[] { 0xff, 0xfb, 0x90, 0x00 }.CopyTo(frame, 0);
        var taken = await Take([.. Enumerable.Repeat(frame, 100).SelectMany(bytes => bytes)]);
        Assert.Equal(("mp3", 3), (taken.Sound!.Kind, taken.Sound.Seconds));
    }

    [Fact]
    public async Task The_length_of_an_opus_file_stands_on_its_last_page()
    {
        var file = new byte[400];
        "OggS"u8.CopyTo(file);
        "OpusHead"u8.CopyTo(file.AsSpan(28));
        "OggS"u8.CopyTo(file.AsSpan(300));
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(306), 48_000 * 90);
        var taken = await Take(file);
        Assert.Equal(("ogg", 90), (taken.Sound!.Kind, taken.Sound.Seconds));
    }

    [Fact]
    public async Task The_length_of_a_flac_stands_in_its_first_block()
    {
        var file = new byte[100];
        "fLaC"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt64BigEndian(file.AsSpan(18), (44_100UL << 44) | (44_100UL * 12));
        var taken = await Take(file);
        Assert.Equal(("flac", 12), (taken.Sound!.Kind, taken.Sound.Seconds));
    }

    private async Task<Taken> Take(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return await Folder.Take(stream, TestContext.Current.CancellationToken);
    }

    private sealed class Broken : MemoryStream
    {
        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => throw new IOException("The connection broke.");
    }
}
