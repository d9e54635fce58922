namespace Sojourn.Bench;

/// <summary>Durations in microseconds, sorted, and the usual places in them.</summary>
internal sealed class Latencies
{
    private readonly double[] _sorted;

    public Latencies(IEnumerable<double> microseconds)
    {
        _sorted = [.. microseconds];
        Array.Sort(_sorted);
    }

    public int Count => _sorted.Length;

    public double Middle => At(0.50);

    public double NinetyNinth => At(0.99);

    /// <summary>The smallest duration that this share of all does not exceed.</summary>
    public double At(double share) =>
        _sorted.Length == 0 ? 0 : _sorted[Math.Clamp((int)Math.Ceiling(share * _sorted.Length) - 1, 0, _sorted.Length - 1)];
}
