using System.Globalization;

namespace Sojourn.Bench;

/// <summary>What follows the verb: <c>--name value</c>, any number of times.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Arguments(IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at += 2)
        {
            if (!words[at].StartsWith("--", StringComparison.Ordinal) || at + 1 == words.Count)
            {
                throw new UsageException($"“{words[at]}” is not an option with a value.");
            }

            _values[words[at][2..]] = words[at + 1];
        }
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <summary>A whole number from 1, or what is used without it.</summary>
    public int Count(string name, int otherwise) => !_values.TryGetValue(name, out var text)
        ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new UsageException($"--{name} takes a whole number from 1, not “{text}”.");
}

/// <summary>The command line cannot be understood.</summary>
internal sealed class UsageException(string sentence) : Exception(sentence);
