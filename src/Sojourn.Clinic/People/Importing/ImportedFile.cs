using Sojourn.Domain.People;

namespace Sojourn.Clinic.People.Importing;

/// <summary>A file from another system, read but not yet taken in. Where it has faults nothing of it is taken.</summary>
/// <param name="Name">Without its folder.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
/// <param name="Notes">What was read differently from how it was written, or left out, and why.</param>
/// <param name="Faults">What has to be mended first.</param>
/// <param name="NotTaken">What a clinic like this does not need, counted by kind.</param>
public sealed record ImportedFile(
    string Name,
    string Sha256,
    IReadOnlyList<ImportedPerson> People,
    IReadOnlyList<ImportLine> Notes,
    IReadOnlyList<ImportLine> Faults,
    IReadOnlyDictionary<string, int> NotTaken)
{
    public static ImportedFile Unreadable(string name, string sha256, string sentence) =>
        new(name, sha256, [], [], [new ImportLine(null, null, sentence)], new Dictionary<string, int>(StringComparer.Ordinal));
}

/// <summary>What a file says about one person.</summary>
/// <param name="Entry">Where in the file: "entry 3", "line 2".</param>
/// <param name="Resource">What names the person in the source, the same in every export.</param>
/// <param name="Details">With at least one identifier; a person who is new here gets an id that follows from the first.</param>
/// <param name="EnteredInError">Entries that the source struck out, by resource.</param>
public sealed record ImportedPerson(
    string Entry,
    string Resource,
    Demographics Details,
    bool Died,
    PartialDate? DiedOn,
    bool NoKnownAllergies,
    IReadOnlyList<ImportedEntry> Entries,
    IReadOnlyList<string> EnteredInError);

/// <param name="Entry">Where in the file: "entry 12".</param>
/// <param name="Resource">What names it in the source, the same in every export.</param>
public sealed record ImportedEntry(string Entry, string Resource, Fact Fact);

/// <summary>One line of a report: where in the file, which resource, what.</summary>
/// <param name="Entry">"entry 12", "line 3"; null when it is about the whole file.</param>
/// <param name="Resource">"Observation/0fa7e9cd"; null where there is none.</param>
public sealed record ImportLine(string? Entry, string? Resource, string Sentence)
{
    public override string ToString() => string.Join(": ", new[] { string.Join(", ", new[] { Entry, Resource }.Where(part => part is not null)), Sentence }.Where(part => part.Length > 0));
}
