using Sojourn.Domain.People;

namespace Sojourn.Clinic.People;

/// <summary>What differs between two readings of a person's details, in words.</summary>
internal static class Changes
{
    internal static (string Was, string Now) Words(Demographics was, Demographics now)
    {
        var before = Lines(was);
        var after = Lines(now);
        var changed = before.Zip(after).Where(pair => pair.First != pair.Second).ToList();
        return (Join(changed.Select(pair => pair.First)), Join(changed.Select(pair => pair.Second)));
    }

    private static string Join(IEnumerable<(string Label, string? Value)> lines) => string.Join("; ", lines.Select(line => $"{line.Label} {line.Value ?? "not known"}"));

    private static List<(string Label, string? Value)> Lines(Demographics d) =>
    [
        ("name", d.Name.Formal),
        ("called", d.Name.Preferred),
        ("born", Days.Words(d.BirthDate)),
        ("sex", d.Sex.ToString().ToLowerInvariant()),
        ("pronouns", d.Pronouns),
        ("numbers", string.Join(", ", d.Identifiers.Select(i => i.Value))),
        ("telephone", d.Contacts.Phone),
        ("e-mail", d.Contacts.Email),
        ("address", d.Contacts.Address?.ToString()),
        ("language", d.Language),
        ("time zone", d.TimeZone),
        ("site", d.Site?.Value.ToString()),
    ];
}
