using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Sojourn.Programmes.Yaml;

/// <summary>
/// The "name: value" lines at one place of a file. Reading a value that is absent or wrong adds a fault and gives a harmless value, so that
/// reading goes on and finds the rest; whoever reads looks at the faults before using anything.
/// </summary>
internal sealed class YamlMap(YamlReading reading, YamlMappingNode node, string place)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public string Place => place;

    public void Fault(string sentence) => reading.Fault(node, sentence);

    public void Fault(string key, string sentence) => reading.Fault(Child(key) ?? node, sentence);

    public bool Has(string key) => Child(key) is { } child && !IsEmpty(child);

    public string Text(string key) => OptionalText(key) ?? Absent(key, string.Empty);

    public string? OptionalText(string key) => Value(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value!.Trim(),
        var other => Wrong<string?>(other, $"\"{key}\" must be plain text.", null),
    };

    public int Whole(string key, int least, int most) => Has(key) ? OptionalWhole(key, least, most) ?? least : Absent(key, least);

    public int? OptionalWhole(string key, int least, int most) =>
        Value(key) is not { } value ? null
        : value is YamlScalarNode { Value: { } text } && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : Wrong<int?>(value, $"\"{key}\" must be a whole number from {least} to {most}.", null);

    public decimal Number(string key) => Has(key) ? OptionalNumber(key) ?? 0 : Absent(key, 0m);

    public decimal? OptionalNumber(string key) =>
        Value(key) is not { } value ? null : Number(value) ?? Wrong<decimal?>(value, $"\"{key}\" must be a number.", null);

    public bool Flag(string key, bool otherwise) => Value(key) switch
    {
        null => otherwise,
        YamlScalarNode { Value: "true" or "yes" } => true,
        YamlScalarNode { Value: "false" or "no" } => false,
        var other => Wrong(other, $"\"{key}\" must be true or false.", otherwise),
    };

    /// <summary>One word out of a list of words; each stands for a value.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct =>
        !Has(key) ? Absent(key, words.Values.First())
        : Value(key) is YamlScalarNode { Value: { } word } && words.TryGetValue(word, out var value) ? value
        : Wrong(Value(key)!, $"\"{key}\" must be one of: {string.Join(", ", words.Keys)}.", words.Values.First());

    public YamlMap? OptionalMap(string key) => Value(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(reading, map, key),
        var other => Wrong<YamlMap?>(other, $"\"{key}\" must be a block of \"name: value\" lines.", null),
    };

    public YamlMap? Map(string key) => Has(key) ? OptionalMap(key) : Absent<YamlMap?>(key, null);

    /// <summary>Blocks in a list; empty when there are none.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) =>
        [.. Sequence(key).Select(child => child is YamlMappingNode map ? new YamlMap(reading, map, key) : Wrong<YamlMap?>(child, $"Every entry of \"{key}\" must be a block of \"name: value\" lines.", null)).OfType<YamlMap>()];

    /// <summary>Words in a list; empty when there are none.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        [.. Sequence(key).Select(child => child is YamlScalarNode { Value: { } text } ? text : Wrong<string?>(child, $"Every entry of \"{key}\" must be plain text.", null)).OfType<string>()];

    public IReadOnlyList<decimal> Numbers(string key) =>
        [.. Sequence(key).Select(child => Number(child) ?? Wrong<decimal?>(child, $"Every entry of \"{key}\" must be a number.", null)).OfType<decimal>()];

    /// <summary>The names used here, in order.</summary>
    public IReadOnlyList<string> Keys => [.. node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value!)];

    /// <summary>Adds a fault for every name that nobody asked for: a misspelt name must not pass unread.</summary>
    public void NothingElse()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !asked.Contains(name))
            {
                reading.Fault(key, $"\"{key}\" is not known in {place}; known are: {string.Join(", ", asked.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    private IEnumerable<YamlNode> Sequence(string key) => Value(key) switch
    {
        null => [],
        YamlSequenceNode sequence => sequence.Children,
        var other => Wrong<IEnumerable<YamlNode>>(other, $"\"{key}\" must be a list.", []),
    };

    private YamlNode? Value(string key) => Child(key) is { } child && !IsEmpty(child) ? child : null;

    private YamlNode? Child(string key)
    {
        asked.Add(key);
        return node.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Value;
    }

    private T Absent<T>(string key, T otherwise)
    {
        reading.Fault(node, $"\"{key}\" is missing in {place}.");
        return otherwise;
    }

    private T Wrong<T>(YamlNode at, string sentence, T otherwise)
    {
        reading.Fault(at, sentence);
        return otherwise;
    }

    private static bool IsEmpty(YamlNode child) =>
        child is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "null" or "~" };

    private static decimal? Number(YamlNode value) =>
        value is YamlScalarNode { Value: { } text }
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
