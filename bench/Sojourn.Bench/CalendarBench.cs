using System.ComponentModel;
using System.Diagnostics;
using Sojourn.Domain.Scheduling;

namespace Sojourn.Bench;

/// <summary>Proposing a whole series: how long it takes, and how far from the proven best it is.</summary>
internal sealed class CalendarBench : IBench
{
    private const double MillisecondsToReach = 100;
    private const double GapToReach = 0.02;

    public string Name => "calendar";

    public string Summary => "twelve linked appointments proposed, and small series beside a solver [--clinics N] [--small N]";

    public Task<Report> Run(Arguments arguments)
    {
        var clinics = arguments.Count("clinics", 100);
        var small = arguments.Count("small", 200);
        _ = SeriesSolver.Best(CalendarProblems.Clinic(0));
        var times = new List<double>();
        var unplanned = 0;
        for (var seed = 1; seed <= clinics; seed++)
        {
            var series = CalendarProblems.Clinic(seed);
            var begun = Stopwatch.GetTimestamp();
            unplanned += SeriesSolver.Best(series) is null ? 1 : 0;
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        var latencies = new Latencies(times);
        var (same, worst, without) = Beside(small);
        return Task.FromResult(new Report(
            [
                $"twelve linked appointments, 10 rooms, 20 staff, 60 days   {latencies.Middle,8:N1} ms   (at most {MillisecondsToReach:N0}; median of {clinics} clinics, p90 {latencies.At(0.9):N1}, longest {times.Max():N1}; {unplanned} without a place)",
                $"eight linked appointments beside COIN-OR CBC: {same} of {small} the same, {without} without a place for either, largest gap {worst:P2}   (at most {GapToReach:P0})",
            ],
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["milliseconds"] = latencies.Middle,
                ["milliseconds90"] = latencies.At(0.9),
                ["small"] = small,
                ["same"] = same,
                ["largestGap"] = worst,
            },
            latencies.Middle <= MillisecondsToReach && worst <= GapToReach));
    }

    private static (int Same, double Worst, int Without) Beside(int small)
    {
        var folder = Directory.CreateTempSubdirectory("sojourn-calendar-").FullName;
        try
        {
            var (same, worst, without) = (0, 0.0, 0);
            for (var seed = 1; seed <= small; seed++)
            {
                var series = CalendarProblems.Small(seed);
                var ours = SeriesSolver.Best(series);
                var best = CalendarProgramme.Best(series, folder);
                var gap = Gap(ours, best);
                same += gap == 0 ? 1 : 0;
                without += best is null ? 1 : 0;
                worst = Math.Max(worst, gap);
            }

            return (same, worst, without);
        }
        catch (Win32Exception)
        {
            throw new UsageException("The solver cbc is not here. Install Debian's package coinor-cbc, and run the bench again.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>How much later ours is. A window more that breaks, a person more, or a plan missed counts as the whole.</summary>
    private static double Gap(SeriesPlan? ours, (int Breaks, int People, long Earliness)? best) => (ours, best) switch
    {
        (null, null) => 0,
        ({ } plan, { } proven) when (plan.Breaks, plan.People) == (proven.Breaks, proven.People) => (double)(plan.Earliness - proven.Earliness) / proven.Earliness,
        _ => 1,
    };
}
