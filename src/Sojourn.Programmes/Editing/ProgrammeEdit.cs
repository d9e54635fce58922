using System.Globalization;
using System.Text.RegularExpressions;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Editing;

/// <summary>One value of a programme's text.</summary>
/// <param name="Path">Where it is: <c>phases[3].window.least</c>. Stays the same while entries before it do.</param>
/// <param name="Label">Its keys in words: “window, least”.</param>
/// <param name="Line">1 for the first line.</param>
public sealed record TextValue(string Path, string Label, string Value, int Line)
{
    /// <summary>All that may stand here; empty where anything may be written.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}

/// <summary>The values of one entry of a list, or of what stands for itself.</summary>
/// <param name="Path">Of the entry; empty for what is no entry of a list and cannot be copied or taken away.</param>
/// <param name="Title">Its name.</param>
public sealed record TextGroup(string Path, string Title, int Line, IReadOnlyList<TextValue> Fields);

/// <summary>A key of the top and all that is below it.</summary>
public sealed record TextSection(string Key, int Line, IReadOnlyList<TextGroup> Groups)
{
    /// <summary>The value of a key that has just one; null for what has none.</summary>
    public string? Value => Groups is [{ Fields: [var first, ..] }, ..] ? first.Value : null;
}

/// <summary>Changes single values and entries in a programme's text and leaves every other character, comments included, as it was.</summary>
public static partial class ProgrammeEdit
{
    private static readonly string[] Names = ["title", "id", "session", "code", "route", "format", "role"];

    /// <summary>The text as sections and values, in its own order; none where it is not well-formed.</summary>
    public static IReadOnlyList<TextSection> Sections(string text) => Read(text) is not { } top
        ? []
        : WithChoices([.. top.Entries.Select(entry => new TextSection(entry.Key, entry.KeyLine, [.. Groups(entry)]))]);

    private static IReadOnlyList<TextSection> WithChoices(IReadOnlyList<TextSection> sections)
    {
        var ids = sections.Where(section => section.Key == "sessions").SelectMany(section => section.Groups)
            .Select(group => group.Fields.FirstOrDefault(field => field.Path == $"{group.Path}.id")?.Value).OfType<string>().ToList();
        return
        [
            .. sections.Select(section => section with
            {
                Groups = [.. section.Groups.Select(group => group with { Fields = [.. group.Fields.Select(field => field with { Choices = AllowedWords.At(field.Path, field.Value, ids) })] })],
            }),
        ];
    }

    /// <summary>The text with some values changed.</summary>
    /// <param name="values">New values by path.</param>
    /// <returns>Null where the text is not well-formed or has no such place.</returns>
    public static string? With(string text, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(values);
        var scalars = Scalars(text);
        if (values.Keys.Any(path => !scalars.ContainsKey(path)))
        {
            return null;
        }

        var changes = values
            .Select(value => (Old: scalars[value.Key], New: value.Value.ReplaceLineEndings("\n").Trim()))
            .Where(change => change.Old.Text.Trim() != change.New)
            .OrderByDescending(change => change.Old.Start);
        foreach (var (old, now) in changes)
        {
            text = text[..old.Start] + Written(old, now, text) + text[old.End..];
        }

        return text;
    }

    /// <summary>The text with an entry once more, right after itself, under another id.</summary>
    /// <returns>Null where there is no such entry.</returns>
    public static string? WithCopy(string text, string path, string id)
    {
        if (Lines(text, path) is not var (first, after))
        {
            return null;
        }

        var lines = text.Split('\n').ToList();
        var copied = string.Join('\n', [.. lines[..after], .. lines[first..after], .. lines[after..]]);
        var place = Indexed().Match(path);
        var copy = $"{place.Groups["list"].Value}[{int.Parse(place.Groups["at"].Value, CultureInfo.InvariantCulture) + 1}]";
        return Scalars(copied).ContainsKey($"{copy}.id") ? With(copied, new Dictionary<string, string>(StringComparer.Ordinal) { [$"{copy}.id"] = id }) : copied;
    }

    /// <summary>The text without an entry.</summary>
    /// <returns>Null where there is no such entry.</returns>
    public static string? Without(string text, string path)
    {
        if (Lines(text, path) is not var (first, after))
        {
            return null;
        }

        var lines = text.Split('\n');
        return string.Join('\n', [.. lines[..first], .. lines[after..]]);
    }

    /// <summary>Lines of an entry of a list that stands on lines of its own, the first and the one after the last, from 0.</summary>
    private static (int First, int After)? Lines(string text, string path)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(path);
        if (Read(text) is not { } top || Find(top, path) is not { } entry || !Indexed().IsMatch(path))
        {
            return null;
        }

        var lines = text.Split('\n');
        var first = entry.Line - 1;
        var dash = lines[first].Length - lines[first].TrimStart().Length;
        if (!lines[first].TrimStart().StartsWith("- ", StringComparison.Ordinal))
        {
            return null;
        }

        var after = first + 1;
        while (after < lines.Length && (lines[after].Trim().Length == 0 || lines[after].Length - lines[after].TrimStart().Length > dash))
        {
            after++;
        }

        while (after > first + 1 && lines[after - 1].Trim().Length == 0)
        {
            after--;
        }

        return (first, after);
    }

    private static string Written(YamlScalar old, string now, string text)
    {
        var ending = text[old.Start..old.End] is [.., '\n'] && old.Start < old.End && text[old.Start] is '>' or '|' ? "\n" : "";
        var plain = !old.Quoted && Plain().IsMatch(now) && !now.Contains(": ", StringComparison.Ordinal) && !now.Contains(" #", StringComparison.Ordinal);
        var before = old.Start > 0 && text[old.Start - 1] == ':' ? " " : "";
        return before + (plain ? now : $"\"{now.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"") + ending;
    }

    private static YamlMapping? Read(string text) => YamlText.Read(text, "", new Findings());

    private static Dictionary<string, YamlScalar> Scalars(string text) => Read(text) is { } top ? Walk("", "", top).ToDictionary(one => one.Path, one => one.Scalar, StringComparer.Ordinal) : [];

    private static IEnumerable<TextGroup> Groups(YamlEntry entry)
    {
        if (entry.Value is YamlSequence list && list.Items.All(item => item is YamlMapping))
        {
            return list.Items.Select((item, at) => new TextGroup($"{entry.Key}[{at}]", TitleOf((YamlMapping)item, at), item.Line, Fields($"{entry.Key}[{at}]", item)));
        }

        return [new("", "", entry.KeyLine, Fields(entry.Key, entry.Value))];
    }

    private static string TitleOf(YamlMapping item, int at) =>
        Names.Select(name => item[name]).OfType<YamlScalar>().FirstOrDefault()?.Text ?? (at + 1).ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<TextValue> Fields(string path, YamlPart part) =>
        [.. Walk(path, "", part).Select(one => new TextValue(one.Path, one.Label.Length == 0 ? path : one.Label, one.Scalar.Text.Trim(), one.Scalar.Line))];

    private static IEnumerable<(string Path, string Label, YamlScalar Scalar)> Walk(string path, string label, YamlPart part) => part switch
    {
        YamlScalar scalar => [(path, label, scalar)],
        YamlSequence list => list.Items.SelectMany((item, at) => Walk($"{path}[{at}]", Joined(label, item is YamlMapping block ? TitleOf(block, at) : (at + 1).ToString(CultureInfo.InvariantCulture)), item)),
        YamlMapping block => block.Entries.SelectMany(entry => Walk(path.Length == 0 ? entry.Key : $"{path}.{entry.Key}", Joined(label, entry.Key.Replace('-', ' ')), entry.Value)),
        _ => [],
    };

    private static string Joined(string label, string word) => label.Length == 0 ? word : $"{label}, {word}";

    private static YamlPart? Find(YamlPart part, string path)
    {
        foreach (var step in Steps().Matches(path).Select(match => match.Value))
        {
            part = (part, step) switch
            {
                (YamlSequence list, ['[', .. var at, ']']) when int.Parse(at, CultureInfo.InvariantCulture) is var number && number < list.Items.Count => list.Items[number],
                (YamlMapping block, [not '[', ..]) when block[step] is { } found => found,
                _ => null!,
            };
            if (part is null)
            {
                return null;
            }
        }

        return part;
    }

    [GeneratedRegex(@"\[\d{1,6}\]|[^.\[\]]+", RegexOptions.None, 1000)]
    private static partial Regex Steps();

    [GeneratedRegex(@"^(?<list>.+)\[(?<at>\d{1,6})\]$", RegexOptions.None, 1000)]
    private static partial Regex Indexed();

    /// <summary>Can stand without quotes anywhere, between brackets too.</summary>
    [GeneratedRegex(@"^[\p{L}\p{N}][^,\[\]{}""'\n]*$", RegexOptions.None, 1000)]
    private static partial Regex Plain();
}
