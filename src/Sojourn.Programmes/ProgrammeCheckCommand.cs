using System.Text.Json;
using Sojourn.Programmes.Compiling;
using Sojourn.Programmes.Instruments;

namespace Sojourn.Programmes;

/// <summary><c>sojourn programme check FILE…</c>: every fault with file, line, what and how to mend it; last the counts.</summary>
public static class ProgrammeCheckCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="paths">Files, or folders whose programme files are all checked.</param>
    /// <param name="instrumentsFolder">Known instruments; null: those that came with the program.</param>
    /// <param name="json">One JSON object in place of lines.</param>
    /// <param name="open">Days of the week on which medicine can be given: mon, tue …; none: Monday to Friday.</param>
    public static Spoken Run(IReadOnlyList<string> paths, string? instrumentsFolder = null, bool json = false, IReadOnlyList<string>? open = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count == 0 || paths.Any(string.IsNullOrWhiteSpace))
        {
            return new("", "Name at least one file: sojourn programme check programmes/*.yaml\n", 64);
        }

        if (!TryDays(open ?? [], out var days, out var unknown))
        {
            return new("", $"“{unknown}” is not a day of the week. Write for example: --open mon tue wed thu fri\n", 64);
        }

        var files = paths.SelectMany(path => Directory.Exists(path) ? ProgrammeLibrary.FilesIn(path) : [path]).Distinct(StringComparer.Ordinal).ToList();
        var result = ProgrammeFiles.Check(files, instrumentsFolder, days);
        var exitCode = result.Faults.Count > 0 ? 1 : 0;
        var output = json
            ? JsonSerializer.Serialize(new { programmes = result.Count, faults = result.Faults, notes = result.Notes }, Json)
            : string.Join('\n', [.. result.Faults.Select(fault => fault.ToString()), .. result.Notes.Select(note => note.ToString()), $"{result.Count} programmes, {result.Faults.Count} faults"]);
        return new(output + "\n", "", exitCode);
    }

    private static bool TryDays(IReadOnlyList<string> words, out OpenDays days, out string unknown)
    {
        var all = Enum.GetValues<DayOfWeek>();
        unknown = words.FirstOrDefault(word => word.Length < 3 || !all.Any(day => day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase))) ?? "";
        days = unknown.Length > 0 || words.Count == 0
            ? OpenDays.Weekdays
            : new OpenDays(words.Select(word => all.First(day => day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase))));
        return unknown.Length == 0;
    }
}
