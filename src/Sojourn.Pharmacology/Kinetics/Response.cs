using System.Numerics;
using System.Runtime.InteropServices;

namespace Sojourn.Pharmacology.Kinetics;

/// <summary>What one decaying mode of rate r has gathered from one dose: the convolution of the dose's input with e^(−r·t).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Response
{
    private readonly double _rate;
    private readonly double _absorption;
    private readonly double _duration;
    private readonly double _scale;
    private readonly double _modeAtEnd;
    private readonly double _depotAtEnd;

    /// <param name="dose">Its amount is taken as 1 mg; shares are the caller's.</param>
    /// <param name="rate">1/min, from 0.</param>
    public Response(in Dose dose, double rate)
    {
        _rate = rate;
        _absorption = dose.AbsorptionPerMinute;
        _duration = dose.DurationMinutes;
        _scale = dose.ThroughDepot ? _absorption : 1;
        if (_duration > 0)
        {
            _scale /= _duration;
            _modeAtEnd = _scale * (dose.ThroughDepot ? Exponentials.PairGathered(rate, _absorption, _duration) : Exponentials.Gathered(rate, _duration));
            _depotAtEnd = dose.ThroughDepot ? Exponentials.Rise(_absorption * _duration) : 0;
        }
    }

    /// <summary>At <paramref name="since"/> minutes after the dose, from 0.</summary>
    public double At(double since) => _duration switch
    {
        0 when _absorption == 0 => Math.Exp(-_rate * since),
        0 => _scale * Exponentials.Pair(_rate, _absorption, since),
        _ when since < _duration => _scale * (_absorption == 0 ? Exponentials.Gathered(_rate, since) : Exponentials.PairGathered(_rate, _absorption, since)),
        _ => AfterEnd(since - _duration),
    };

    /// <summary>What the depot holds of 1 mg.</summary>
    public static double InDepot(in Dose dose, double since) =>
        dose.DurationMinutes == 0 ? Math.Exp(-dose.AbsorptionPerMinute * since)
        : since < dose.DurationMinutes ? Exponentials.Gathered(dose.AbsorptionPerMinute, since) / dose.DurationMinutes
        : Math.Exp(-dose.AbsorptionPerMinute * (since - dose.DurationMinutes)) * Exponentials.Rise(dose.AbsorptionPerMinute * dose.DurationMinutes);

    /// <summary>Whether <see cref="At(Vector{double})"/> knows this kind of dose.</summary>
    public bool InVectors => _duration == 0 || _absorption == 0;

    /// <summary>Several instants at once; those before the dose give 0.</summary>
    public Vector<double> At(Vector<double> since)
    {
        var begun = Vector.GreaterThanOrEqual(since, Vector<double>.Zero);
        var minutes = Vector.Max(since, Vector<double>.Zero);
        return Vector.ConditionalSelect(begun, Begun(minutes), Vector<double>.Zero);
    }

    private Vector<double> Begun(Vector<double> since)
    {
        if (_duration == 0)
        {
            return _absorption == 0 ? Vector.Exp(since * -_rate) : Exponentials.Pair(_rate, _absorption, since) * _scale;
        }

        var end = new Vector<double>(_duration);
        var running = Vector.LessThan(since, end);
        var during = since * Exponentials.Rise(since * _rate) * _scale;
        return Vector.EqualsAll(running, new Vector<long>(-1))
            ? during
            : Vector.ConditionalSelect(running, during, Vector.Exp(Vector.Max(since - end, Vector<double>.Zero) * -_rate) * _modeAtEnd);
    }

    private double AfterEnd(double after)
    {
        var left = Math.Exp(-_rate * after) * _modeAtEnd;
        return _absorption == 0 ? left : left + (_depotAtEnd * _absorption * Exponentials.Pair(_rate, _absorption, after));
    }
}
