using Sojourn.Domain.Programmes;
using Sojourn.Domain.Safety;
using Sojourn.Programmes.Reading;
using Sojourn.Programmes.Safety;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes;

/// <summary>The programmes that a clinic may use. Those with a fault are not in it; the faults say why.</summary>
public sealed class ProgrammeLibrary(IReadOnlyDictionary<string, Programme> byId, IReadOnlyList<FileFault> faults, SafetyRules? safety = null)
{
    public ProgrammeLibrary(IReadOnlyDictionary<string, Programme> byId)
        : this(byId, [])
    {
    }

    /// <summary>The clocks of safety concerns: those of the folder's own file, or else those that came with the program. Never none.</summary>
    public SafetyRules Safety { get; } = safety ?? SafetyRulesFile.Shipped;

    public IReadOnlyDictionary<string, Programme> ById { get; } = byId;

    /// <summary>Everything wrong with any file of the folder.</summary>
    public IReadOnlyList<FileFault> Faults { get; } = faults;

    public Programme? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The programmes that came with the program.</summary>
    public static ProgrammeLibrary LoadShipped() => Load(ProgrammeFolders.Shipped);

    /// <summary>Every <c>*.yaml</c> and <c>*.yml</c> directly in a folder.</summary>
    /// <param name="folder">With the folders shared and consents in it.</param>
    /// <param name="instrumentsFolder">Known instruments; null: those that came with the program.</param>
    public static ProgrammeLibrary Load(string folder, string? instrumentsFolder = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (!Directory.Exists(folder))
        {
            return new(new Dictionary<string, Programme>(StringComparer.Ordinal), [new FileFault(folder, 1, "There is no such folder.", "Check the path.")]);
        }

        var safetyPath = SafetyRulesFile.PathIn(folder);
        var (safety, safetyFaults) = File.Exists(safetyPath) ? SafetyRulesFile.Read(safetyPath) : (null, []);
        var files = ProgrammeFiles.ReadAll(FilesIn(folder), ProgrammeFolders.InstrumentIds(instrumentsFolder ?? ProgrammeFolders.ShippedInstruments));
        return new(
            files.Where(file => file.Programme is not null).DistinctBy(file => file.Programme!.Id, StringComparer.Ordinal).ToDictionary(file => file.Programme!.Id, file => file.Programme!, StringComparer.Ordinal),
            [.. files.SelectMany(file => file.Faults).Concat(ProgrammeFiles.SameIds(files)).Concat(safetyFaults).Distinct()],
            safety);
    }

    internal static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Concat(Directory.EnumerateFiles(folder, "*.yml")).Order(StringComparer.Ordinal);
}
