using System.CommandLine;

namespace Sojourn.Cli.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class Options
{
    internal static Option<DirectoryInfo> Data(bool required = true) => new("--data") { Description = "The clinic's folder.", Required = required, HelpName = "DIR" };

    internal static Option<int?> MllpPort(string description)
    {
        var option = new Option<int?>("--mllp-port", "--hl7-port") { Description = description, HelpName = "PORT" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var port) || port is < 0 or > 65535))
            {
                result.AddError($"{token.Value} is no port. Ports are 0 to 65535; monitors usually have 2575.");
            }
        });
        return option;
    }

    internal static Option<bool> Json() => new("--json") { Description = "Answer in JSON." };
}
