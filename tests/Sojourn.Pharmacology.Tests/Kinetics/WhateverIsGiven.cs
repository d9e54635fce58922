using Sojourn.Pharmacology.Kinetics;
using Sojourn.Pharmacology.Models;

namespace Sojourn.Pharmacology.Tests.Kinetics;

/// <summary>What must hold for any model and any doses. Fifty of each, always the same.</summary>
public sealed class WhateverIsGiven
{
    private static readonly double[] Minutes = [-20, 0, 0.5, 3, 10, 17, 33, 41, 60, 90, 150, 240, 600];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 50)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PK_7_Doses_add_up(int seed)
    {
        var (solved, doses) = Invent(seed);
        var together = Curve(solved, doses);
        var apart = doses.Select(dose => Curve(solved, [dose])).ToList();
        for (var at = 0; at < together.Length; at++)
        {
            Close(apart.Sum(curve => curve[at]), together[at]);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PK_7_Twice_the_doses_are_twice_the_curve_and_later_doses_the_same_curve_later(int seed)
    {
        var (solved, doses) = Invent(seed);
        var once = Curve(solved, doses);
        var twice = Curve(solved, [.. doses, .. doses]);
        var later = Curve(solved, [.. doses.Select(dose => Moved(dose, 37.5))], 37.5);
        for (var at = 0; at < once.Length; at++)
        {
            Close(2 * once[at], twice[at]);
            Close(once[at], later[at], 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PK_8_The_area_is_what_got_in_over_clearance(int seed)
    {
        var (solved, doses) = Invent(seed);
        var area = Area(solved, doses);
        var got = doses.Sum(dose => dose.Milligrams * dose.Fraction);
        // Trapezoids cut the corner of a bolus: half a step of its height.
        Assert.Equal(got * 1_000 / Clearance(seed), area.Plasma, area.Plasma * 1e-3);
        Assert.Equal(area.Plasma, area.Effect, area.Plasma * 1e-3);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PK_9_After_the_last_dose_is_in_the_level_only_falls(int seed)
    {
        var (solved, _) = Invent(seed);
        double[] minutes = [.. Enumerable.Range(0, 400).Select(step => 40 + (step * 5.0))];
        var plasma = new double[minutes.Length];
        Profile.Fill(solved, [Dose.Bolus(0, 10), Dose.Infusion(0, 30, 40)], minutes, plasma, new double[minutes.Length], []);
        Assert.All(plasma.Zip(plasma.Skip(1)), pair => Assert.True(pair.First >= pair.Second));
        Assert.All(plasma, level => Assert.True(level >= 0));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void PK_10_Walking_the_equations_in_small_steps_gives_the_same(int seed)
    {
        var (solved, doses) = Invent(seed);
        var walked = Walk.Of(Constants(seed), Ke0(seed), doses, [2, 30, 45, 100]);
        var (plasma, effect, norketamine) = (new double[4], new double[4], new double[4]);
        Profile.Fill(solved, doses, [2, 30, 45, 100], plasma, effect, norketamine);
        for (var at = 0; at < 4; at++)
        {
            Close(walked[at].Plasma, plasma[at], 1e-6);
            Close(walked[at].Effect, effect[at], 1e-6);
            Close(walked[at].Norketamine, norketamine[at], 1e-6);
        }
    }

    [Fact]
    public void PK_11_A_very_quick_effect_site_is_plasma()
    {
        var solved = Disposition.Of(Constants(1), 1e6);
        var (plasma, effect) = (new double[3], new double[3]);
        Profile.Fill(solved, [Dose.Infusion(0, 35, 40)], [10, 39, 90], plasma, effect, []);
        Assert.All(plasma.Zip(effect), pair => Close(pair.First, pair.Second, 1e-4));
    }

    [Fact]
    public void PK_11_An_infusion_that_never_ends_settles_at_rate_over_clearance()
    {
        var solved = Disposition.Of(Constants(1), 0.0835);
        var (plasma, effect) = (new double[1], new double[1]);
        Profile.Fill(solved, [Dose.Infusion(0, 1e7, 1e7)], [9e6], plasma, effect, []);
        Close(1_000 / Clearance(1), plasma[0], 1e-9);
        Close(plasma[0], effect[0], 1e-9);
    }

    private static (Disposition Solved, Dose[] Doses) Invent(int seed)
    {
        var chance = new Random(seed);
        Dose[] doses =
        [
            Dose.Bolus(chance.Next(0, 20), chance.Next(1, 40)),
            Dose.Infusion(chance.Next(0, 30), chance.Next(1, 60), chance.Next(1, 50)),
            Dose.FirstOrder(chance.Next(0, 30), chance.Next(20, 200), 0.1 + (0.5 * chance.NextDouble()), 0.005 + (0.1 * chance.NextDouble()), chance.Next(0, 6), 0.3 * chance.NextDouble()),
        ];
        return (Disposition.Of(Constants(seed), Ke0(seed)), doses);
    }

    private static MicroConstants Constants(int seed)
    {
        var chance = new Random(1_000 + seed);
        var differs = chance.NextDouble();
        return Scaling.Micro(ModelLibrary.Default, 45 + (80 * chance.NextDouble()), name => 0.6 + differs + (0.3 * (name.Length % 3)));
    }

    private static double Ke0(int seed) => 0.02 + (0.003 * seed);

    private static double Clearance(int seed) => Constants(seed) is var known ? known.CentreLitres * known.Out : 0;

    private static double[] Curve(Disposition solved, Dose[] doses, double later = 0)
    {
        double[] minutes = [.. Minutes.Select(minute => minute + later)];
        var (plasma, effect, norketamine) = (new double[minutes.Length], new double[minutes.Length], new double[minutes.Length]);
        Profile.Fill(solved, doses, minutes, plasma, effect, norketamine);
        return [.. plasma, .. effect, .. norketamine];
    }

    /// <summary>By trapezoids over quarters of a minute, then ever longer ones.</summary>
    private static (double Plasma, double Effect) Area(Disposition solved, Dose[] doses)
    {
        List<double> minutes = [.. Enumerable.Range(0, 40_000).Select(step => step * 0.025)];
        minutes.AddRange(Enumerable.Range(1, 60_000).Select(step => 1_000 + (step * 0.5)));
        var (plasma, effect) = (new double[minutes.Count], new double[minutes.Count]);
        Profile.Fill(solved, doses, [.. minutes], plasma, effect, []);
        return (Under(minutes, plasma), Under(minutes, effect));
    }

    private static double Under(List<double> minutes, double[] line)
    {
        var sum = 0.0;
        for (var at = 1; at < line.Length; at++)
        {
            sum += (minutes[at] - minutes[at - 1]) * (line[at] + line[at - 1]) / 2;
        }

        return sum;
    }

    private static Dose Moved(Dose dose, double by) =>
        dose.ThroughDepot ? Dose.FirstOrder(dose.AtMinutes + by, dose.Milligrams, dose.Fraction, dose.AbsorptionPerMinute, 0, dose.PresystemicNorketamine)
        : Dose.Infusion(dose.AtMinutes + by, dose.Milligrams, dose.DurationMinutes);

    private static void Close(double expected, double found, double relative = 1e-11) =>
        Assert.True(Math.Abs(expected - found) <= Math.Max(1e-9, relative * Math.Abs(expected)), $"{found:R} instead of {expected:R}");
}
