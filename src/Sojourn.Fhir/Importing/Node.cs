using System.Text.Json;

namespace Sojourn.Fhir.Importing;

/// <summary>A place in one entry. Absent places read as nothing; places of the wrong type are a fault of the entry, said once with their path.</summary>
internal readonly struct Node(JsonElement element, string path, Action<string> fault)
{
    /// <summary>Most characters of any text that is taken. A longer one is a document in the wrong place.</summary>
    internal const int LongestText = 1000;

    internal bool IsThere => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    internal Node this[string name] =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new(element.TryGetProperty(name, out var child) ? child : default, path.Length == 0 ? name : $"{path}.{name}", fault),
            JsonValueKind.Undefined or JsonValueKind.Null => new(default, $"{path}.{name}", fault),
            _ => Wrong("an object"),
        };

    internal IEnumerable<Node> Items()
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var at = path;
            var say = fault;
            return element.EnumerateArray().Select((item, index) => new Node(item, $"{at}[{index}]", say));
        }

        if (IsThere)
        {
            Wrong("a list");
        }

        return [];
    }

    /// <summary>Without control characters and outer blanks; null when nothing is left.</summary>
    internal string? Text()
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            if (IsThere)
            {
                Wrong("text");
            }

            return null;
        }

        string raw;
        try
        {
            raw = element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            fault($"{path} holds half a character. Export it again as UTF-8.");
            return null;
        }

        var text = string.Concat(raw.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        if (text.Length > LongestText)
        {
            fault($"{path} has {text.Length} characters. Shorten it to {LongestText}.");
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    internal bool? YesNo()
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        if (IsThere)
        {
            Wrong("true or false");
        }

        return null;
    }

    internal decimal? Number()
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number))
        {
            return number;
        }

        if (IsThere)
        {
            Wrong("a number");
        }

        return null;
    }

    internal void Fault(string sentence) => fault(path.Length == 0 ? sentence : $"{path}: {sentence}");

    private Node Wrong(string right)
    {
        fault($"{path} should be {right}, and is {Kind(element.ValueKind)}.");
        return new(default, path, fault);
    }

    private static string Kind(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };
}
