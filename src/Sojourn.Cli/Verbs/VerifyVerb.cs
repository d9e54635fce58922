using System.CommandLine;
using System.Text.Json;

namespace Sojourn.Cli.Verbs;

/// <summary><c>verify --data DIR</c>: walks the chain and compares rebuilt projections with the kept ones.</summary>
internal static class VerifyVerb
{
    internal static Command Make()
    {
        var data = Options.Data();
        var json = Options.Json();
        var verb = new Command("verify", "Walk the chain and compare rebuilt projections with the kept ones.") { data, json };
        verb.SetAction(async (parsed, cancellation) => await Run(parsed.GetRequiredValue(data).FullName, parsed.GetValue(json), cancellation));
        return verb;
    }

    private static async Task<int> Run(string folder, bool json, CancellationToken cancellation)
    {
        if (!File.Exists(ClinicFolder.FileIn(folder)))
        {
            return Exit.Refuse([$"There is no clinic in {folder}. Give the folder that holds clinic.db with --data."]);
        }

        var found = await Verification.Of(folder, cancellation);
        if (found.Fault is { } fault)
        {
            await Console.Error.WriteLineAsync(fault);
            if (json)
            {
                Console.WriteLine(JsonSerializer.Serialize(new { verified = false, fault, position = found.Position }));
            }

            return Exit.Broken;
        }

        Console.WriteLine(json
            ? JsonSerializer.Serialize(new { verified = true, events = found.Events, head = found.Head })
            : $"verified {found.Events} events, head {found.Head}");
        return Exit.Done;
    }
}
