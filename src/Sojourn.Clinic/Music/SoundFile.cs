using System.Buffers.Binary;

namespace Sojourn.Clinic.Music;

/// <summary>What a file's bytes say of themselves; its name is not asked.</summary>
/// <param name="Kind">wav, mp3, ogg or flac; empty when it is none of them.</param>
/// <param name="Seconds">Rounded up.</param>
/// <param name="WhyNot">Null when browsers can play it.</param>
public sealed record SoundFile(string Kind, int Seconds, string? WhyNot)
{
    private const string Kinds = "Save it as MP3, Ogg (Vorbis or Opus), FLAC or WAV.";

    /// <summary>Of a whole file, from its beginning.</summary>
    public static SoundFile Read(Stream file)
    {
        var head = new byte[64];
        var got = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> start = head.AsSpan(0, got);
        return start switch
        {
            { Length: 0 } => Not("The file is empty."),
            _ when start.StartsWith("RIFF"u8) && got >= 12 && start[8..12].SequenceEqual("WAVE"u8) => Wave(file),
            _ when start.StartsWith("fLaC"u8) && got >= 26 => Flac(start),
            _ when start.StartsWith("OggS"u8) => Ogg(file, start),
            _ when start.StartsWith("ID3"u8) || (got >= 4 && Mp3Frame.Read(start) is not null) => Mp3(file),
            _ when got >= 12 && start[4..8].SequenceEqual("ftyp"u8) => Not($"This is MP4 or M4A, which not every browser plays. {Kinds}"),
            _ => Not($"This is not audio that browsers play. {Kinds}"),
        };
    }

    private static SoundFile Wave(Stream file)
    {
        file.Position = 12;
        var chunk = new byte[8];
        long rate = 0;
        while (file.ReadAtLeast(chunk, 8, throwOnEndOfStream: false) == 8)
        {
            long size = BinaryPrimitives.ReadUInt32LittleEndian(chunk.AsSpan(4));
            if (chunk.AsSpan(0, 4).SequenceEqual("fmt "u8) && size >= 16)
            {
                var format = new byte[16];
                file.ReadExactly(format);
                rate = BinaryPrimitives.ReadUInt32LittleEndian(format.AsSpan(8));
                size -= 16;
            }
            else if (chunk.AsSpan(0, 4).SequenceEqual("data"u8))
            {
                return rate == 0 ? Not("This WAV file does not say how it is to be played. Save it again.")
                    : file.Position + size > file.Length ? Not("This WAV file ends before its sound does. Copy or save it again.")
                    : Heard("wav", (double)size / rate);
            }

            file.Position = Math.Min(file.Length, file.Position + size + (size % 2));
        }

        return Not("This WAV file has no sound in it. Save it again.");
    }

    /// <summary>Rate and number of samples stand in the first block.</summary>
    private static SoundFile Flac(ReadOnlySpan<byte> start)
    {
        var rate = (start[18] << 12) | (start[19] << 4) | (start[20] >> 4);
        var samples = ((long)(start[21] & 0x0f) << 32) | BinaryPrimitives.ReadUInt32BigEndian(start[22..]);
        return rate == 0 || samples == 0 ? Not("This FLAC file does not say how long it is. Save it again.") : Heard("flac", (double)samples / rate);
    }

    /// <summary>The last page says how many samples came before its end.</summary>
    private static SoundFile Ogg(Stream file, ReadOnlySpan<byte> start)
    {
        var (opus, vorbis) = (start.IndexOf("OpusHead"u8), start.IndexOf("\u0001vorbis"u8));
        var rate = opus >= 0 ? 48_000L : vorbis >= 0 && vorbis + 16 <= start.Length ? BinaryPrimitives.ReadUInt32LittleEndian(start[(vorbis + 12)..]) : 0;
        if (rate == 0)
        {
            return Not($"This Ogg file is neither Vorbis nor Opus. {Kinds}");
        }

        var tail = new byte[Math.Min(file.Length, 128 * 1024)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var last = tail.AsSpan().LastIndexOf("OggS"u8);
        var samples = last >= 0 && last + 14 <= tail.Length ? BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(last + 6)) : 0;
        return samples <= 0 ? Not("This Ogg file ends before its sound does. Copy or save it again.") : Heard("ogg", (double)samples / rate);
    }

    /// <summary>An MP3 says nowhere how long it is: every frame is counted.</summary>
    private static SoundFile Mp3(Stream file)
    {
        var all = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(all);
        ReadOnlySpan<byte> rest = all.AsSpan(Math.Min(all.Length, TagLength(all)));
        var (seconds, frames, skipped) = (0d, 0, 0);
        while (rest.Length >= 4)
        {
            if (Mp3Frame.Read(rest) is { } frame)
            {
                (seconds, frames) = (seconds + frame.Seconds, frames + 1);
                rest = rest[Math.Min(frame.Length, rest.Length)..];
            }
            else if (frames == 0 && ++skipped > 16_384)
            {
                break;
            }
            else
            {
                rest = rest[1..];
            }
        }

        return frames < 4 ? Not("This looks like MP3, but there is no sound in it. Copy or save it again.") : Heard("mp3", seconds);
    }

    /// <summary>Of the words (title, picture) that may stand before the sound.</summary>
    private static int TagLength(ReadOnlySpan<byte> all) =>
        all.Length >= 10 && all.StartsWith("ID3"u8) ? 10 + ((all[6] & 0x7f) << 21) + ((all[7] & 0x7f) << 14) + ((all[8] & 0x7f) << 7) + (all[9] & 0x7f) : 0;

    private static SoundFile Heard(string kind, double seconds) => seconds < 1 ? Not("The file holds less than a second of sound.") : new(kind, (int)Math.Ceiling(seconds), null);

    private static SoundFile Not(string why) => new("", 0, why);
}
