using System.Globalization;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Sojourn.Web.Programmes;

/// <summary>A line of two texts laid beside each other.</summary>
/// <param name="Kind">- gone, + new, space: the same in both, …: lines left out here.</param>
/// <param name="Number">Its line, in the new text where it is there; as wide as the widest.</param>
internal sealed record TextChange(char Kind, string Number, string Text)
{
    /// <summary>Lines shown around each change.</summary>
    private const int Around = 2;

    /// <summary>Only the changes, with what stands around them; empty where the texts are the same.</summary>
    public static IReadOnlyList<TextChange> Between(string from, string to)
    {
        var lines = new List<TextChange>();
        var (old, now) = (0, 0);
        foreach (var line in InlineDiffBuilder.Diff(from, to, ignoreWhiteSpace: false).Lines)
        {
            old += line.Type is ChangeType.Deleted or ChangeType.Unchanged ? 1 : 0;
            now += line.Type is ChangeType.Inserted or ChangeType.Unchanged ? 1 : 0;
            var number = (line.Type == ChangeType.Deleted ? old : now).ToString(CultureInfo.InvariantCulture).PadLeft(4);
            lines.Add(new(line.Type switch { ChangeType.Deleted => '-', ChangeType.Inserted => '+', _ => ' ' }, number, line.Text));
        }

        var shown = new List<TextChange>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines.Skip(Math.Max(0, at - Around)).Take((2 * Around) + 1).Any(line => line.Kind != ' '))
            {
                shown.Add(lines[at]);
            }
            else if (shown.Count > 0 && shown[^1].Kind != '…')
            {
                shown.Add(new('…', "", ""));
            }
        }

        return shown is [.. var all, { Kind: '…' }] ? all : shown;
    }
}
