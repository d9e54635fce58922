namespace Sojourn.Architecture.Tests;

/// <summary>The repository's root, found upwards from where the test runs.</summary>
internal static class Repository
{
    internal static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException("The tests run outside the repository.")
        : File.Exists(Path.Combine(folder.FullName, "Sojourn.slnx")) ? folder.FullName
        : Find(folder.Parent);
}
