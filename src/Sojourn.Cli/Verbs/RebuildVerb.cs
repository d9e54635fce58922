using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Sojourn.Cli.Verbs;

/// <summary><c>rebuild --data DIR</c>: drops every projection and makes it again from the journal.</summary>
internal static class RebuildVerb
{
    internal static Command Make()
    {
        var data = Options.Data();
        var verb = new Command("rebuild", "Drop and rebuild all projections from the journal.") { data };
        verb.SetAction(async (parsed, cancellation) => await Run(parsed.GetRequiredValue(data).FullName, cancellation));
        return verb;
    }

    private static async Task<int> Run(string folder, CancellationToken cancellation)
    {
        if (!File.Exists(ClinicFolder.FileIn(folder)))
        {
            return Exit.Refuse([$"There is no clinic in {folder}. Give the folder that holds clinic.db with --data."]);
        }

        await using var clinic = ClinicFolder.Open(folder, TimeProvider.System);
        var began = Stopwatch.StartNew();
        var head = await clinic.Journal.Head(cancellation);
        var progress = Console.IsErrorRedirected ? null : new Progress<long>(p => Console.Error.Write($"\r{p} of {head.Position} events"));
        var rebuilt = await clinic.Journal.Rebuild(progress, cancellation);
        if (progress is not null)
        {
            Console.Error.Write("\r                                        \r");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rebuilt {rebuilt.Projections} projections from {rebuilt.Events} events in {began.Elapsed.TotalSeconds:0.00} s"));
        return Exit.Done;
    }
}
