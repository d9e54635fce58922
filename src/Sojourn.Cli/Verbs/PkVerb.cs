using System.CommandLine;
using Sojourn.Pharmacology.Cases;

namespace Sojourn.Cli.Verbs;

/// <summary><c>pk --input FILE</c>: doses in, predicted concentrations out.</summary>
internal static class PkVerb
{
    internal static Command Make()
    {
        var input = new Option<string>("--input") { Description = "JSON with cases; - reads what comes in.", Required = true, HelpName = "FILE" };
        var verb = new Command("pk", "Predict concentrations. Predicted, not measured.") { input };
        verb.SetAction(async (parsed, stop) =>
        {
            var answer = PkCommand.Run(await InputFile.Read(parsed.GetRequiredValue(input), stop));
            Console.Out.Write(answer.Output);
            Console.Error.Write(answer.Error);
            return answer.ExitCode;
        });
        return verb;
    }
}
