namespace Sojourn.Programmes.Reading;

/// <summary>
/// The files that a programme uses beside its own: shared parts and consent texts, by their path below the programmes folder. Those kept with it come first,
/// then the folder's, then those that came with the program.
/// </summary>
/// <param name="folder">The programmes folder.</param>
/// <param name="kept">Texts by path, as a published version keeps them; null for none.</param>
internal sealed class Beside(string folder, IReadOnlyDictionary<string, string>? kept = null)
{
    public string Folder => folder;

    /// <summary>The text kept under this path.</summary>
    public string? Kept(string path) => kept?.GetValueOrDefault(path);

    /// <summary>Where the file lies on the disk; null when it is in neither folder.</summary>
    public string? OnDisk(string path) => new[] { folder, ProgrammeFolders.Shipped }.Select(root => Path.Combine(root, path)).FirstOrDefault(File.Exists);
}
