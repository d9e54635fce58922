using System.Diagnostics;
using System.Globalization;
using Sojourn.Journal.Killing;

namespace Sojourn.Bench;

/// <summary>kill -9 at random instants while 32 writers write; after each, nothing acknowledged may be lost and nothing doubled.</summary>
internal sealed class KillBench : IBench
{
    public string Name => "kill";

    public string Summary => "kill -9 during 32 writers, and what is left afterwards [--count N, 1000] [--seed N] [--data DIR]";

    public async Task<Report> Run(Arguments arguments)
    {
        var rounds = arguments.Count("count", 1_000);
        var seed = arguments.Count("seed", 1 + (Environment.TickCount & 0xFFFF));
        var folder = Directory.CreateDirectory(Path.Combine(arguments.Text("data") ?? Path.GetTempPath(), $"sojourn-kill-{Environment.ProcessId}")).FullName;
        var begun = Stopwatch.GetTimestamp();
        try
        {
            var found = await new KillRounds(folder, seed).Run(rounds, new Progress());
            return new Report(
                [
                    .. found.Faults,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{found.Rounds} processes killed in {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s (seed {seed}): {found.Acknowledged:N0} commands acknowledged, {found.InFlight:N0} in flight and sent again, {found.Faults.Count} faults"),
                ],
                new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["rounds"] = found.Rounds,
                    ["seed"] = seed,
                    ["acknowledged"] = found.Acknowledged,
                    ["inFlight"] = found.InFlight,
                    ["faults"] = found.Faults,
                },
                found.Faults.Count == 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Progress : IProgress<int>
    {
        public void Report(int value)
        {
            if (!Console.IsErrorRedirected)
            {
                Console.Error.Write($"\r{value} killed");
            }
        }
    }
}
