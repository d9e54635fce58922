using System.CommandLine;
using System.Text.Json;
using Sojourn.Clinic.People.Importing;
using Sojourn.Clinic.Running;
using Sojourn.Fhir.Importing;

namespace Sojourn.Cli.Verbs;

/// <summary><c>import fhir FILE… --data DIR</c> and <c>import csv FILE… --data DIR</c>: people from elsewhere, each file whole or not at all.</summary>
internal static class ImportVerb
{
    internal static Command Make() => new("import", "Take people in from files.")
    {
        Of("fhir", "People from FHIR R4 bundles in JSON, with conditions, medicines, allergies and vital signs.", FhirFile.Read),
        Of("csv", "People from a CSV file with one row each.", CsvFile.Read),
    };

    private static Command Of(string name, string says, Func<string, Stream, ImportedFile> read)
    {
        var files = new Argument<string[]>("FILE") { Description = "Files to take in.", Arity = ArgumentArity.OneOrMore };
        var data = Options.Data();
        var json = Options.Json();
        var verb = new Command(name, says) { files, data, json };
        verb.SetAction(async (parsed, _) => await Run(parsed.GetRequiredValue(files), read, parsed.GetRequiredValue(data).FullName, parsed.GetValue(json)));
        return verb;
    }

    private static async Task<int> Run(string[] paths, Func<string, Stream, ImportedFile> read, string folder, bool json)
    {
        await using var clinic = ClinicFolder.Open(folder, TimeProvider.System);
        List<ImportReport> reports = [];
        foreach (var path in paths)
        {
            Progress(json, $"{reports.Count + 1} of {paths.Length}: {Path.GetFileName(path)}");
            var report = await Importer.TakeIn(clinic.Runner, Actor.Sojourn, Open(path, read));
            Progress(json, "");
            if (!json)
            {
                Say(report);
            }

            foreach (var reason in report.Refused)
            {
                await Console.Error.WriteLineAsync($"{report.File}: {reason}");
            }

            reports.Add(report);
        }

        var refused = reports.Count(report => report.IsRefused);
        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { files = reports.Select(report => report.AsJson()), refused }, JsonSerializerOptions.Web)
            : Counts(reports, refused));
        return refused > 0 ? Exit.Refused : Exit.Done;
    }

    private static ImportedFile Open(string path, Func<string, Stream, ImportedFile> read)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            return ImportedFile.Unreadable(name, "", Directory.Exists(path) ? $"{path} is a folder. Name the files in it." : $"There is no file {path}.");
        }

        using var stream = File.OpenRead(path);
        return read(name, stream);
    }

    private static void Say(ImportReport report)
    {
        Console.WriteLine($"{report.File}: {report.Summary}");
        foreach (var note in report.Notes)
        {
            Console.WriteLine($"  {note}");
        }

        if (report.NotTakenInWords is { } notTaken)
        {
            Console.WriteLine($"  {notTaken}");
        }

    }

    private static string Counts(List<ImportReport> reports, int refused) =>
        $"{reports.Count} {(reports.Count == 1 ? "file" : "files")}, {reports.Sum(report => report.Of(Taken.Registered))} people registered, {reports.Sum(report => report.Of(Taken.Updated))} updated, "
        + $"{reports.Sum(report => report.People.Sum(person => person.Recorded))} entries recorded, {reports.Sum(report => report.People.Sum(person => person.Amended))} amended, {refused} refused";

    private static void Progress(bool json, string words)
    {
        if (!json && !Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{words.PadRight(70)}\r{words}");
        }
    }
}
