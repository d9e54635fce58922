using Sojourn.Bench;

if (args is not [var verb, .. var rest] || Benches.All.FirstOrDefault(bench => string.Equals(bench.Name, verb, StringComparison.Ordinal)) is not { } bench)
{
    await Console.Error.WriteLineAsync("Usage: bench NAME [--json FILE] [options], where NAME is one of");
    foreach (var known in Benches.All)
    {
        await Console.Error.WriteLineAsync($"  {known.Name,-10} {known.Summary}");
    }

    return 64;
}

try
{
    var arguments = new Arguments(rest);
    var report = await bench.Run(arguments);
    foreach (var line in report.Lines)
    {
        Console.WriteLine(line);
    }

    if (arguments.Text("json") is { } file)
    {
        await File.WriteAllTextAsync(file, report.InJson());
    }

    return report.Reached ? 0 : 1;
}
catch (UsageException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 64;
}
