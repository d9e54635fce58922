namespace Sojourn.Pharmacology.Kinetics;

internal sealed partial class Disposition
{
    public static Disposition Of(MicroConstants constants, double ke0)
    {
        var solved = new Disposition();
        solved.Solve(constants, ke0);
        return solved;
    }

    /// <summary>One centre with up to two compartments beside it; everything leaves from the centre.</summary>
    /// <param name="constants">Rates in 1/min.</param>
    /// <param name="ke0">Plasma to effect site, 1/min, from 0.</param>
    public void Solve(MicroConstants constants, double ke0)
    {
        var second = -Math.Sqrt(constants.ToSecond * constants.FromSecond);
        var third = -Math.Sqrt(constants.ToThird * constants.FromThird);
        Span<double> matrix =
        [
            constants.Out + constants.ToSecond + constants.ToThird, second, third,
            second, constants.FromSecond, 0,
            third, 0, constants.FromThird,
        ];
        Span<double> vectors = stackalloc double[9];
        SymmetricEigen.Solve(matrix, vectors, 3);
        Clear();
        Span<double> feed = stackalloc double[SymmetricEigen.Most];
        var formed = constants.Norketamine is { } metabolite ? metabolite.FormedFraction * metabolite.MassRatio * constants.Out : 0;
        for (var mode = 0; mode < 3; mode++)
        {
            var share = vectors[mode];
            AddOwn(matrix[mode * 4], share, 1_000 / constants.CentreLitres * share);
            feed[mode] = formed * share;
        }

        Finish(ke0, constants.Norketamine, feed);
    }

    /// <summary>A centre, two compartments and a liver; everything leaves from the liver.</summary>
    /// <param name="constants">Rates in 1/min, flows in L/min.</param>
    /// <param name="ke0">Plasma to effect site, 1/min, from 0.</param>
    public void Solve(HepaticConstants constants, double ke0)
    {
        var c = constants;
        Span<double> litres = [c.CentreLitres, c.FirstLitres, c.SecondLitres, c.LiverLitres];
        Span<double> flows = [0, c.FirstFlow, c.SecondFlow, c.LiverFlow];
        Span<double> matrix = stackalloc double[16];
        matrix.Clear();
        matrix[0] = (c.FirstFlow + c.SecondFlow + c.LiverFlow) / c.CentreLitres;
        for (var beside = 1; beside < 4; beside++)
        {
            matrix[beside * 5] = flows[beside] / litres[beside];
            matrix[beside] = matrix[beside * 4] = -flows[beside] / Math.Sqrt(c.CentreLitres * litres[beside]);
        }

        matrix[15] += c.Out + c.Metabolised;
        Span<double> vectors = stackalloc double[16];
        SymmetricEigen.Solve(matrix, vectors, 4);
        Clear();
        Span<double> feed = stackalloc double[SymmetricEigen.Most];
        var toLiver = Math.Sqrt(c.CentreLitres / c.LiverLitres);
        for (var mode = 0; mode < 4; mode++)
        {
            var inLiver = vectors[12 + mode];
            AddOwn(matrix[mode * 5], vectors[mode], 1_000 / c.CentreLitres * vectors[mode], inLiver * toLiver);
            feed[mode] = c.Metabolite.FormedFraction * c.Metabolite.MassRatio * c.Metabolised * inLiver / toLiver;
        }

        Finish(ke0, c.Metabolite, feed);
    }

    private void AddOwn(double rate, double fromCentre, double shown, double fromLiver = 0)
    {
        var mode = Add(Math.Max(0, rate));
        _gains[mode] = fromCentre;
        _gains[MostModes + mode] = fromLiver;
        _plasma[mode] = shown;
    }

    private void Finish(double ke0, MetaboliteConstants? norketamine, ReadOnlySpan<double> feed)
    {
        OwnModes = Modes;
        AddEffectSite(ke0);
        if (norketamine is not null)
        {
            AddNorketamine(norketamine, feed);
        }
    }
}
