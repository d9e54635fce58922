using System.Numerics;

namespace Sojourn.Pharmacology.Band;

/// <summary>
/// A few percentiles of many values without sorting them all: one pass drops them into bins of equal width, and only the bins in which a wanted
/// percentile lies are sorted.
/// </summary>
internal sealed class Ranks(int count)
{
    private const int Bins = 256;

    private readonly double[] _placed = new double[count];
    private readonly byte[] _bin = new byte[count];
    private readonly int[] _end = new int[Bins];
    private bool _same;

    /// <param name="values">As many as there are people.</param>
    public void Take(ReadOnlySpan<double> values)
    {
        var (least, most) = Range(values);
        _same = !(most > least);
        if (_same)
        {
            _placed[0] = least;
            return;
        }

        Drop(values, least, (Bins - 1) / (most - least));
    }

    private static (double Least, double Most) Range(ReadOnlySpan<double> values)
    {
        var (least, most) = (values[0], values[0]);
        var at = 0;
        if (values.Length >= Vector<double>.Count)
        {
            var (low, high) = (new Vector<double>(values), new Vector<double>(values));
            for (at = Vector<double>.Count; at <= values.Length - Vector<double>.Count; at += Vector<double>.Count)
            {
                var next = new Vector<double>(values[at..]);
                (low, high) = (Vector.Min(low, next), Vector.Max(high, next));
            }

            for (var lane = 0; lane < Vector<double>.Count; lane++)
            {
                (least, most) = (Math.Min(least, low[lane]), Math.Max(most, high[lane]));
            }
        }

        for (; at < values.Length; at++)
        {
            (least, most) = (Math.Min(least, values[at]), Math.Max(most, values[at]));
        }

        return (least, most);
    }

    private void Drop(ReadOnlySpan<double> values, double least, double scale)
    {
        var bins = _bin.AsSpan(0, values.Length);
        var ends = _end.AsSpan();
        var placed = _placed.AsSpan();
        ends.Clear();
        for (var at = 0; at < values.Length; at++)
        {
            var bin = unchecked((byte)(int)((values[at] - least) * scale));
            bins[at] = bin;
            ends[bin]++;
        }

        // From how many are in each bin to where each bin begins; dropping moves that on to where it ends.
        var before = 0;
        for (var bin = 0; bin < ends.Length; bin++)
        {
            (ends[bin], before) = (before, before + ends[bin]);
        }

        for (var at = 0; at < values.Length; at++)
        {
            placed[ends[bins[at]]++] = values[at];
        }
    }

    /// <summary>The value of this rank, counted from 0 upwards; its bin is put in order first.</summary>
    public double At(int rank)
    {
        if (_same)
        {
            return _placed[0];
        }

        var bin = Array.BinarySearch(_end, rank + 1);
        bin = bin < 0 ? ~bin : bin;
        while (bin > 0 && _end[bin - 1] > rank)
        {
            bin--;
        }

        var begin = bin == 0 ? 0 : _end[bin - 1];
        _placed.AsSpan(begin, _end[bin] - begin).Sort();
        return _placed[rank];
    }
}
