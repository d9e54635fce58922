using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Sojourn.Domain.Staff;

namespace Sojourn.Clinic.Staff;

/// <summary>The photographs of those who work here, in one folder beside the journal; each file is named by the hash of its bytes, as music is.</summary>
public sealed partial class PhotographFolder(string path)
{
    /// <summary>Most bytes of one photograph. Guard, not a clinical figure.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>Whole or not at all.</summary>
    /// <returns>The photograph, or a sentence why it was not taken.</returns>
    public async Task<(Photograph? Photograph, string? WhyNot)> Take(Stream content, CancellationToken cancellation = default)
    {
        var bytes = new byte[LargestFile + 1];
        var length = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (length > LargestFile)
        {
            return (null, "The photograph is larger than 2 MB. Make it smaller, for example 800 pixels wide, and try again.");
        }

        var (kept, kind, whyNot) = PictureFile.Read(bytes.AsMemory(0, length));
        if (kind is null)
        {
            return (null, whyNot);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(kept.Span));
        Directory.CreateDirectory(path);
        var unfinished = Path.Combine(path, $"taking-{Guid.CreateVersion7():N}");
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(kept, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, Path.Combine(path, hash), overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return (new Photograph(hash, kind, kept.Length), null);
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
