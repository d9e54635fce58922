using System.Diagnostics;
using Sojourn.Pharmacology.Band;
using Sojourn.Pharmacology.Kinetics;
using Sojourn.Pharmacology.Models;
using Sojourn.Pharmacology.Prediction;

namespace Sojourn.Bench;

/// <summary>Concentration profiles on one core, and the band of a whole session.</summary>
internal sealed class PkBench : IBench
{
    private const double ProfilesToReach = 300_000;
    private const double BandToReach = 10;
    private const int Batch = 20_000;
    private const int Points = 54;

    public string Name => "pk";

    public string Summary => "concentration profiles a second on one core, and a session with its band [--rounds N]";

    public Task<Report> Run(Arguments arguments)
    {
        var rounds = arguments.Count("rounds", 15);
        var single = Times(rounds, () => Profiles(Model("domino1984"), 0)).Select(time => Batch / time.TotalSeconds).ToList();
        var whole = Times(rounds, () => Profiles(Model(Pharmacology.Models.Model.Default), 1)).Select(time => Batch / time.TotalSeconds).ToList();
        var full = Times(rounds * 4, () => Session(Predict.People)).Select(time => time.TotalMilliseconds).ToList();
        var small = Times(rounds * 4, () => Session(200)).Select(time => time.TotalMilliseconds).ToList();
        var (profiles, profilesWithNorketamine) = (Middle(single), Middle(whole));
        var (band, smallBand) = (Middle(full), Middle(small));
        return Task.FromResult(new Report(
            [
                $"single profiles, {Points} points, plasma and effect site, solved anew each time   {profiles,11:N0} /s   (to reach {ProfilesToReach:N0}; median of {rounds} runs of {Batch:N0})",
                $"the same with norketamine, consensus model                                  {profilesWithNorketamine,11:N0} /s",
                $"3 hours at 10 s, 40-minute infusion, typical lines and the band of {Predict.People:N0} draws  {band,8:N2} ms   (at most {BandToReach:N0}; median of {full.Count} runs, p90 {new Latencies(full).At(0.9):N2})",
                $"the same with 200 draws                                                        {smallBand,8:N2} ms   (at most 5)",
            ],
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["profilesPerSecond"] = profiles,
                ["profilesWithNorketaminePerSecond"] = profilesWithNorketamine,
                ["sessionWithBandMilliseconds"] = band,
                ["sessionWithSmallBandMilliseconds"] = smallBand,
                ["rounds"] = rounds,
            },
            profiles >= ProfilesToReach && band <= BandToReach));
    }

    /// <summary>A person of another weight each time, so that nothing is carried over.</summary>
    private static void Profiles(Model model, int norketamine)
    {
        var solved = new Disposition();
        Span<Dose> doses = [Dose.Infusion(0, 35, 40)];
        Span<double> minutes = stackalloc double[Points];
        Span<double> plasma = stackalloc double[Points];
        Span<double> effect = stackalloc double[Points];
        Span<double> third = stackalloc double[Points * norketamine];
        for (var point = 0; point < Points; point++)
        {
            minutes[point] = (point * 3.5) + (point % 3);
        }

        var micro = Scaling.Micro(model, 70, Scaling.Typical);
        for (var run = 0; run < Batch; run++)
        {
            solved.Solve(micro with { CentreLitres = micro.CentreLitres * (1 + (run * 1e-6)), Out = micro.Out * (1 + (run * 1e-6)) }, model.Ke0);
            Profile.Fill(solved, doses, minutes, plasma, effect, third);
        }
    }

    private static void Session(int people) =>
        _ = Predict.Of(Model(Pharmacology.Models.Model.Default), new Body(70, 40), [new GivenDose(Route.VeinEvenly, 0, 35, 40)], new Grid(0, 1.0 / 6, 1_081), people);

    private static Model Model(string id) => ModelLibrary.All.First(model => string.Equals(model.Id, id, StringComparison.Ordinal));

    private static List<TimeSpan> Times(int rounds, Action work)
    {
        work();
        var warm = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(warm) < TimeSpan.FromSeconds(1))
        {
            work();
        }

        return [.. Enumerable.Range(0, rounds).Select(_ =>
        {
            var begun = Stopwatch.GetTimestamp();
            work();
            return Stopwatch.GetElapsedTime(begun);
        })];
    }

    private static double Middle(IEnumerable<double> figures) => new Latencies(figures).Middle;
}
