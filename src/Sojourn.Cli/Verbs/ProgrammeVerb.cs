using System.CommandLine;
using Sojourn.Programmes;

namespace Sojourn.Cli.Verbs;

/// <summary><c>programme check FILE…</c>: every fault with file, line, what and how to mend it.</summary>
internal static class ProgrammeVerb
{
    internal static Command Make()
    {
        var files = new Argument<string[]>("file") { Description = "Programme files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var open = new Option<string[]>("--open") { Description = "Days on which medicine can be given: mon tue wed …; Monday to Friday unless said.", AllowMultipleArgumentsPerToken = true };
        var json = Options.Json();
        var check = new Command("check", "Check programme files.") { files, open, json };
        check.SetAction(parsed =>
        {
            var spoken = ProgrammeCheckCommand.Run(parsed.GetRequiredValue(files), Shipped.InstrumentsFolder, parsed.GetValue(json), parsed.GetValue(open));
            Console.Out.Write(spoken.Output);
            Console.Error.Write(spoken.Error);
            return spoken.ExitCode;
        });
        return new Command("programme", "Programmes of care.") { check, ProgrammeSimulateVerb.Make() };
    }
}
