using Sojourn.Pharmacology.Kinetics;
using Sojourn.Pharmacology.Models;

namespace Sojourn.Pharmacology.Band;

/// <summary>Many invented people of one weight, solved: column by column, so that several are computed at once. Made once for a model and a weight.</summary>
internal sealed class Population
{
    private const double Distinct = 1e-6;

    private readonly Dictionary<string, double[]> _factors;

    private Population(int count, int modes, Dictionary<string, double[]> factors)
    {
        (Count, Modes, _factors) = (count, modes, factors);
        Stride = (count + 7) / 8 * 8;
        Rates = new double[modes * Stride];
        Gains = [new double[modes * Stride], new double[modes * Stride]];
        Plasma = new double[modes * Stride];
        Effect = new double[modes * Stride];
    }

    public int Count { get; }

    /// <summary>From one mode's column to the next.</summary>
    public int Stride { get; }

    /// <summary>The medicine's own and, last, the effect site's.</summary>
    public int Modes { get; }

    public double[] Rates { get; }

    /// <summary>By entry.</summary>
    public double[][] Gains { get; }

    public double[] Plasma { get; }

    public double[] Effect { get; }

    /// <param name="model">One that says how much people differ.</param>
    /// <param name="kilograms">Weight of all of them.</param>
    /// <param name="years">Age; null where it is not known.</param>
    /// <param name="factors">As <see cref="PersonFactors.Of"/> makes them.</param>
    public static Population Of(Model model, double kilograms, double? years, Dictionary<string, double[]> factors)
    {
        var count = factors.Values.First().Length;
        var own = model.Structure == Structure.Hepatic ? 4 : 3;
        var people = new Population(count, own + 1, factors);
        var solved = new Disposition();
        for (var person = 0; person < count; person++)
        {
            var differs = people.Person(person);
            var ke0 = model.Ke0 * differs("ke0");
            if (own == 4)
            {
                solved.Solve(Scaling.Hepatic(model, years, differs), ke0);
            }
            else
            {
                solved.Solve(Scaling.Micro(model, kilograms, differs) with { Norketamine = null }, ke0);
            }

            people.Keep(person, solved, ke0);
        }

        return people;
    }

    /// <summary>How this one differs from the typical person.</summary>
    public Differences Person(int person) => parameter => _factors.TryGetValue(parameter, out var column) ? column[person] : 1;

    private void Keep(int person, Disposition solved, double ke0)
    {
        var site = Modes - 1;
        var ofSite = 0.0;
        var fromLiver = 0.0;
        for (var mode = 0; mode < site; mode++)
        {
            var at = (mode * Stride) + person;
            var rate = solved.Rates[mode];
            Rates[at] = rate;
            Gains[0][at] = solved.Gains((int)Entry.Centre)[mode];
            Gains[1][at] = solved.Gains((int)Entry.Liver)[mode];
            Plasma[at] = solved.Plasma[mode];
            Effect[at] = solved.Plasma[mode] * ke0 / Gap(ke0, rate);
            ofSite -= Effect[at] * Gains[0][at];
            fromLiver -= Effect[at] * Gains[1][at];
        }

        var last = (site * Stride) + person;
        Rates[last] = ke0;
        Gains[0][last] = ofSite;
        Gains[1][last] = fromLiver;
        Effect[last] = 1;
    }

    /// <summary>The difference of two rates, never nearer to nought than shows in a percentile.</summary>
    internal static double Gap(double one, double other)
    {
        var gap = one - other;
        var least = Distinct * Math.Max(Math.Abs(one), 1e-9);
        return Math.Abs(gap) >= least ? gap : Math.CopySign(least, gap);
    }
}

/// <summary>By parameter, one factor for each invented person; the same people for every weight.</summary>
internal static class PersonFactors
{
    private static readonly Lock Held = new();
    private static readonly Dictionary<(string Model, int Count), Dictionary<string, double[]>> Known = [];

    public static Dictionary<string, double[]> Of(Model model, int count)
    {
        lock (Held)
        {
            if (!Known.TryGetValue((model.Id, count), out var factors))
            {
                Known[(model.Id, count)] = factors = Make(model, count);
            }

            return factors;
        }
    }

    private static Dictionary<string, double[]> Make(Model model, int count)
    {
        var draws = NormalDraws.Make(count);
        var factors = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var dimension = 0;
        var absorbed = -1;
        foreach (var name in model.Figures.Keys.Where(name => name.StartsWith("betweenPeople/", StringComparison.Ordinal)).Select(name => name["betweenPeople/".Length..]))
        {
            // One person has one throat, nose and stomach for us: how much more or less gets in is the same by every route.
            var own = name.StartsWith("F.", StringComparison.Ordinal) ? absorbed < 0 ? absorbed = dimension++ : absorbed : dimension++;
            var spread = model.Figures["betweenPeople/" + name].Unit.StartsWith("SD", StringComparison.Ordinal) ? model["betweenPeople/" + name] : model.Spread(name);
            factors[name] = [.. draws[own].Select(normal => Math.Exp(spread * normal))];
        }

        return factors;
    }
}
