using System.Diagnostics;
using Sojourn.Programmes;
using Sojourn.Simulation.WhatIf;

namespace Sojourn.Bench;

/// <summary>Every programme that ships, on a thousand invented patients for a year, in the clinic that is assumed.</summary>
internal sealed class WhatIfBench : IBench
{
    private const double SecondsToReach = 30;

    public string Name => "whatif";

    public string Summary => "1,000 invented patients through each programme for 52 weeks [--patients N] [--weeks N] [--seed N]";

    public Task<Report> Run(Arguments arguments)
    {
        var (patients, weeks, seed) = (arguments.Count("patients", 1000), arguments.Count("weeks", 52), arguments.Count("seed", 7));
        List<string> lines = [];
        Dictionary<string, object> figures = new(StringComparer.Ordinal);
        var slowest = 0.0;
        foreach (var programme in ProgrammeLibrary.LoadShipped().ById.Values.OrderBy(programme => programme.Id, StringComparer.Ordinal))
        {
            var began = Stopwatch.GetTimestamp();
            var result = WhatIfRun.Of(programme, ClinicSetup.Default, new Assumptions(), patients, weeks, seed);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            slowest = Math.Max(slowest, seconds);
            lines.Add($"{programme.Id,-30}{seconds,8:N2} s   {result.Schedule.Count,7:N0} sessions held   (at most {SecondsToReach:N0})");
            figures[programme.Id] = seconds;
        }

        return Task.FromResult(new Report(lines, figures, slowest <= SecondsToReach));
    }
}
