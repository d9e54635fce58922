using System.Globalization;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>
/// Puts a programme on top of the shared parts it uses. Keys of a block replace the shared ones; entries of a list are matched by their name
/// (<c>id</c>, <c>code</c>, <c>route</c> or <c>band</c>): a known name changes only what is written, a new name is added. Other lists are replaced.
/// A changed figure does not keep the old figure's source: the change has to bring its own.
/// </summary>
internal static class Sharing
{
    private static readonly string[] NameKeys = ["id", "code", "route", "band"];

    private static readonly HashSet<string> RuleKeys = new(["when", "holds", "verdict", "level", "rule"], StringComparer.Ordinal);

    /// <summary>Keys of the top that a shared file has for itself and does not pass on.</summary>
    private static readonly HashSet<string> OwnKeys = new(["shared", "title", "summary", "author"], StringComparer.Ordinal);

    public static YamlMapping Resolve(YamlMapping programme, Beside beside, Findings findings)
    {
        findings.Section = "use";
        var top = new Fields(programme, findings);
        YamlMapping? shared = null;
        foreach (var item in top.Items("use"))
        {
            if (SharedFile(top.IdOf(item, "use"), item, beside, findings) is { } part)
            {
                shared = shared is null ? part : OnTop(shared, part, false, findings);
            }
        }

        return shared is null ? programme : OnTop(WithoutLeftOut(shared, top, findings), programme, false, findings);
    }

    private static YamlMapping? SharedFile(string name, YamlPart at, Beside beside, Findings findings)
    {
        if (name.Length == 0)
        {
            return null;
        }

        var file = $"shared/{name}.yaml";
        var kept = beside.Kept(file);
        var path = kept is null ? beside.OnDisk(file) : null;
        if (kept is null && path is null)
        {
            findings.Add(at, $"There is no shared part “{name}”.", $"Write one of: {string.Join(", ", ProgrammeFolders.SharedNames(beside.Folder))}.");
            return null;
        }

        if ((path is null ? YamlText.Read(kept!, file, findings) : ReadOnce(path, ProgrammeFolders.ShownBeside(at.File, path, beside.Folder), findings)) is not { } part)
        {
            return null;
        }

        findings.FilesUsed.Add(file);

        if (part["shared"] is not YamlScalar { Text: var said } || said != name)
        {
            findings.Add(part, $"The shared part does not begin with its own name, “shared: {name}”.", "Write it so, as the file is called.");
        }

        if (part["use"] is { } nested)
        {
            findings.Add(nested, "A shared part uses another.", "Name both in the programme instead.");
        }

        foreach (var key in OwnKeys)
        {
            findings.Asked(key);
        }

        return part with { Entries = [.. part.Entries.Where(entry => !OwnKeys.Contains(entry.Key))] };
    }

    /// <summary>Programmes of one folder use the same few files. One with a fault is read again for each, so that each is told.</summary>
    private static YamlMapping? ReadOnce(string path, string shownAs, Findings findings)
    {
        if (findings.WholeFiles.TryGetValue(path, out var known) && known.File == shownAs)
        {
            return known;
        }

        var before = findings.Faults.Count;
        var part = YamlText.ReadFile(path, shownAs, findings);
        if (part is not null && findings.Faults.Count == before)
        {
            findings.WholeFiles[path] = part;
        }

        return part;
    }

    /// <summary>Takes away what the programme leaves out by name, with its reason.</summary>
    private static YamlMapping WithoutLeftOut(YamlMapping shared, Fields top, Findings findings)
    {
        findings.Section = "leave-out";
        foreach (var (from, id, at) in top.Blocks("leave-out", one => (From: one.Text("from"), Id: one.Text("id"), At: Because(one))))
        {
            var list = shared[from] as YamlSequence;
            var kept = list?.Items.Where(item => Name(item) != id).ToList();
            if (list is null || kept!.Count == list.Items.Count)
            {
                findings.Add(at, $"“{id}” is not in the shared “{from}”, so it cannot be left out.", "Check both names.");
                continue;
            }

            shared = shared with
            {
                Entries = [.. shared.Entries.Select(entry => entry.Key == from ? entry with { Value = list with { Items = kept } } : entry)],
            };
        }

        return shared;
    }

    private static YamlMapping Because(Fields one)
    {
        one.Text("because");
        return one.Here;
    }

    private static YamlMapping OnTop(YamlMapping below, YamlMapping above, bool sourcedAround, Findings findings)
    {
        var sourced = sourcedAround || above["source"] is not null;
        if (below["source"] is YamlScalar source && above["source"] is null && above.Entries.FirstOrDefault(entry => ChangesFigure(below, entry)) is { } changed)
        {
            findings.Add(
                above.File,
                changed.KeyLine,
                $"“{changed.Key}” is changed from {source.File}:{source.Line}, but its source, “{source.Text}”, is the old one's.",
                "Write “source: …” beside the change.");
        }

        var entries = below.Entries
            .Select(entry => above.Entries.FirstOrDefault(other => other.Key == entry.Key) is { } over
                ? over with { Value = Merge(entry.Value, over.Value, sourced, findings) }
                : entry)
            .Concat(above.Entries.Where(entry => below[entry.Key] is null));
        return above with { Entries = [.. entries] };
    }

    private static YamlPart Merge(YamlPart below, YamlPart above, bool sourced, Findings findings) => (below, above) switch
    {
        (YamlMapping one, YamlMapping other) => OnTop(one, other, sourced, findings),
        (YamlSequence one, YamlSequence other) when one.Items.Any(item => Name(item) is not null) => ByName(one, other, sourced, findings),
        _ => above,
    };

    private static YamlSequence ByName(YamlSequence below, YamlSequence above, bool sourced, Findings findings)
    {
        var over = new List<YamlPart>(above.Items);
        var items = new List<YamlPart>();
        foreach (var item in below.Items)
        {
            var name = Name(item);
            var change = name is null ? null : over.Find(other => Name(other) == name);
            items.Add(change is null ? item : Merge(item, change, sourced, findings));
            if (change is not null)
            {
                over.Remove(change);
            }
        }

        return above with { Items = [.. items, .. over] };
    }

    private static bool ChangesFigure(YamlMapping below, YamlEntry entry) => (below[entry.Key], entry.Value) switch
    {
        (YamlScalar before, YamlScalar now) => before.Text != now.Text && (RuleKeys.Contains(entry.Key) || IsNumber(now)),
        (YamlSequence before, YamlSequence now) =>
            now.Items.Any(item => item is YamlScalar number && IsNumber(number)) && !Numbers(before).SequenceEqual(Numbers(now), StringComparer.Ordinal),
        (YamlMapping before, YamlMapping now) => before["source"] is null && now["source"] is null && now.Entries.Any(inner => ChangesFigure(before, inner)),
        (null, YamlScalar now) => IsNumber(now),
        _ => false,
    };

    private static IEnumerable<string> Numbers(YamlSequence list) => list.Items.OfType<YamlScalar>().Select(item => item.Text);

    private static bool IsNumber(YamlScalar scalar) =>
        !scalar.Quoted && decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static string? Name(YamlPart item) =>
        item is YamlMapping mapping
            ? NameKeys.Select(key => mapping[key] as YamlScalar).FirstOrDefault(found => found is not null)?.Text
            : null;
}
