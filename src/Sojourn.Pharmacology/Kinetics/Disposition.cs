namespace Sojourn.Pharmacology.Kinetics;

/// <summary>
/// A model solved: independent decaying modes, how strongly each entry excites each, and what each shows in plasma, at the effect site and as
/// norketamine. The curve of any doses is the sum over doses and modes. One instance can be solved again and again without allocating.
/// </summary>
internal sealed partial class Disposition
{
    /// <summary>Four of a centre, one of the effect site, two of norketamine, and two more for each pair that may coincide.</summary>
    public const int MostModes = 32;

    /// <summary>Centre, liver, norketamine's centre.</summary>
    public const int Entries = 3;

    public const int NorketamineEntry = 2;

    /// <summary>
    /// Two rates closer than this, relatively, are put this far apart around their mean for the term that needs both. The error is of second order:
    /// (half of it × time constants gone by)² / 6, below 1e-9 for as long as there is anything to see.
    /// </summary>
    private const double Apart = 1e-5;

    private readonly double[] _rates = new double[MostModes];
    private readonly double[] _gains = new double[Entries * MostModes];
    private readonly double[] _plasma = new double[MostModes];
    private readonly double[] _effect = new double[MostModes];
    private readonly double[] _norketamine = new double[MostModes];

    public int Modes { get; private set; }

    /// <summary>The first so many modes are the medicine's own.</summary>
    public int OwnModes { get; private set; }

    /// <summary>The modes before this one carry plasma and effect site; the rest are norketamine's alone.</summary>
    public int EffectModes { get; private set; }

    public bool HasNorketamine { get; private set; }

    /// <summary>Mass of norketamine that a milligram of ketamine becomes.</summary>
    public double MassRatio { get; private set; }

    public ReadOnlySpan<double> Rates => _rates.AsSpan(0, Modes);

    /// <summary>ng/mL in plasma for one unit of each mode.</summary>
    public ReadOnlySpan<double> Plasma => _plasma.AsSpan(0, Modes);

    public ReadOnlySpan<double> Effect => _effect.AsSpan(0, Modes);

    public ReadOnlySpan<double> Norketamine => _norketamine.AsSpan(0, Modes);

    /// <summary>How strongly a milligram at this entry excites each mode.</summary>
    public ReadOnlySpan<double> Gains(int entry) => _gains.AsSpan(entry * MostModes, Modes);

    private void Clear()
    {
        Array.Clear(_rates);
        Array.Clear(_gains);
        Array.Clear(_plasma);
        Array.Clear(_effect);
        Array.Clear(_norketamine);
        Modes = 0;
        HasNorketamine = false;
        MassRatio = 0;
    }

    private int Add(double rate)
    {
        _rates[Modes] = rate;
        return Modes++;
    }

    /// <summary>The effect site follows plasma: each of the medicine's modes convolved with ke0·e^(−ke0·t).</summary>
    private void AddEffectSite(double ke0)
    {
        var site = Add(ke0);
        _effect[site] = 1;
        for (var mode = 0; mode < OwnModes; mode++)
        {
            Convolve(mode, site, _plasma[mode] * ke0, _effect);
        }

        EffectModes = Modes;
    }

    /// <param name="constants">Of norketamine.</param>
    /// <param name="feed">Milligrams of norketamine a minute that one unit of each of the medicine's modes forms.</param>
    private void AddNorketamine(MetaboliteConstants constants, ReadOnlySpan<double> feed)
    {
        HasNorketamine = true;
        MassRatio = constants.MassRatio;
        var perMilligram = 1_000 / constants.CentreLitres;
        Span<double> matrix = [constants.Out + constants.ToSecond, -Math.Sqrt(constants.ToSecond * constants.FromSecond), -Math.Sqrt(constants.ToSecond * constants.FromSecond), constants.FromSecond];
        Span<double> vectors = stackalloc double[4];
        SymmetricEigen.Solve(matrix, vectors, 2);
        for (var own = 0; own < 2; own++)
        {
            var share = vectors[own] * vectors[own];
            var mode = Add(Math.Max(0, matrix[own * 3]));
            _norketamine[mode] = perMilligram * share;
            _gains[(NorketamineEntry * MostModes) + mode] = 1;
            for (var source = 0; source < OwnModes; source++)
            {
                Convolve(source, mode, feed[source] * perMilligram * share, _norketamine);
            }
        }
    }

    /// <summary>Adds <paramref name="weight"/> × (mode convolved with e^(−rate of follower·t)) to what is shown.</summary>
    private void Convolve(int mode, int follower, double weight, double[] shown)
    {
        var slow = _rates[mode];
        var fast = _rates[follower];
        if (weight == 0)
        {
            return;
        }

        if (Math.Abs(fast - slow) >= Apart * Math.Max(fast, slow))
        {
            var part = weight / (fast - slow);
            shown[mode] += part;
            for (var entry = 0; entry < Entries - 1; entry++)
            {
                _gains[(entry * MostModes) + follower] -= part / shown[follower] * _gains[(entry * MostModes) + mode];
            }

            return;
        }

        var middle = (slow + fast) / 2;
        var half = Apart / 2 * Math.Max(middle, 1e-9);
        var left = Add(middle - half);
        var right = Add(middle + half);
        shown[left] = weight / (2 * half);
        shown[right] = -weight / (2 * half);
        for (var entry = 0; entry < Entries - 1; entry++)
        {
            _gains[(entry * MostModes) + left] = _gains[(entry * MostModes) + right] = _gains[(entry * MostModes) + mode];
        }
    }
}
