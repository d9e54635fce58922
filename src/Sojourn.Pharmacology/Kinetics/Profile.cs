using System.Numerics;

namespace Sojourn.Pharmacology.Kinetics;

/// <summary>Concentrations at any instants, in any order: the sum over doses and modes. Allocates nothing.</summary>
internal static class Profile
{
    /// <param name="solved">The model of one person.</param>
    /// <param name="doses">In any order, before or after the chart's nought.</param>
    /// <param name="minutes">Instants, in any order.</param>
    /// <param name="plasma">ng/mL; as long as <paramref name="minutes"/>.</param>
    /// <param name="effect">ng/mL at the effect site.</param>
    /// <param name="norketamine">ng/mL, or empty where it is not wanted.</param>
    public static void Fill(Disposition solved, ReadOnlySpan<Dose> doses, ReadOnlySpan<double> minutes, Span<double> plasma, Span<double> effect, Span<double> norketamine)
    {
        plasma.Clear();
        effect.Clear();
        norketamine.Clear();
        var modes = norketamine.IsEmpty ? solved.EffectModes : solved.Modes;
        foreach (ref readonly var dose in doses)
        {
            var own = dose.Milligrams * dose.Fraction;
            var formed = dose.Milligrams * dose.PresystemicNorketamine * solved.MassRatio;
            for (var mode = 0; mode < modes; mode++)
            {
                var amount = (own * solved.Gains((int)dose.Entry)[mode]) + (formed * solved.Gains(Disposition.NorketamineEntry)[mode]);
                if (amount == 0)
                {
                    continue;
                }

                var response = new Response(dose, solved.Rates[mode]);
                AddTo(plasma, minutes, dose.AtMinutes, response, amount * solved.Plasma[mode], effect, amount * solved.Effect[mode]);
                if (!norketamine.IsEmpty)
                {
                    AddTo(norketamine, minutes, dose.AtMinutes, response, amount * solved.Norketamine[mode], default, 0);
                }
            }
        }

        NeverBelowNought(plasma);
        NeverBelowNought(effect);
        NeverBelowNought(norketamine);
    }

    private static void AddTo(Span<double> first, ReadOnlySpan<double> minutes, double from, in Response response, double toFirst, Span<double> second, double toSecond)
    {
        if (toFirst == 0 && toSecond == 0)
        {
            return;
        }

        var at = 0;
        if (response.InVectors)
        {
            var begin = new Vector<double>(from);
            for (; at <= minutes.Length - Vector<double>.Count; at += Vector<double>.Count)
            {
                var gathered = response.At(new Vector<double>(minutes[at..]) - begin);
                if (toFirst != 0)
                {
                    (new Vector<double>(first[at..]) + (gathered * toFirst)).CopyTo(first[at..]);
                }

                if (toSecond != 0)
                {
                    (new Vector<double>(second[at..]) + (gathered * toSecond)).CopyTo(second[at..]);
                }
            }
        }

        for (; at < minutes.Length; at++)
        {
            if (minutes[at] - from is >= 0 and var since)
            {
                var gathered = response.At(since);
                first[at] += toFirst * gathered;
                if (toSecond != 0)
                {
                    second[at] += toSecond * gathered;
                }
            }
        }
    }

    /// <summary>Terms of both signs leave a residue of 1e-14 where the sum is nought.</summary>
    private static void NeverBelowNought(Span<double> values)
    {
        foreach (ref var value in values)
        {
            value = value < 0 ? 0 : value;
        }
    }
}
