using Sojourn.Domain.Programmes;
using Sojourn.Domain.Safety;
using Sojourn.Programmes.Reading;
using Sojourn.Programmes.Safety;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes;

/// <summary>The programmes that a clinic may use. Those with a fault are not in it; the faults say why.</summary>
/// <param name="byId">Those in use, one version of each.</param>
/// <param name="folder">Where the files lie; null: those that came with the program.</param>
public sealed class ProgrammeLibrary(IReadOnlyDictionary<string, Programme> byId, IReadOnlyList<FileFault> faults, SafetyRules? safety = null, string? folder = null, IReadOnlySet<string>? instruments = null)
{
    private readonly Dictionary<(string Id, int Version), Programme> versions = byId.Values.ToDictionary(programme => (programme.Id, programme.Version));

    /// <summary>Where the files lie.</summary>
    public string Folder { get; } = folder ?? ProgrammeFolders.Shipped;

    /// <summary>Instruments that a programme may name; null where they are not known.</summary>
    public IReadOnlySet<string>? InstrumentIds { get; } = instruments ?? ProgrammeFolders.InstrumentIds(ProgrammeFolders.ShippedInstruments);

    public ProgrammeLibrary(IReadOnlyDictionary<string, Programme> byId)
        : this(byId, [])
    {
    }

    /// <summary>The clocks of safety concerns: those of the folder's own file, or else those that came with the program. Never none.</summary>
    public SafetyRules Safety { get; } = safety ?? SafetyRulesFile.Shipped;

    public IReadOnlyDictionary<string, Programme> ById { get; } = byId;

    /// <summary>Everything wrong with any file of the folder.</summary>
    public IReadOnlyList<FileFault> Faults { get; } = faults;

    /// <summary>The version in use for people who begin now.</summary>
    public Programme? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The version that somebody is on; the one in use where that one is not known here.</summary>
    public Programme? Find(string id, int version) => versions.GetValueOrDefault((id, version)) ?? Find(id);

    /// <summary>The newest version of each programme of which none is in use any longer, by title.</summary>
    public IReadOnlyList<Programme> Withdrawn =>
        [.. versions.Values.Where(one => !ById.ContainsKey(one.Id)).GroupBy(one => one.Id, StringComparer.Ordinal).Select(all => all.MaxBy(one => one.Version)!).OrderBy(one => one.Title, StringComparer.Ordinal)];

    /// <summary>This library with what the clinic has published itself.</summary>
    /// <param name="published">Every version ever published, withdrawn ones too: somebody may be on them.</param>
    /// <param name="inUse">Version in use of each programme; null: none any longer. A programme not named stays as it is.</param>
    public ProgrammeLibrary With(IEnumerable<Programme> published, IReadOnlyDictionary<string, int?> inUse)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(inUse);
        var all = new Dictionary<(string Id, int Version), Programme>(versions);
        foreach (var programme in published)
        {
            all[(programme.Id, programme.Version)] = programme;
        }

        var current = ById.Where(pair => !inUse.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal);
        foreach (var (id, version) in inUse)
        {
            if (version is { } number && all.TryGetValue((id, number), out var programme))
            {
                current[id] = programme;
            }
        }

        return new ProgrammeLibrary(current, Faults, Safety, Folder, InstrumentIds, all);
    }

    private ProgrammeLibrary(IReadOnlyDictionary<string, Programme> byId, IReadOnlyList<FileFault> faults, SafetyRules safety, string folder, IReadOnlySet<string>? instruments, Dictionary<(string Id, int Version), Programme> versions)
        : this(byId, faults, safety, folder, instruments) => this.versions = versions;

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
            safety,
            folder,
            ProgrammeFolders.InstrumentIds(instrumentsFolder ?? ProgrammeFolders.ShippedInstruments));
    }

    internal static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*.yaml").Concat(Directory.EnumerateFiles(folder, "*.yml")).Order(StringComparer.Ordinal);
}
