using System.Numerics;
using System.Runtime.CompilerServices;
using Sojourn.Pharmacology.Kinetics;

namespace Sojourn.Pharmacology.Band;

/// <summary>
/// A population's curves on an even grid. Between doses each mode is multiplied by its own e^(−rate·step), several people at once; a step in which a
/// dose begins or ends is computed exactly for each person.
/// </summary>
internal sealed class March
{
    /// <summary>Modes that one pass keeps in registers.</summary>
    private const int Pass = 5;

    private readonly Population _people;
    private readonly double _from;
    private readonly double _step;
    private readonly Dose[][] _doses;
    private readonly int _modes;
    private readonly double[] _rates;
    private readonly double[] _decay;
    private readonly double[] _state;
    private readonly double[] _gained;
    private readonly double[] _plasma;
    private readonly double[] _effect;
    private readonly double[][] _weights;

    /// <param name="people">Solved.</param>
    /// <param name="doses">By dose, then by person: the same minutes for everybody.</param>
    /// <param name="from">Minute of the first point.</param>
    /// <param name="step">Minutes between points, above 0.</param>
    public March(Population people, Dose[][] doses, double from, double step)
    {
        (_people, _doses, _from, _step) = (people, doses, from, step);
        var depots = doses.Where(dose => dose[0].ThroughDepot).Select(Depot).Distinct().ToList();
        _modes = (people.Modes + depots.Count + Pass - 1) / Pass * Pass;
        var size = _modes * people.Stride;
        (_rates, _decay, _state, _gained, _plasma, _effect) = (new double[size], new double[size], new double[size], new double[size], new double[size], new double[size]);
        people.Rates.CopyTo(_rates, 0);
        people.Plasma.CopyTo(_plasma, 0);
        people.Effect.CopyTo(_effect, 0);
        _weights = [.. doses.Select(dose => Weights(dose, dose[0].ThroughDepot ? people.Modes + depots.IndexOf(Depot(dose)) : -1))];
        for (var at = 0; at < size; at++)
        {
            _decay[at] = Math.Exp(-_rates[at] * step);
        }
    }

    /// <summary>Points in one go.</summary>
    public const int Chunk = 32;

    /// <summary>Fills points <paramref name="first"/> to <paramref name="first"/> + <paramref name="count"/> − 1; to be asked for in order from 0.</summary>
    /// <param name="first">Point.</param>
    /// <param name="count">At most <see cref="Chunk"/>.</param>
    /// <param name="plasma">Point by point, <see cref="Population.Stride"/> values each; null where nobody wants them.</param>
    /// <param name="effect">The same at the effect site.</param>
    public void Fill(int first, int count, double[]? plasma, double[] effect)
    {
        var done = 0;
        while (done < count)
        {
            var point = first + done;
            var plain = 0;
            while (done + plain < count && !HasEvent(point + plain))
            {
                plain++;
            }

            if (plain > 0)
            {
                Go(done, plain, plasma, effect);
                done += plain;
                continue;
            }

            Meet(point);
            Show(done, plasma, effect);
            done++;
        }
    }

    private bool HasEvent(int point)
    {
        if (point == 0)
        {
            return true;
        }

        var (before, now) = (At(point - 1), At(point));
        foreach (var dose in _doses)
        {
            ref readonly var one = ref dose[0];
            if ((one.AtMinutes > before && one.AtMinutes <= now) || (one.DurationMinutes > 0 && one.EndMinutes > before && one.EndMinutes <= now))
            {
                return true;
            }
        }

        return false;
    }

    private double At(int point) => _from + (point * _step);

    /// <summary>Doses with the same share and rate share a depot; the first person stands for all.</summary>
    private static (double Absorption, double Fraction, Entry Entry) Depot(Dose[] dose) => (dose[0].AbsorptionPerMinute, dose[0].Fraction, dose[0].Entry);

    /// <summary>A dose through a depot is the difference of two plain ones, one decaying with the mode and one with the depot.</summary>
    private double[] Weights(Dose[] dose, int depot)
    {
        var stride = _people.Stride;
        var weights = new double[_modes * stride];
        for (var person = 0; person < _people.Count; person++)
        {
            ref readonly var own = ref dose[person];
            for (var mode = 0; mode < _people.Modes; mode++)
            {
                var at = (mode * stride) + person;
                var weight = own.Fraction * _people.Gains[(int)own.Entry][at];
                if (depot >= 0)
                {
                    weight *= own.AbsorptionPerMinute / Population.Gap(own.AbsorptionPerMinute, _rates[at]);
                    var last = (depot * stride) + person;
                    _rates[last] = own.AbsorptionPerMinute;
                    weights[last] = 1;
                }

                weights[at] = weight;
            }

            if (depot >= 0)
            {
                ShowDepot(weights, depot, person);
            }
        }

        return weights;
    }

    private void ShowDepot(double[] weights, int depot, int person)
    {
        var last = (depot * _people.Stride) + person;
        (_plasma[last], _effect[last]) = (0, 0);
        for (var mode = 0; mode < _people.Modes; mode++)
        {
            var at = (mode * _people.Stride) + person;
            _plasma[last] -= weights[at] * _plasma[at];
            _effect[last] -= weights[at] * _effect[at];
        }
    }

    /// <summary>To a point in whose step something begins or ends, and what each step gains from then on.</summary>
    private void Meet(int point)
    {
        var now = At(point);
        Array.Clear(_gained);
        for (var at = 0; at < _state.Length; at++)
        {
            _state[at] = point == 0 ? 0 : _state[at] * _decay[at];
        }

        for (var dose = 0; dose < _doses.Length; dose++)
        {
            Add(_doses[dose][0], _weights[dose], point == 0 ? double.NegativeInfinity : At(point - 1), now);
        }
    }

    private void Add(in Dose dose, double[] weights, double before, double now)
    {
        var starts = dose.AtMinutes > before && dose.AtMinutes <= now;
        var (begin, end) = (Math.Max(dose.AtMinutes, before), Math.Min(dose.EndMinutes, now));
        var runs = dose.DurationMinutes > 0 && end > begin;
        var goesOn = dose.DurationMinutes > 0 && dose.AtMinutes <= now && dose.EndMinutes > now;
        if (!(runs || goesOn || (starts && dose.DurationMinutes == 0)))
        {
            return;
        }

        for (var at = 0; at < _state.Length; at++)
        {
            if (weights[at] == 0)
            {
                continue;
            }

            var amount = weights[at] * dose.Milligrams;
            if (dose.DurationMinutes == 0)
            {
                _state[at] += amount * Math.Exp(-_rates[at] * (now - dose.AtMinutes));
                continue;
            }

            amount /= dose.DurationMinutes;
            _state[at] += runs ? amount * Math.Exp(-_rates[at] * (now - end)) * Exponentials.Gathered(_rates[at], end - begin) : 0;
            _gained[at] += goesOn ? amount * Exponentials.Gathered(_rates[at], _step) : 0;
        }
    }

    private void Show(int row, double[]? plasma, double[] effect)
    {
        var stride = _people.Stride;
        for (var person = 0; person < stride; person++)
        {
            var (inPlasma, atSite) = (0.0, 0.0);
            for (var at = person; at < _state.Length; at += stride)
            {
                inPlasma += _state[at] * _plasma[at];
                atSite += _state[at] * _effect[at];
            }

            plasma?[(row * stride) + person] = inPlasma;
            effect[(row * stride) + person] = atSite;
        }
    }

    private void Go(int row, int points, double[]? plasma, double[] effect)
    {
        var stride = _people.Stride;
        for (var mode = 0; mode < _modes; mode += Pass)
        {
            for (var person = 0; person < stride; person += Vector<double>.Count)
            {
                Go((mode * stride) + person, (row * stride) + person, points, mode > 0, plasma, effect);
            }
        }
    }

    private void Go(int at, int to, int points, bool more, double[]? plasma, double[] effect)
    {
        var stride = _people.Stride;
        var (second, third, fourth, fifth) = (at + stride, at + (2 * stride), at + (3 * stride), at + (4 * stride));
        var (x1, x2, x3, x4, x5) = (Load(_state, at), Load(_state, second), Load(_state, third), Load(_state, fourth), Load(_state, fifth));
        var (d1, d2, d3, d4, d5) = (Load(_decay, at), Load(_decay, second), Load(_decay, third), Load(_decay, fourth), Load(_decay, fifth));
        var (g1, g2, g3, g4, g5) = (Load(_gained, at), Load(_gained, second), Load(_gained, third), Load(_gained, fourth), Load(_gained, fifth));
        var (p1, p2, p3, p4, p5) = (Load(_plasma, at), Load(_plasma, second), Load(_plasma, third), Load(_plasma, fourth), Load(_plasma, fifth));
        var (e1, e2, e3, e4, e5) = (Load(_effect, at), Load(_effect, second), Load(_effect, third), Load(_effect, fourth), Load(_effect, fifth));
        for (var point = 0; point < points; point++, to += stride)
        {
            x1 = Vector.FusedMultiplyAdd(x1, d1, g1);
            x2 = Vector.FusedMultiplyAdd(x2, d2, g2);
            x3 = Vector.FusedMultiplyAdd(x3, d3, g3);
            x4 = Vector.FusedMultiplyAdd(x4, d4, g4);
            x5 = Vector.FusedMultiplyAdd(x5, d5, g5);
            var atSite = Vector.FusedMultiplyAdd(x1, e1, x2 * e2) + Vector.FusedMultiplyAdd(x3, e3, Vector.FusedMultiplyAdd(x4, e4, x5 * e5));
            (more ? atSite + Load(effect, to) : atSite).CopyTo(effect, to);
            if (plasma is not null)
            {
                var inPlasma = Vector.FusedMultiplyAdd(x1, p1, x2 * p2) + Vector.FusedMultiplyAdd(x3, p3, Vector.FusedMultiplyAdd(x4, p4, x5 * p5));
                (more ? inPlasma + Load(plasma, to) : inPlasma).CopyTo(plasma, to);
            }
        }

        x1.CopyTo(_state, at);
        x2.CopyTo(_state, second);
        x3.CopyTo(_state, third);
        x4.CopyTo(_state, fourth);
        x5.CopyTo(_state, fifth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Load(double[] from, int at) => new(from, at);
}
