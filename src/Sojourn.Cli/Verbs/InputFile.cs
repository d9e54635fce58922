namespace Sojourn.Cli.Verbs;

/// <summary>What a verb reads: a file, or with <c>-</c> what comes in.</summary>
internal static class InputFile
{
    internal static async Task<byte[]> Read(string file, CancellationToken stop)
    {
        if (!string.Equals(file, "-", StringComparison.Ordinal))
        {
            return await File.ReadAllBytesAsync(file, stop);
        }

        using var all = new MemoryStream();
        await using var standard = Console.OpenStandardInput();
        await standard.CopyToAsync(all, stop);
        return all.ToArray();
    }
}
