namespace Sojourn.Fhir.Importing;

/// <summary>Finds what a reference means within one file: by full URL, by type and id, by contained id, by identifier.</summary>
internal sealed class References
{
    private readonly Dictionary<string, Entry> byUrl = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry?> byTypeAndId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry?> byIdentifier = new(StringComparer.Ordinal);

    internal References(IEnumerable<Entry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.FullUrl is { } url && !byUrl.TryAdd(url, entry))
            {
                entry.Fault($"The fullUrl {url} is used by an earlier entry as well. Each entry needs its own.");
            }

            if (entry.Id is { } id)
            {
                Add(byTypeAndId, $"{entry.Type}/{id}", entry);
            }

            if (entry.Type == "Patient")
            {
                foreach (var identifier in entry.Resource["identifier"].Items())
                {
                    if (identifier["value"].Text() is { } value)
                    {
                        Add(byIdentifier, $"{identifier["system"].Text()}|{value}", entry);
                        Add(byIdentifier, $"|{value}", entry);
                    }
                }
            }
        }
    }

    /// <summary>The entry that a Reference means; null where it is not in this file, or could be several.</summary>
    internal Entry? Find(Node reference)
    {
        if (reference["reference"].Text() is not { } text)
        {
            return reference["identifier"]["value"].Text() is { } value ? byIdentifier.GetValueOrDefault($"{reference["identifier"]["system"].Text()}|{value}") : null;
        }

        if (byUrl.TryGetValue(text, out var found))
        {
            return found;
        }

        if (text.IndexOf('?', StringComparison.Ordinal) is var query and >= 0)
        {
            return Conditional(text[(query + 1)..]);
        }

        var parts = text.Split("/_history/", 2)[0].Split('/');
        return parts.Length >= 2 ? byTypeAndId.GetValueOrDefault($"{parts[^2]}/{parts[^1]}") : byTypeAndId.GetValueOrDefault(text);
    }

    /// <summary>How a report names what a reference points to.</summary>
    internal static string Say(Node reference) => reference["reference"].Text() ?? reference["identifier"]["value"].Text() ?? reference["display"].Text() ?? "nobody";

    private Entry? Conditional(string query)
    {
        foreach (var part in query.Split('&'))
        {
            if (part.StartsWith("identifier=", StringComparison.Ordinal))
            {
                var token = Uri.UnescapeDataString(part["identifier=".Length..]);
                return byIdentifier.GetValueOrDefault(token.Contains('|', StringComparison.Ordinal) ? token : $"|{token}");
            }
        }

        return null;
    }

    /// <summary>Two entries under one key make the key useless rather than the first entry right.</summary>
    private static void Add(Dictionary<string, Entry?> index, string key, Entry entry)
    {
        if (!index.TryAdd(key, entry) && index[key] != entry)
        {
            index[key] = null;
        }
    }
}
