using System.Text.RegularExpressions;

namespace Sojourn.Web.Design;

/// <summary>A stretch of a text that a clinic wrote in a file.</summary>
/// <param name="Runs">For a heading or paragraph; empty for a list.</param>
/// <param name="Items">For a list; empty otherwise.</param>
public sealed record ProseBlock(ProseKind Kind, IReadOnlyList<ProseRun> Runs, IReadOnlyList<IReadOnlyList<ProseRun>> Items);

public sealed record ProseRun(string Words, bool Strong, bool Emphasis);

public enum ProseKind
{
    Heading,
    Paragraph,
    List,
    Numbered,
}

/// <summary>
/// Reads the little Markdown that consent texts and lessons need: third-level headings, paragraphs, lists, strong and emphasis. Everything else is
/// shown as it stands, so that no word of a signed text is ever lost or run as code.
/// </summary>
public static partial class ProseText
{
    public static IReadOnlyList<ProseBlock> Read(string? text)
    {
        var blocks = new List<ProseBlock>();
        foreach (var part in Blank().Split((text ?? "").ReplaceLineEndings("\n").Trim()).Where(part => part.Length > 0))
        {
            Add(blocks, part.Split('\n'));
        }

        return blocks;
    }

    private static void Add(List<ProseBlock> blocks, string[] lines)
    {
        for (var at = 0; at < lines.Length;)
        {
            var kind = KindOf(lines[at]);
            var from = at++;
            while (at < lines.Length && kind != ProseKind.Heading && (KindOf(lines[at]) == kind || IsContinued(kind, lines[at])))
            {
                at++;
            }

            blocks.Add(Block(kind, lines[from..at]));
        }
    }

    private static ProseBlock Block(ProseKind kind, string[] lines) => kind switch
    {
        ProseKind.Heading => new(kind, Runs(lines[0].TrimStart('#').Trim()), []),
        ProseKind.Paragraph => new(kind, Runs(string.Join(' ', lines.Select(line => line.Trim()))), []),
        _ => new(kind, [], Items(kind, lines)),
    };

    private static IReadOnlyList<IReadOnlyList<ProseRun>> Items(ProseKind kind, string[] lines)
    {
        var items = new List<string>();
        foreach (var line in lines)
        {
            if (KindOf(line) == kind)
            {
                items.Add(Bullet().Replace(line, "").Trim());
            }
            else
            {
                items[^1] += " " + line.Trim();
            }
        }

        return [.. items.Select(Runs)];
    }

    private static bool IsContinued(ProseKind kind, string line) => kind is ProseKind.List or ProseKind.Numbered && line.StartsWith(' ');

    private static ProseKind KindOf(string line) => line switch
    {
        _ when line.StartsWith('#') => ProseKind.Heading,
        _ when line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("* ", StringComparison.Ordinal) => ProseKind.List,
        _ when Bullet().IsMatch(line) => ProseKind.Numbered,
        _ => ProseKind.Paragraph,
    };

    private static IReadOnlyList<ProseRun> Runs(string words)
    {
        var runs = new List<ProseRun>();
        var at = 0;
        foreach (Match mark in Marked().Matches(words))
        {
            Plain(words[at..mark.Index]);
            runs.Add(mark.Groups["strong"] is { Success: true } strong ? new(strong.Value, Strong: true, Emphasis: false) : new(mark.Groups["em"].Value, Strong: false, Emphasis: true));
            at = mark.Index + mark.Length;
        }

        Plain(words[at..]);
        return runs;

        void Plain(string rest)
        {
            if (rest.Length > 0)
            {
                runs.Add(new(rest, Strong: false, Emphasis: false));
            }
        }
    }

    [GeneratedRegex(@"\n[ \t]*\n", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^([-*]|\d{1,2}\.) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\*\*(?<strong>[^*]+)\*\*|(?<![\w*])[*_](?<em>[^*_\s][^*_]*)[*_](?![\w*])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
