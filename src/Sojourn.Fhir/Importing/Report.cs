using Sojourn.Clinic.People.Importing;

namespace Sojourn.Fhir.Importing;

/// <summary>What is found while a file is read. The same line is said once.</summary>
internal sealed class Report
{
    private readonly List<ImportLine> faults = [];
    private readonly List<ImportLine> notes = [];
    private readonly SortedDictionary<string, int> notTaken = new(StringComparer.Ordinal);

    internal void Fault(ImportLine line) => Once(faults, line);

    internal void Note(ImportLine line) => Once(notes, line);

    internal void CountNotTaken(string kind) => notTaken[kind] = notTaken.GetValueOrDefault(kind) + 1;

    internal ImportedFile Close(string name, string sha256, IReadOnlyList<ImportedPerson> people) => new(name, sha256, faults.Count == 0 ? people : [], InOrder(notes), InOrder(faults), notTaken);

    /// <summary>As they stand in the file: "entry 2" before "entry 12", the whole file first.</summary>
    private static List<ImportLine> InOrder(List<ImportLine> lines) =>
        [.. lines.OrderBy(line => line.Entry?.Length ?? 0).ThenBy(line => line.Entry, StringComparer.Ordinal)];

    private static void Once(List<ImportLine> lines, ImportLine line)
    {
        if (lines.Count == 0 || lines[^1] != line)
        {
            lines.Add(line);
        }
    }
}
