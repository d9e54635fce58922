using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Reading;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes;

/// <summary>The programmes of a clinic, from one folder: every <c>*.yaml</c> directly in it.</summary>
/// <param name="Programmes">By id; only those without a fault.</param>
/// <param name="Faults">Of all files.</param>
public sealed record ProgrammeLibrary(IReadOnlyDictionary<string, Programme> Programmes, IReadOnlyList<FileFault> Faults)
{
    /// <summary>The programmes that came with the program.</summary>
    public static ProgrammeLibrary LoadShipped() => Load(ProgrammeFolders.Shipped);

    public static ProgrammeLibrary Load(string folder, string? instrumentsFolder = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!Directory.Exists(folder))
        {
            return new(new Dictionary<string, Programme>(StringComparer.Ordinal), [new FileFault(folder, 1, "There is no such folder.", "Check the path.")]);
        }

        var files = FilesIn(folder).Select(path => ProgrammeFiles.Read(path, instrumentsFolder)).ToList();
        return new(
            files.Where(file => file.Programme is not null).DistinctBy(file => file.Programme!.Id, StringComparer.Ordinal).ToDictionary(file => file.Programme!.Id, file => file.Programme!, StringComparer.Ordinal),
            [.. files.SelectMany(file => file.Faults).Concat(ProgrammeFiles.SameIds(files)).Distinct()]);
    }

    internal static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Concat(Directory.EnumerateFiles(folder, "*.yml")).Order(StringComparer.Ordinal);
}
