using System.CommandLine;
using Sojourn.Programmes.Instruments;

namespace Sojourn.Cli.Verbs;

/// <summary><c>score INSTRUMENT --answers 1,2,…</c>: one instrument, JSON out.</summary>
internal static class ScoreVerb
{
    internal static Command Make()
    {
        var instrument = new Argument<string>("instrument") { Description = "PHQ-9, GAD-7, PEG …" };
        var answers = new Option<string>("--answers") { Description = "Answers in order, separated by commas; empty or - where none was given.", Required = true };
        var verb = new Command("score", "Score one instrument.") { instrument, answers };
        verb.SetAction(parsed =>
        {
            var spoken = ScoreCommand.Run(Shipped.InstrumentsFolder, parsed.GetValue(instrument), parsed.GetValue(answers));
            Console.Out.Write(spoken.Output);
            Console.Error.Write(spoken.Error);
            return spoken.ExitCode;
        });
        return verb;
    }
}
