using System.Diagnostics;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;
using Sojourn.Programmes.Compiling;
using Sojourn.Programmes.Reading;

namespace Sojourn.Bench;

/// <summary>Checking programme files, and proving a long programme.</summary>
internal sealed class ProgrammesBench : IBench
{
    private const double CheckToReach = 300;
    private const double ProofToReach = 1000;
    private const int Phases = 40;

    public string Name => "programmes";

    public string Summary => "the shipped files checked, a programme of 40 phases proved [--times N]";

    public Task<Report> Run(Arguments arguments)
    {
        var times = arguments.Count("times", 30);
        var files = Directory.GetFiles(ProgrammeFolders.Shipped, "*.yaml");
        var begun = Stopwatch.GetTimestamp();
        var faults = ProgrammeFiles.Check(files).Faults.Count;
        var first = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        var check = Timed(times, () => ProgrammeFiles.Check(files));
        var programme = Long();
        var graph = ProgrammeGraph.Of(programme);
        var proof = Timed(times, () => Claims.Of(programme));
        return Task.FromResult(new Report(
            [
                $"programme check, {files.Length} files, {faults} faults             {check.Middle,8:N1} ms   (at most {CheckToReach:N0}; median of {times}, p90 {check.At(0.9):N1}; the first, cold, {first:N0})",
                $"every claim about a programme of {Phases} phases, {graph.Steps.Count:N0} steps {proof.Middle,8:N1} ms   (at most {ProofToReach:N0}; median of {times}, p90 {proof.At(0.9):N1})",
            ],
            new Dictionary<string, object>(StringComparer.Ordinal) { ["check"] = check.Middle, ["first"] = first, ["proof"] = proof.Middle, ["steps"] = graph.Steps.Count },
            faults == 0 && check.Middle <= CheckToReach && proof.Middle <= ProofToReach));
    }

    private static Latencies Timed(int times, Func<object> work) => new(Enumerable.Range(0, times).Select(turn =>
    {
        var begun = Stopwatch.GetTimestamp();
        _ = work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }));

    /// <summary>The standard programme, its boosters said over and over.</summary>
    private static Programme Long()
    {
        var standard = ProgrammeLibrary.LoadShipped().Find("solo-depression-standard")!;
        var boosters = standard.Phases.First(phase => phase.Kind == PhaseKind.Booster);
        var more = Enumerable.Range(0, Phases - standard.Phases.Count).Select(number => boosters with { Id = $"boosters-{number}", Title = $"Boosters {number}" });
        return standard with { Phases = [.. standard.Phases.Take(4), .. more, .. standard.Phases.Skip(4)] };
    }
}
