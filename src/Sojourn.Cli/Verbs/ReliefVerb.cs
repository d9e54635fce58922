using System.CommandLine;
using Sojourn.Pharmacology.Relief;

namespace Sojourn.Cli.Verbs;

/// <summary><c>relief --input FILE</c>: sessions and scores in, how long relief is likely to last out.</summary>
internal static class ReliefVerb
{
    internal static Command Make()
    {
        var input = new Option<string>("--input") { Description = "JSON with people, their sessions and scores; - reads what comes in.", Required = true, HelpName = "FILE" };
        var verb = new Command("relief", "Forecast how long relief lasts. A conversation, never a booking.") { input };
        verb.SetAction(async (parsed, stop) =>
        {
            var (output, error, exit) = ReliefCommand.Run(await InputFile.Read(parsed.GetRequiredValue(input), stop));
            Console.Out.Write(output);
            Console.Error.Write(error);
            return exit;
        });
        return verb;
    }
}
