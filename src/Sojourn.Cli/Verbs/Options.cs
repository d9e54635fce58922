using System.CommandLine;

namespace Sojourn.Cli.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class Options
{
    internal static Option<DirectoryInfo> Data(bool required = true) => new("--data") { Description = "The clinic's folder.", Required = required, HelpName = "DIR" };

    internal static Option<bool> Json() => new("--json") { Description = "Answer in JSON." };
}
