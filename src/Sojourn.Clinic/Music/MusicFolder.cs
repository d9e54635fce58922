using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Sojourn.Domain.Music;

namespace Sojourn.Clinic.Music;

/// <summary>What became of a file that somebody gave: its sound, or why it was not taken.</summary>
public sealed record Taken(Sound? Sound, string? WhyNot);

/// <summary>
/// The audio files of a clinic, in one folder beside the journal. A file's name is the hash of its bytes, so no name from outside ever becomes a path,
/// and what a playlist names can be checked. Nothing half written is ever seen under such a name.
/// </summary>
public sealed partial class MusicFolder(string path)
{
    /// <summary>Most bytes of one file: a request may have 64 MB in all. Guard, not a clinical figure.</summary>
    public const long LargestFile = 60L * 1024 * 1024;

    private const string Unfinished = "taking-";

    public string Place => path;

    /// <summary>Whole or not at all.</summary>
    public async Task<Taken> Take(Stream content, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(path);
        var unfinished = Path.Combine(path, $"{Unfinished}{Guid.CreateVersion7():N}");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await content.CopyToAsync(file, cancellation);
                if (file.Length > LargestFile)
                {
                    return new(null, "The file is larger than 60 MB. Save it again as MP3, or cut it into parts.");
                }

                file.Position = 0;
                var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
                file.Position = 0;
                var heard = SoundFile.Read(file);
                if (heard.WhyNot is not null)
                {
                    return new(null, heard.WhyNot);
                }

                file.Flush(flushToDisk: true);
                File.Move(unfinished, Path.Combine(path, hash), overwrite: true);
                return new(new Sound(hash, heard.Kind, heard.Seconds, file.Length), null);
            }
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Where the bytes lie; null when they are not here, or the name is no hash.</summary>
    public string? Find(string hash) => IsHash().IsMatch(hash) && Path.Combine(path, hash) is var file && File.Exists(file) ? file : null;

    public void Remove(string hash)
    {
        if (Find(hash) is { } file)
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex("^[0-9a-f]{64}\\z", RegexOptions.None, 1000)]
    private static partial Regex IsHash();
}
