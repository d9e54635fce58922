using System.Numerics;
using System.Runtime.Intrinsics;

namespace Sojourn.Pharmacology.Band;

/// <summary>
/// One percentile of many people's values, followed from point to point: it moves on nearly as far as it did before, so that only the few values near
/// where it is expected need sorting.
/// </summary>
/// <param name="share">Of people who do not exceed it, 0 to 1.</param>
/// <param name="count">Of people, at least 1.</param>
internal sealed class Percentile(double share, int count)
{
    /// <summary>People expected on either side among those that are sorted; fewer miss more often, more take longer to sort.</summary>
    private const int Side = 5;

    private readonly double _place = share * (count - 1);
    private readonly double[] _near = new double[count];
    private double _moved;
    private double _reach;

    /// <summary>At the point last found, between two people in proportion.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Finds it where it is expected; false where it lies elsewhere.</summary>
    /// <param name="values">As many as there are people.</param>
    public bool Follow(ReadOnlySpan<double> values)
    {
        var (rank, next) = Two;
        var (below, near) = Gather(values, Value + _moved - _reach, Value + _moved + _reach);
        if (below > rank || below + near <= next)
        {
            return false;
        }

        var sorted = _near.AsSpan(0, near);
        sorted.Sort();
        var (first, last) = (Math.Max(rank - below - Side, 0), Math.Min(rank - below + Side, near - 1));
        Expect(sorted[rank - below], sorted[next - below], sorted[last] - sorted[first], last - first);
        return true;
    }

    /// <summary>Finds it wherever it is.</summary>
    public void Find(Ranks all)
    {
        var (rank, next) = Two;
        var (first, last) = (Math.Max(rank - Side, 0), Math.Min(rank + Side, count - 1));
        Expect(all.At(rank), all.At(next), all.At(last) - all.At(first), last - first);
    }

    private (int Rank, int Next) Two => ((int)_place, Math.Min((int)_place + 1, count - 1));

    /// <summary>Where to look at the next point, from how far it moved and how close together people lie.</summary>
    private void Expect(double value, double next, double width, int people)
    {
        value += (_place - (int)_place) * (next - value);
        (_moved, _reach, Value) = (value - Value, width * Side / Math.Max(people, 1), value);
    }

    /// <summary>Keeps those from <paramref name="least"/> to <paramref name="most"/>, and counts them and those below.</summary>
    private (int Below, int Near) Gather(ReadOnlySpan<double> values, double least, double most)
    {
        var (below, near, at) = (0, 0, 0);
        var (low, high) = (Vector512.Create(least), Vector512.Create(most));
        for (; at <= values.Length - Vector512<double>.Count; at += Vector512<double>.Count)
        {
            var some = Vector512.Create(values[at..]);
            var under = Vector512.LessThan(some, low).ExtractMostSignificantBits();
            below += BitOperations.PopCount(under);
            var inside = Vector512.LessThanOrEqual(some, high).ExtractMostSignificantBits() & ~under;
            for (; inside != 0; inside &= inside - 1)
            {
                _near[near++] = values[at + BitOperations.TrailingZeroCount(inside)];
            }
        }

        for (; at < values.Length; at++)
        {
            below += values[at] < least ? 1 : 0;
            if (values[at] >= least && values[at] <= most)
            {
                _near[near++] = values[at];
            }
        }

        return (below, near);
    }
}
