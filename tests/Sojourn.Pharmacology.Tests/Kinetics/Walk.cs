using Sojourn.Pharmacology.Kinetics;

namespace Sojourn.Pharmacology.Tests.Kinetics;

/// <summary>The differential equations themselves, walked with Runge and Kutta's fourth-order step between the instants at which something begins or ends.</summary>
internal static class Walk
{
    private const double Longest = 0.02;

    internal static List<(double Plasma, double Effect, double Norketamine)> Of(MicroConstants k, double ke0, Dose[] doses, double[] minutes)
    {
        var state = new double[6 + doses.Length];
        var stops = minutes.Concat(doses.Select(dose => dose.AtMinutes)).Concat(doses.Select(dose => dose.EndMinutes)).Append(0).Distinct().Order().ToList();
        List<(double, double, double)> found = [];
        for (var stop = 0; stop < stops.Count; stop++)
        {
            for (var dose = 0; dose < doses.Length; dose++)
            {
                if (doses[dose].AtMinutes == stops[stop] && doses[dose].DurationMinutes == 0)
                {
                    state[doses[dose].ThroughDepot ? 6 + dose : 0] += doses[dose].Milligrams;
                }
            }

            if (minutes.Contains(stops[stop]))
            {
                found.Add((1_000 * state[0] / k.CentreLitres, state[3], 1_000 * state[4] / k.Norketamine!.CentreLitres));
            }

            if (stop + 1 < stops.Count)
            {
                var steps = (int)Math.Ceiling((stops[stop + 1] - stops[stop]) / Longest);
                var length = (stops[stop + 1] - stops[stop]) / steps;
                for (var step = 0; step < steps; step++)
                {
                    state = Step(state, length, at => Slope(k, ke0, doses, stops[stop], at));
                }
            }
        }

        return found;
    }

    private static double[] Step(double[] state, double length, Func<double[], double[]> slope)
    {
        var first = slope(state);
        var second = slope(Ahead(state, first, length / 2));
        var third = slope(Ahead(state, second, length / 2));
        var fourth = slope(Ahead(state, third, length));
        return [.. state.Select((value, at) => value + (length / 6 * (first[at] + (2 * second[at]) + (2 * third[at]) + fourth[at])))];
    }

    private static double[] Ahead(double[] state, double[] slope, double length) => [.. state.Select((value, at) => value + (length * slope[at]))];

    private static double[] Slope(MicroConstants k, double ke0, Dose[] doses, double since, double[] x)
    {
        var m = k.Norketamine!;
        var d = new double[x.Length];
        d[0] = (-(k.Out + k.ToSecond + k.ToThird) * x[0]) + (k.FromSecond * x[1]) + (k.FromThird * x[2]);
        d[1] = (k.ToSecond * x[0]) - (k.FromSecond * x[1]);
        d[2] = (k.ToThird * x[0]) - (k.FromThird * x[2]);
        d[3] = ke0 * ((1_000 * x[0] / k.CentreLitres) - x[3]);
        d[4] = (m.FormedFraction * m.MassRatio * k.Out * x[0]) - ((m.Out + m.ToSecond) * x[4]) + (m.FromSecond * x[5]);
        d[5] = (m.ToSecond * x[4]) - (m.FromSecond * x[5]);
        for (var dose = 0; dose < doses.Length; dose++)
        {
            var one = doses[dose];
            d[0] += one.DurationMinutes > 0 && one.AtMinutes <= since && since < one.EndMinutes ? one.Milligrams / one.DurationMinutes : 0;
            if (one.ThroughDepot)
            {
                var leaves = one.AbsorptionPerMinute * x[6 + dose];
                d[6 + dose] -= leaves;
                d[0] += one.Fraction * leaves;
                d[4] += one.PresystemicNorketamine * m.MassRatio * leaves;
            }
        }

        return d;
    }
}
