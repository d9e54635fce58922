using System.CommandLine;
using Sojourn.Programmes;

namespace Sojourn.Cli.Verbs;

/// <summary><c>programme check FILE…</c>: every fault with file, line, what and how to mend it.</summary>
internal static class ProgrammeVerb
{
    internal static Command Make()
    {
        var files = new Argument<string[]>("file") { Description = "Programme files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var json = Options.Json();
        var check = new Command("check", "Check programme files.") { files, json };
        check.SetAction(parsed =>
        {
            var answer = ProgrammeCheckCommand.Run(parsed.GetRequiredValue(files), Shipped.InstrumentsFolder, parsed.GetValue(json));
            foreach (var line in answer.Lines)
            {
                Console.WriteLine(line);
            }

            return answer.ExitCode;
        });
        return new Command("programme", "Programmes of care.") { check };
    }
}
