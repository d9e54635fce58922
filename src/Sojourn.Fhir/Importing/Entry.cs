using System.Text.Json;
using Sojourn.Clinic.People.Importing;

namespace Sojourn.Fhir.Importing;

/// <summary>One resource of a file, with where it stands.</summary>
/// <param name="place">"entry 12"; null for a file that is a single resource.</param>
internal sealed class Entry(string? place, string? fullUrl, string type, string? id, JsonElement resource, Report report)
{
    internal string? Place => place;

    internal string? FullUrl => fullUrl;

    internal string Type => type;

    internal string? Id => id;

    /// <summary>"Condition/32587eb3", else the full URL, else the place.</summary>
    internal string Name => id is not null ? $"{type}/{id}" : fullUrl ?? $"{type} without id";

    internal Node Resource => new(resource, "", Fault);

    internal JsonElement Raw => resource;

    internal void Fault(string sentence) => report.Fault(new ImportLine(place, Name, sentence));

    internal void Note(string sentence) => report.Note(new ImportLine(place, Name, sentence));

    /// <summary>Reads the entry's frame; null where that is broken (then the report has it) or where it holds nothing to take.</summary>
    internal static Entry? Open(ReadOnlyMemory<byte> bytes, int? number, Report report)
    {
        var place = number is null ? null : $"entry {number}";
        var root = JsonDocument.Parse(bytes).RootElement;
        void Broken(string sentence) => report.Fault(new ImportLine(place, null, sentence));

        if (root.ValueKind != JsonValueKind.Object)
        {
            Broken("This entry is not an object. Every entry of a bundle holds a resource.");
            return null;
        }

        var node = new Node(root, "", Broken);
        var url = number is null ? null : node["fullUrl"].Text();
        if (number is not null)
        {
            if (node["request"]["method"].Text() == "DELETE")
            {
                report.CountNotTaken("deletion");
                return null;
            }

            if (!root.TryGetProperty("resource", out root) || root.ValueKind != JsonValueKind.Object)
            {
                Broken("This entry holds no resource. Export it again, or take the entry out of the file.");
                return null;
            }
        }

        var resource = new Node(root, "", Broken);
        if (resource["resourceType"].Text() is not { } type)
        {
            if (!resource["resourceType"].IsThere)
            {
                Broken("The resource does not name its resourceType. Export it again, or take the entry out of the file.");
            }

            return null;
        }

        return new Entry(place, url, type, resource["id"].Text(), root, report);
    }
}
