using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Checking;
using Sojourn.Programmes.Compiling;
using Sojourn.Programmes.Reading;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes;

/// <summary>One programme file as read: a programme, or all its faults. Never a programme with faults.</summary>
/// <param name="Notes">Things to know that are no faults.</param>
public sealed record ProgrammeFile(string Path, Programme? Programme, IReadOnlyList<FileFault> Faults, IReadOnlyList<FileNote> Notes)
{
    public Parsed<Programme> ToParsed() => new(Programme, [.. Faults.Select(fault => fault.ToFault())]);
}

/// <summary>A programme read from a text, and the files it uses.</summary>
/// <param name="Beside">Shared parts and consent texts by their path below the programmes folder, as they were read.</param>
public sealed record ProgrammeText(ProgrammeFile File, IReadOnlyDictionary<string, string> Beside);

/// <summary>What a check found.</summary>
/// <param name="Count">Files looked at.</param>
public sealed record CheckResult(int Count, IReadOnlyList<FileFault> Faults, IReadOnlyList<FileNote> Notes);

/// <summary>Reads programme files.</summary>
public static class ProgrammeFiles
{
    /// <summary>Most characters of a programme: a guard, not a clinical figure.</summary>
    public const int MostCharacters = YamlText.MostBytes;

    /// <summary>Reads one file with the shared parts and consent texts beside it, or else those that came with the program.</summary>
    /// <param name="path">The file; faults name it as given here.</param>
    /// <param name="instrumentsFolder">Known instruments; null: those that came with the program.</param>
    /// <param name="open">Days on which medicine can be given; null: Monday to Friday.</param>
    public static ProgrammeFile Read(string path, string? instrumentsFolder = null, OpenDays? open = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Read(path, ProgrammeFolders.InstrumentIds(instrumentsFolder ?? ProgrammeFolders.ShippedInstruments), new Findings(), open);
    }

    /// <summary>Reads all files and says everything that is wrong with any of them.</summary>
    /// <param name="open">Days on which medicine can be given; null: Monday to Friday.</param>
    public static CheckResult Check(IReadOnlyList<string> paths, string? instrumentsFolder = null, OpenDays? open = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var instruments = ProgrammeFolders.InstrumentIds(instrumentsFolder ?? ProgrammeFolders.ShippedInstruments);
        var files = ReadAll(paths, instruments, open);
        return new(files.Count, [.. files.SelectMany(file => file.Faults).Concat(SameIds(files)).Distinct()], [.. files.SelectMany(file => file.Notes).Distinct()]);
    }

    /// <summary>Reads a programme from a text that is not in a file yet, or not any longer.</summary>
    /// <param name="id">What the programme must be called.</param>
    /// <param name="folder">Where shared parts and consent texts lie.</param>
    /// <param name="instrumentIds">Known instruments; null: not checked.</param>
    /// <param name="kept">Shared parts and consent texts that go before those of the folder, by their path below it.</param>
    public static ProgrammeText ReadText(string id, string text, string folder, IReadOnlySet<string>? instrumentIds = null, IReadOnlyDictionary<string, string>? kept = null, OpenDays? open = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(text);
        var findings = new Findings();
        var path = id + ".yaml";
        var document = text.Length > YamlText.MostBytes ? null : YamlText.Read(text, path, findings);
        if (text.Length > YamlText.MostBytes)
        {
            findings.Add(path, 1, $"The text has {text.Length:N0} characters, more than {YamlText.MostBytes:N0}.", "A programme needs far less.");
        }

        var beside = new Beside(folder, kept);
        var file = document is null ? new(path, null, findings.Faults, []) : Read(path, document, beside, instrumentIds, findings, open);
        return new(file, findings.FilesUsed.ToDictionary(used => used, used => beside.Kept(used) ?? File.ReadAllText(beside.OnDisk(used)!), StringComparer.Ordinal));
    }

    /// <summary>A version that was published: it passed the checks of its day, and somebody may be on it, so today's are not asked.</summary>
    /// <returns>Null where it cannot be read at all.</returns>
    public static Programme? ReadPublished(string id, string text, IReadOnlyDictionary<string, string> kept)
    {
        var findings = new Findings();
        if (YamlText.Read(text, id + ".yaml", findings) is not { } document)
        {
            return null;
        }

        var beside = new Beside(ProgrammeFolders.Shipped, kept);
        var programme = new ProgrammeReader(findings, new Places(), new ProgrammeContext(beside, null)).Read(Sharing.Resolve(document, beside, findings));
        return findings.Faults.Count == 0 ? programme : null;
    }

    internal static IReadOnlyList<ProgrammeFile> ReadAll(IEnumerable<string> paths, IReadOnlySet<string>? instruments, OpenDays? open = null)
    {
        var wholeFiles = new Dictionary<string, YamlMapping>(StringComparer.Ordinal);
        return [.. paths.Select(path => Read(path, instruments, new Findings(wholeFiles), open))];
    }

    internal static ProgrammeFile Read(string path, IReadOnlySet<string>? instruments, Findings findings, OpenDays? open = null)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (YamlText.ReadFile(path, findings) is not { } document)
        {
            return new(path, null, findings.Faults, []);
        }

        return Read(path, document, new Beside(folder), instruments, findings, open);
    }

    private static ProgrammeFile Read(string path, YamlMapping document, Beside beside, IReadOnlySet<string>? instruments, Findings findings, OpenDays? open)
    {
        var places = new Places();
        var whole = Sharing.Resolve(document, beside, findings);
        var programme = new ProgrammeReader(findings, places, new ProgrammeContext(beside, instruments)).Read(whole);
        if (programme.Id.Length > 0 && programme.Id != Path.GetFileNameWithoutExtension(path))
        {
            findings.Add(whole["id"]!, $"The programme is called “{programme.Id}”, but its file “{Path.GetFileName(path)}”.", "Give both the same name.");
        }

        new ProgrammeChecks(programme, places, findings, open ?? OpenDays.Weekdays).Run();
        return new(path, findings.Faults.Count == 0 ? programme : null, [.. findings.Faults.OrderBy(fault => fault.File != path).ThenBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)], findings.Faults.Count == 0 ? findings.Notes : []);
    }

    internal static IEnumerable<FileFault> SameIds(IEnumerable<ProgrammeFile> files) => files
        .Where(file => file.Programme is not null)
        .GroupBy(file => file.Programme!.Id, StringComparer.Ordinal)
        .SelectMany(same => same.Skip(1).Select(file => new FileFault(
            file.Path, 1, $"The programme “{same.Key}” is also in {same.First().Path}.", "Give one of them another id and file name.")));
}
