using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Sojourn.Web.Forms;

/// <summary>What was typed: the fields of a form, or of a flat JSON object with the same names.</summary>
public sealed class Fields(IReadOnlyDictionary<string, IReadOnlyList<string>> all)
{
    public static Fields None { get; } = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    /// <summary>The first value of each field, for showing a form again as it was typed.</summary>
    public IReadOnlyDictionary<string, string> Values { get; } = all.Where(f => f.Value.Count > 0).ToDictionary(f => f.Key, f => f.Value[0], StringComparer.Ordinal);

    /// <summary>Trimmed; null when missing or blank.</summary>
    public string? this[string name] => Values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public IReadOnlyList<string> Every(string name) => all.TryGetValue(name, out var values) ? values : [];

    /// <summary>Names of all fields that were sent.</summary>
    public IEnumerable<string> Names => all.Keys;

    public static Fields Of(IFormCollection form) => new(form.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)[.. f.Value.Select(v => v ?? "")], StringComparer.Ordinal));

    /// <summary>A flat object: text, numbers, yes/no, null, and lists of these.</summary>
    /// <returns>Null when it is anything else.</returns>
    public static Fields? Of(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.EnumerateObject().All(p => Flat(p.Value))
            ? new(json.EnumerateObject().GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Texts(g.Last().Value), StringComparer.Ordinal))
            : null;

    private static bool Flat(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => false,
        JsonValueKind.Array => value.EnumerateArray().All(v => v.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)),
        _ => true,
    };

    private static IReadOnlyList<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => [],
        JsonValueKind.Array => [.. value.EnumerateArray().SelectMany(Texts)],
        JsonValueKind.True => ["yes"],
        JsonValueKind.False => ["no"],
        JsonValueKind.String => [value.GetString()!],
        _ => [value.GetRawText()],
    };
}
