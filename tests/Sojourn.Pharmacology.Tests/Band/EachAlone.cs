using Sojourn.Pharmacology.Band;
using Sojourn.Pharmacology.Kinetics;
using Sojourn.Pharmacology.Models;

namespace Sojourn.Pharmacology.Tests.Band;

/// <summary>Every invented person by the exact formulas, sorted plainly, against the march and its bins.</summary>
internal static class EachAlone
{
    internal static void Agree(Model model, GivenDose[] doses, Grid grid)
    {
        var people = Population.Of(model, 81, 40, PersonFactors.Of(model, 101));
        var (plasma, effect) = Bands.Compute(model, people, doses, grid, inPlasma: true);
        double[] minutes = [.. Enumerable.Range(0, grid.Points).Select(grid.At)];
        var alone = Enumerable.Range(0, people.Count).Select(person => One(model, people.Person(person), doses, minutes)).ToList();
        for (var point = 0; point < grid.Points; point++)
        {
            Close([.. alone.Select(one => one.Plasma[point]).Order()], point, plasma!);
            Close([.. alone.Select(one => one.Effect[point]).Order()], point, effect);
        }
    }

    private static (double[] Plasma, double[] Effect) One(Model model, Differences differs, GivenDose[] doses, double[] minutes)
    {
        var solved = new Disposition();
        var ke0 = model.Ke0 * differs("ke0");
        if (model.Structure == Structure.Hepatic)
        {
            solved.Solve(Scaling.Hepatic(model, 40, differs), ke0);
        }
        else
        {
            solved.Solve(Scaling.Micro(model, 81, differs), ke0);
        }

        var (plasma, effect) = (new double[minutes.Length], new double[minutes.Length]);
        Profile.Fill(solved, Routes.Inputs(model, doses, differs), minutes, plasma, effect, []);
        return (plasma, effect);
    }

    private static void Close(double[] sorted, int point, BandCurve band)
    {
        foreach (var (rank, found) in new[] { (5, band.P05[point]), (25, band.P25[point]), (50, band.P50[point]), (75, band.P75[point]), (95, band.P95[point]) })
        {
            Assert.True(Math.Abs(sorted[rank] - found) <= Math.Max(1e-7, sorted[rank] * 1e-7), $"at {point}: {found:R} instead of {sorted[rank]:R}");
        }
    }
}
