namespace Sojourn.Pharmacology.Band;

/// <summary>Several percentiles of the same people, to be asked for point after point: followed where they move evenly, ranked anew where one does not.</summary>
/// <param name="count">Of people.</param>
/// <param name="shares">Of people who do not exceed each.</param>
internal sealed class Percentiles(int count, double[] shares)
{
    private readonly Percentile[] _each = [.. shares.Select(share => new Percentile(share, count))];
    private readonly Ranks _all = new(count);

    public double this[int which] => _each[which].Value;

    /// <param name="values">As many as there are people, in any order.</param>
    public void Take(ReadOnlySpan<double> values)
    {
        var ranked = false;
        foreach (var one in _each)
        {
            if (one.Follow(values))
            {
                continue;
            }

            if (!ranked)
            {
                _all.Take(values);
                ranked = true;
            }

            one.Find(_all);
        }
    }
}
