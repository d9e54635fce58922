using System.Text.RegularExpressions;

namespace Sojourn.Simulation.Demo;

/// <summary>
/// What the invented people say, from the files in <c>Words/</c>: one sentence a line. A line may begin with the theme it belongs to
/// (<c>pain: </c>); <c>any</c>, or no theme, suits everybody. Whoever wants more sentences adds a line.
/// </summary>
internal static partial class WordLists
{
    /// <returns>The lines with their themes; theme null where there is none.</returns>
    /// <exception cref="InvalidOperationException">There is no such file.</exception>
    internal static IReadOnlyList<(string? Theme, string Words)> Of(string name)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream($"{name}.txt") ?? throw new InvalidOperationException($"There is no Words/{name}.txt.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)];
    }

    /// <summary>The names of all lists.</summary>
    internal static IReadOnlyList<string> Names => [.. typeof(WordLists).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".txt", StringComparison.Ordinal)).Select(n => n[..^4])];

    private static (string? Theme, string Words) Line(string line) =>
        Themed().Match(line) is { Success: true } match ? (match.Groups["theme"].Value == "any" ? null : match.Groups["theme"].Value, match.Groups["words"].Value) : (null, line);

    [GeneratedRegex("^(?<theme>[a-z]+): (?<words>.+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Themed();
}
