using System.Text.Json;
using System.Text.Unicode;

namespace Sojourn.Fhir.Importing;

/// <summary>Where each entry lies in a file: found in one pass over the bytes, so that a large bundle is never in memory as a tree.</summary>
/// <param name="BundleType">Null for a single resource.</param>
/// <param name="HasNextPage">The bundle is one page of several.</param>
/// <param name="Entries">Ranges of bytes; each holds an entry of the bundle, or the single resource.</param>
internal sealed record Outline(string ResourceType, string? BundleType, bool HasNextPage, IReadOnlyList<Range> Entries)
{
    /// <summary>Levels of nesting that a FHIR resource may have here. The deepest of the samples has 14.</summary>
    internal const int Deepest = 48;

    internal static (Outline? Outline, string? Fault) Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return (null, "The file is written as UTF-16. Save it as UTF-8 and import it again.");
        }

        var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        var text = bytes[start..];
        if (text.Trim(" \t\r\n"u8).IsEmpty)
        {
            return (null, "The file is empty. Export it again.");
        }

        if (text.TrimStart(" \t\r\n"u8)[0] == (byte)'<')
        {
            return (null, "The file is XML. Export it as FHIR R4 in JSON and import that.");
        }

        if (!Utf8.IsValid(text))
        {
            return (null, "The file is not text in UTF-8. Save it as UTF-8 and import it again.");
        }

        try
        {
            return Walk(text, start);
        }
        catch (JsonException broken)
        {
            return (null, $"The file is not JSON: it breaks off the rules in line {broken.LineNumber + 1}, at character {broken.BytePositionInLine + 1}. Export it again, or mend it there.");
        }
    }

    private static (Outline? Outline, string? Fault) Walk(ReadOnlySpan<byte> text, int offset)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1000 }));
        if (!reader.Read())
        {
            return (null, Truncated);
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return (null, "The file is JSON but not a FHIR resource: it should begin with { and name its resourceType.");
        }

        string? resourceType = null;
        string? bundleType = null;
        var hasNextPage = false;
        var entryIsAList = true;
        List<Range> entries = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            if (!reader.Read())
            {
                return (null, Truncated);
            }

            switch (name)
            {
                case "resourceType" when reader.TokenType == JsonTokenType.String:
                    resourceType = reader.GetString();
                    break;
                case "type" when reader.TokenType == JsonTokenType.String:
                    bundleType = reader.GetString();
                    break;
                case "entry":
                    entryIsAList = reader.TokenType == JsonTokenType.StartArray;
                    while (entryIsAList && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        var begin = (int)reader.TokenStartIndex;
                        if (Skip(ref reader) is { } cut)
                        {
                            return (null, cut);
                        }

                        entries.Add((offset + begin)..(offset + (int)reader.BytesConsumed));
                    }

                    if (!entryIsAList && Skip(ref reader) is { } end)
                    {
                        return (null, end);
                    }

                    break;
                default:
                    var from = (int)reader.TokenStartIndex;
                    if (Skip(ref reader) is { } fault)
                    {
                        return (null, fault);
                    }

                    hasNextPage |= name == "link" && text[from..(int)reader.BytesConsumed].IndexOf("\"next\""u8) >= 0;
                    break;
            }
        }

        if (reader.TokenType != JsonTokenType.EndObject || reader.CurrentDepth > 0)
        {
            return (null, Truncated);
        }

        if (!text[(int)reader.BytesConsumed..].Trim(" \t\r\n"u8).IsEmpty)
        {
            return (null, "Something follows after the end of the resource. One file holds one bundle; a bulk export (NDJSON) has to be made into bundles first.");
        }

        if (resourceType is null)
        {
            return (null, "The file is JSON but not a FHIR resource: it does not name its resourceType.");
        }

        return resourceType == "Bundle" && !entryIsAList
            ? (null, "The bundle's entry should be a list. Export it again.")
            : (new Outline(
                resourceType,
                resourceType == "Bundle" ? bundleType ?? "" : null,
                hasNextPage,
                resourceType == "Bundle" ? entries : [offset..(offset + text.Length)]),
            null);
    }

    private const string Truncated = "The file ends in the middle. It was cut off on the way: export or copy it again.";

    private static string? Skip(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            return null;
        }

        var depth = reader.CurrentDepth;
        while (reader.Read())
        {
            if (reader.CurrentDepth > Deepest)
            {
                return $"The file is nested deeper than {Deepest} levels, which no FHIR resource is. Export it again.";
            }

            if (reader.CurrentDepth == depth && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                return null;
            }
        }

        return Truncated;
    }
}
