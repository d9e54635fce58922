namespace Sojourn.Programmes.Reading;

/// <summary>Where the files are.</summary>
public static class ProgrammeFolders
{
    /// <summary>The programmes that came with the program.</summary>
    public static string Shipped { get; } = Path.Combine(AppContext.BaseDirectory, "programmes");

    /// <summary>The instruments that came with the program.</summary>
    public static string ShippedInstruments { get; } = Path.Combine(AppContext.BaseDirectory, "instruments");

    internal static IReadOnlyList<string> SharedNames(string folder) =>
        [.. new[] { folder, Shipped }
            .Select(root => Path.Combine(root, "shared"))
            .Where(Directory.Exists)
            .SelectMany(root => Directory.EnumerateFiles(root, "*.yaml"))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    /// <summary>Names a file below the programmes folder in the way that the programme itself was named.</summary>
    internal static string ShownBeside(string programmeFile, string path, string folder)
    {
        var below = Path.GetRelativePath(folder, path);
        return below.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(below)
            ? path
            : Path.Combine(Path.GetDirectoryName(programmeFile) ?? "", below);
    }

    /// <summary>Ids of the instruments in a folder: the names of its files; null when there is no such folder.</summary>
    internal static IReadOnlySet<string>? InstrumentIds(string? folder) =>
        folder is not null && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet(StringComparer.Ordinal)
            : null;
}
