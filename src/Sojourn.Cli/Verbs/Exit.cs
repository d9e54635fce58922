using System.CommandLine;
using Sojourn.Journal;

namespace Sojourn.Cli.Verbs;

/// <summary>How every verb ends: 0 done, 1 refused with the reasons on stderr, 2 broken surroundings, 64 wrong usage.</summary>
internal static class Exit
{
    internal const int Done = 0;
    internal const int Refused = 1;
    internal const int Broken = 2;
    internal const int Usage = 64;

    internal static async Task<int> With(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Run ./sojourn --help to see what can be asked.");
            return Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is JournalBrokenException or JournalInUseException or JournalUnavailableException or JournalFormatException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Broken;
        }
    }

    internal static int Refuse(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            Console.Error.WriteLine(sentence);
        }

        return Refused;
    }
}
