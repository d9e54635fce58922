using System.CommandLine;
using Sojourn.Journal.Sqlite;

namespace Sojourn.Cli.Verbs;

/// <summary><c>backup FILE --data DIR</c> while the clinic runs, and <c>restore FILE --data DIR</c>, which verifies first.</summary>
internal static class BackupVerbs
{
    internal static Command MakeBackup()
    {
        var file = new Argument<FileInfo>("file") { Description = "Where to write the copy; it must not exist yet." };
        var data = Options.Data();
        var verb = new Command("backup", "Copy a clinic, consistently, while it runs.") { file, data };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var target = parsed.GetRequiredValue(file).FullName;
            await SqliteJournal.BackupFile(ClinicFolder.FileIn(parsed.GetRequiredValue(data).FullName), target, cancellation);
            Console.WriteLine($"backed up to {target}");
            return Exit.Done;
        });
        return verb;
    }

    internal static Command MakeRestore()
    {
        var file = new Argument<FileInfo>("file") { Description = "A copy that backup wrote." };
        var data = Options.Data();
        var verb = new Command("restore", "Verify a copy and put it in place of a clinic that is not there.") { file, data };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var target = ClinicFolder.FileIn(parsed.GetRequiredValue(data).FullName);
            await SqliteJournal.Restore(parsed.GetRequiredValue(file).FullName, target, cancellation: cancellation);
            Console.WriteLine($"restored to {target}");
            return Exit.Done;
        });
        return verb;
    }
}
