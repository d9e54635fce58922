using System.Buffers;
using Sojourn.Pharmacology.Kinetics;
using Sojourn.Pharmacology.Models;

namespace Sojourn.Pharmacology.Band;

/// <summary>
/// Where people's curves lie, point by point, in ng/mL. Between people: not how sure anybody can be of this person's level, and it cannot know
/// whether a troche was swallowed or spat out.
/// </summary>
/// <param name="P05">Of twenty people one is below.</param>
/// <param name="P25">One in four is below.</param>
/// <param name="P50">Half are below.</param>
/// <param name="P75">One in four is above.</param>
/// <param name="P95">Of twenty people one is above.</param>
public sealed record BandCurve(double[] P05, double[] P25, double[] P50, double[] P75, double[] P95)
{
    internal static BandCurve Of(int points) => new(new double[points], new double[points], new double[points], new double[points], new double[points]);

    internal void Keep(int point, Percentiles found)
    {
        P05[point] = Math.Max(0, found[0]);
        P25[point] = Math.Max(0, found[1]);
        P50[point] = Math.Max(0, found[2]);
        P75[point] = Math.Max(0, found[3]);
        P95[point] = Math.Max(0, found[4]);
    }
}

/// <summary>Points at even distances.</summary>
/// <param name="FromMinutes">The first.</param>
/// <param name="StepMinutes">Above 0.</param>
/// <param name="Points">At least 1.</param>
public sealed record Grid(double FromMinutes, double StepMinutes, int Points)
{
    public double At(int point) => FromMinutes + (point * StepMinutes);
}

/// <summary>Percentiles of a population's curves.</summary>
internal static class Bands
{
    private static readonly double[] Shares = [0.05, 0.25, 0.50, 0.75, 0.95];

    /// <param name="model">One that says how much people differ.</param>
    /// <param name="people">Of that model.</param>
    /// <param name="given">Doses.</param>
    /// <param name="grid">Where to compute.</param>
    /// <param name="inPlasma">Whether the band in plasma is wanted too.</param>
    internal static (BandCurve? Plasma, BandCurve Effect) Compute(Model model, Population people, IReadOnlyList<GivenDose> given, Grid grid, bool inPlasma)
    {
        var march = new March(people, Doses(model, people, given), grid.FromMinutes, grid.StepMinutes);
        var (plasma, effect) = (inPlasma ? BandCurve.Of(grid.Points) : null, BandCurve.Of(grid.Points));
        var (ofPlasma, ofEffect) = (new Percentiles(people.Count, Shares), new Percentiles(people.Count, Shares));
        var plasmaRows = inPlasma ? ArrayPool<double>.Shared.Rent(March.Chunk * people.Stride) : null;
        var effectRows = ArrayPool<double>.Shared.Rent(March.Chunk * people.Stride);
        for (var first = 0; first < grid.Points; first += March.Chunk)
        {
            var count = Math.Min(March.Chunk, grid.Points - first);
            march.Fill(first, count, plasmaRows, effectRows);
            for (var row = 0; row < count; row++)
            {
                ofEffect.Take(effectRows.AsSpan(row * people.Stride, people.Count));
                effect.Keep(first + row, ofEffect);
                if (plasma is not null)
                {
                    ofPlasma.Take(plasmaRows.AsSpan(row * people.Stride, people.Count));
                    plasma.Keep(first + row, ofPlasma);
                }
            }
        }

        ArrayPool<double>.Shared.Return(effectRows);
        if (plasmaRows is not null)
        {
            ArrayPool<double>.Shared.Return(plasmaRows);
        }

        return (plasma, effect);
    }

    private static Dose[][] Doses(Model model, Population people, IReadOnlyList<GivenDose> given)
    {
        var typical = Routes.Inputs(model, given, Scaling.Typical);
        Dose[][] doses = [.. typical.Select(_ => new Dose[people.Count])];
        for (var person = 0; person < people.Count; person++)
        {
            // Nothing differs between people in what goes straight into a vein.
            var own = Array.Exists(typical, dose => dose.ThroughDepot) ? Routes.Inputs(model, given, people.Person(person)) : typical;
            for (var dose = 0; dose < own.Length; dose++)
            {
                doses[dose][person] = own[dose];
            }
        }

        return doses;
    }
}
