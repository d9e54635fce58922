using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>What many parts have: sources, ranges, roles, instruments, conditions over facts.</summary>
internal sealed partial class ProgrammeReader
{
    private static readonly Source NoSource = new(SourceStatus.Default, "");

    private static readonly IReadOnlyDictionary<string, string> RoleIds = Domain.Programmes.Roles.All.ToDictionary(role => role, StringComparer.Ordinal);

    private static readonly IReadOnlyDictionary<string, DoseUnit> Units = new Dictionary<string, DoseUnit>(StringComparer.Ordinal)
    {
        ["mg"] = DoseUnit.Milligrams,
        ["mg/kg"] = DoseUnit.MilligramsPerKilogram,
    };

    private Source Source(Fields fields) => fields.Need("source") is { } node ? SourceOf(node) : NoSource;

    private Source? SourceOrNull(Fields fields) => fields.Find("source") is { } node ? SourceOf(node) : null;

    /// <summary>Its own source, or else that of the block around it.</summary>
    private Source SourceOr(Fields fields, Source around) => SourceOrNull(fields) ?? around;

    private Source SourceOf(YamlPart node) => SourceOf(node, findings);

    internal static Source SourceOf(YamlPart node, Findings findings)
    {
        var text = node is YamlScalar scalar ? scalar.Text.Trim() : "";
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var first = (space < 0 ? text : text[..space]).TrimEnd(',', ';', ':');
        var rest = space < 0 ? "" : text[(space + 1)..].Trim();
        if (!Words<SourceStatus>.All.TryGetValue(first, out var status))
        {
            findings.Add(node, $"The source “{text}” does not begin with how far it may be trusted.", "Begin with found, known, seed or default, then say where: “found SISI”.");
        }
        else if (rest.Length == 0 && status != SourceStatus.Default)
        {
            findings.Add(node, $"The source says “{first}” but not where.", $"Write it after the word: “{first} SISI”.");
        }

        return new(status, rest);
    }

    private Bounds<int>? Range(Fields fields, string key, int least, int most) =>
        fields.Block(key, one => RangeOf(one, least, most));

    private Bounds<int> NeedRange(Fields fields, string key, int least, int most) =>
        fields.NeedBlock(key, one => RangeOf(one, least, most), new Bounds<int>(least, most));

    private Bounds<int> RangeOf(Fields fields, int least, int most)
    {
        var before = findings.Faults.Count;
        var bounds = new Bounds<int>(fields.Whole("least", least, most), fields.Whole("most", least, most));
        InOrder(fields, before, bounds.Least, bounds.Most);
        return bounds;
    }

    /// <summary>Says when two figures are the wrong way round; not when one of them could not be read, which has been said already.</summary>
    private void InOrder(Fields fields, int faultsBefore, decimal least, decimal most, string leastKey = "least", string mostKey = "most")
    {
        if (least > most && findings.Faults.Count == faultsBefore)
        {
            findings.Add(
                fields.Find(leastKey) ?? fields.Here,
                $"“{leastKey}” is {least:0.####}, more than “{mostKey}”, which is {most:0.####}.",
                $"Write the smaller number at “{leastKey}”.");
        }
    }

    private string RoleOf(Fields fields, string key) => fields.Need(key) is { } node ? RoleOf(fields, node, key) : "";

    private string RoleOf(Fields fields, YamlPart node, string key)
    {
        var role = fields.IdOf(node, key);
        if (role.Length > 0 && !RoleIds.ContainsKey(role))
        {
            findings.Add(node, $"“{role}” is not a role.", $"Write one of: {string.Join(", ", RoleIds.Keys)}.");
        }

        return role;
    }

    private IReadOnlyList<string> RolesIn(Fields fields, string key) => [.. fields.Items(key).Select(node => RoleOf(fields, node, key))];

    private IReadOnlyList<string> NeedRoles(Fields fields, string key) => [.. fields.NeedItems(key).Select(node => RoleOf(fields, node, key))];

    private string Instrument(Fields fields, string key = "instrument") => fields.Need(key) is { } node ? InstrumentOf(fields, node, key) : "";

    private string? InstrumentOrNull(Fields fields, string key) => fields.Find(key) is { } node ? InstrumentOf(fields, node, key) : null;

    private string InstrumentOf(Fields fields, YamlPart node, string key)
    {
        var id = fields.IdOf(node, key);
        if (id.Length > 0 && context.InstrumentIds is { } known && !known.Contains(id))
        {
            var near = Spelling.Nearest(id, known);
            findings.Add(
                node,
                $"There is no instrument “{id}”.",
                near is null ? "Add its file to the instruments folder, or write one of: " + string.Join(", ", known.Order(StringComparer.Ordinal)) + "." : $"Did you mean “{near}”?");
        }

        return id;
    }

    private Trigger NeedTrigger(Fields fields, string key, IReadOnlyDictionary<string, FactQuestion> over) =>
        fields.Need(key) is { } node ? TriggerText.Read(node, over, findings) ?? NeverTrigger : NeverTrigger;

    private static Trigger NeverTrigger { get; } = new Trigger.AnyOf([]);
}
