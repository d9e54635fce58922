using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Programmes.Instruments;

/// <summary>All instruments of a folder, one file each.</summary>
public sealed class InstrumentLibrary
{
    private readonly Dictionary<string, Instrument> byName;

    private InstrumentLibrary(IReadOnlyList<Instrument> instruments)
    {
        All = instruments;
        byName = instruments.ToDictionary(instrument => Plain(instrument.Id));
    }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<Instrument> All { get; }

    /// <summary>Finds an instrument as people write it: PHQ-9, phq-9 and PHQ9 are the same. Null when there is none.</summary>
    public Instrument? Find(string name) => byName.GetValueOrDefault(Plain(name));

    /// <summary>Reads every <c>.yaml</c> file of a folder, not those in folders below it. One fault and there is no library: nothing is half loaded.</summary>
    public static Parsed<InstrumentLibrary> Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return new(null, [new Fault(folder, $"The folder of instruments {folder} is not there.")]);
        }

        var read = Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => (Path: path, Parsed: ReadFile(path))).ToList();
        var faults = read.SelectMany(file => file.Parsed.Faults).Concat(MisnamedFiles(read)).Concat(TwoOfOneName(read)).ToList();
        return faults.Count > 0 ? new(null, faults) : new(new([.. read.Select(file => file.Parsed.Value!).OrderBy(instrument => instrument.Id, StringComparer.Ordinal)]), []);
    }

    private static Parsed<Instrument> ReadFile(string path) => InstrumentReader.Read(Path.GetFileName(path), File.ReadAllText(path));

    private static IEnumerable<Fault> MisnamedFiles(IEnumerable<(string Path, Parsed<Instrument> Parsed)> read) =>
        from file in read
        where file.Parsed.Value is { } instrument && instrument.Id != Path.GetFileNameWithoutExtension(file.Path)
        select new Fault($"{Path.GetFileName(file.Path)}:1", $"The id \"{file.Parsed.Value!.Id}\" must be the name of its file.");

    private static IEnumerable<Fault> TwoOfOneName(IEnumerable<(string Path, Parsed<Instrument> Parsed)> read) =>
        from same in read.Where(file => file.Parsed.IsGood).GroupBy(file => Plain(file.Parsed.Value!.Id))
        where same.Skip(1).Any()
        select new Fault($"{Path.GetFileName(same.Last().Path)}:1", $"The ids {string.Join(" and ", same.Select(file => file.Parsed.Value!.Id))} differ only in hyphens; rename one, because people type them either way.");

    private static string Plain(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
