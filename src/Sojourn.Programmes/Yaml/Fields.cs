using System.Globalization;
using System.Text.RegularExpressions;

namespace Sojourn.Programmes.Yaml;

/// <summary>
/// Reads the keys of one block. Each method notes a fault and gives a harmless value when the file is wrong, so that reading goes on to
/// the next fault; what was read is thrown away when there is any. <see cref="Done"/> names the keys that nobody asked for.
/// </summary>
internal sealed partial class Fields(YamlMapping block, Findings findings)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public YamlMapping Here => block;

    public Findings Findings => findings;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The value of a key, or null when it is absent or left empty.</summary>
    public YamlPart? Find(string key)
    {
        asked.Add(key);
        findings.Asked(key);
        return block[key] is { } node && node is not YamlScalar { IsNothing: true } ? node : null;
    }

    public YamlPart? Need(string key)
    {
        var node = Find(key);
        if (node is null)
        {
            var empty = block.Entries.FirstOrDefault(entry => entry.Key == key);
            findings.Add(
                block.File,
                empty?.KeyLine ?? block.Line,
                empty is null ? $"“{key}” is missing here." : $"“{key}” is empty.",
                $"Write “{key}: …”.");
        }

        return node;
    }

    public string Text(string key, int most = 4000) => Need(key) is { } node ? TextOf(node, key, most) : "";

    public string? TextOrNull(string key, int most = 4000) => Find(key) is { } node ? TextOf(node, key, most) : null;

    /// <summary>A name of lower-case letters, digits and hyphens.</summary>
    public string Id(string key = "id")
    {
        var node = Need(key);
        return node is null ? "" : IdOf(node, key);
    }

    public int Whole(string key, int least, int most) => Need(key) is { } node ? WholeOf(node, key, least, most) : least;

    public int? WholeOrNull(string key, int least, int most) => Find(key) is { } node ? WholeOf(node, key, least, most) : null;

    public decimal Number(string key, decimal least, decimal most) => Need(key) is { } node ? NumberOf(node, key, least, most) : least;

    public decimal? NumberOrNull(string key, decimal least, decimal most) => Find(key) is { } node ? NumberOf(node, key, least, most) : null;

    public bool YesNo(string key, bool otherwise)
    {
        switch (Find(key))
        {
            case null:
                return otherwise;
            case YamlScalar { Quoted: false, Text: "yes" or "true" }:
                return true;
            case YamlScalar { Quoted: false, Text: "no" or "false" }:
                return false;
            case var node:
                findings.Add(node, $"“{key}” is {Shown(node)}, which is neither yes nor no.", "Write yes or no, without quotes.");
                return otherwise;
        }
    }

    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct => Need(key) is { } node ? ChoiceOf(node, key, choices) : default;

    public T? ChoiceOrNull<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct => Find(key) is { } node ? ChoiceOf(node, key, choices) : null;

    public DateOnly? DateOrNull(string key)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        if (node is YamlScalar scalar && DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        findings.Add(node, $"“{key}” is {Shown(node)}, which is not a date.", "Write year, month and day, such as 2026-11-22.");
        return null;
    }

    /// <summary>A list; one single value is taken as a list of one. Empty when absent.</summary>
    public IReadOnlyList<YamlPart> Items(string key) => Find(key) switch
    {
        null => [],
        YamlSequence sequence => sequence.Items,
        var single => [single],
    };

    public IReadOnlyList<YamlPart> NeedItems(string key)
    {
        var items = Need(key) is null ? [] : Items(key);
        if (items.Count == 0 && block[key] is YamlSequence empty)
        {
            findings.Add(empty, $"“{key}” is an empty list.", "Write at least one.");
        }

        return items;
    }

    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(item => TextOf(item, key, 1000))];

    public IReadOnlyList<int> Wholes(string key, int least, int most) => [.. Items(key).Select(item => WholeOf(item, key, least, most))];

    public IReadOnlyList<T> Choices<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct => [.. Items(key).Select(item => ChoiceOf(item, key, choices))];

    /// <summary>Reads each block of a list; anything else in the list is a fault.</summary>
    public IReadOnlyList<T> Blocks<T>(string key, Func<Fields, T> read)
    {
        var parts = new List<T>();
        foreach (var item in Items(key))
        {
            if (BlockOf(item, key) is { } fields)
            {
                parts.Add(read(fields));
                fields.Done();
            }
        }

        return parts;
    }

    public T? Block<T>(string key, Func<Fields, T> read)
        where T : class
    {
        if (Find(key) is not { } node || BlockOf(node, key) is not { } fields)
        {
            return null;
        }

        var part = read(fields);
        fields.Done();
        return part;
    }

    public T NeedBlock<T>(string key, Func<Fields, T> read, T otherwise)
        where T : class => Need(key) is null ? otherwise : Block(key, read) ?? otherwise;

    /// <summary>Names every key that was not asked for.</summary>
    public void Done()
    {
        foreach (var entry in block.Entries.Where(entry => !asked.Contains(entry.Key)))
        {
            var near = Spelling.Nearest(entry.Key, asked);
            findings.Add(
                entry.Value.File,
                entry.KeyLine,
                $"“{entry.Key}” is not a key that is known here.",
                near is null ? $"Take it away, or use one of: {string.Join(", ", asked.Order(StringComparer.Ordinal))}." : $"Did you mean “{near}”?");
        }
    }

    public string IdOf(YamlPart node, string key)
    {
        var text = TextOf(node, key, 80);
        if (text.Length > 0 && !IdShape().IsMatch(text))
        {
            findings.Add(node, $"“{key}” is “{text}”, which is not a name.", "Use letters, digits and hyphens, beginning with a letter.");
        }

        return text;
    }

    private Fields? BlockOf(YamlPart node, string key)
    {
        if (node is YamlMapping mapping)
        {
            return new Fields(mapping, findings);
        }

        findings.Add(node, $"“{key}” holds {Shown(node)} where a block of keys is expected.", $"Write keys and values below “{key}”.");
        return null;
    }

    private string TextOf(YamlPart node, string key, int most)
    {
        if (node is not YamlScalar scalar)
        {
            findings.Add(node, $"“{key}” is {node.Kind} where text is expected.", "Write one text; put it in quotes if it has a colon or a bracket in it.");
            return "";
        }

        var text = scalar.Text.Trim();
        if (text.Length == 0)
        {
            findings.Add(node, $"“{key}” is empty.", "Write the text.");
        }
        else if (text.Length > most)
        {
            findings.Add(node, $"“{key}” has {text.Length} letters, more than {most}.", "Shorten it.");
        }

        return text;
    }

    private int WholeOf(YamlPart node, string key, int least, int most)
    {
        if (node is YamlScalar { Quoted: false } scalar && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return InRange(node, key, value, least, most) ? value : least;
        }

        findings.Add(node, $"“{key}” is {Shown(node)}, which is not a whole number.", $"Write a whole number from {least} to {most}, without quotes or unit.");
        return least;
    }

    private decimal NumberOf(YamlPart node, string key, decimal least, decimal most)
    {
        if (node is YamlScalar { Quoted: false } scalar
            && decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return InRange(node, key, value, least, most) ? value : least;
        }

        findings.Add(node, $"“{key}” is {Shown(node)}, which is not a number.", $"Write a number from {Plain(least)} to {Plain(most)} with a point, without quotes or unit.");
        return least;
    }

    private bool InRange(YamlPart node, string key, decimal value, decimal least, decimal most)
    {
        if (value >= least && value <= most)
        {
            return true;
        }

        findings.Add(
            node,
            value < 0 && least >= 0 ? $"“{key}” is {Plain(value)}, which is negative." : $"“{key}” is {Plain(value)}, outside {Plain(least)} to {Plain(most)}.",
            value > most && value / 10 <= most && value / 10 >= least
                ? $"Is it ten times too much? Write a number from {Plain(least)} to {Plain(most)}."
                : $"Write a number from {Plain(least)} to {Plain(most)}.");
        return false;
    }

    private T ChoiceOf<T>(YamlPart node, string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (node is YamlScalar scalar && choices.TryGetValue(scalar.Text, out var value))
        {
            return value;
        }

        var near = node is YamlScalar { Text: var text } ? Spelling.Nearest(text, choices.Keys) : null;
        findings.Add(
            node,
            $"“{key}” is {Shown(node)}, which is not known here.",
            near is null ? $"Write one of: {string.Join(", ", choices.Keys)}." : $"Did you mean “{near}”? Known are: {string.Join(", ", choices.Keys)}.");
        return default;
    }

    private static string Shown(YamlPart node) => node is YamlScalar { Text: var text } ? $"“{(text.Length > 60 ? text[..60] + "…" : text)}”" : node.Kind;

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdShape();
}
