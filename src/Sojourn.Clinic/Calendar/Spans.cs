using System.Runtime.InteropServices;

namespace Sojourn.Clinic.Calendar;

/// <summary>A stretch of time; its end does not belong to it. UTC.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Span(DateTimeOffset From, DateTimeOffset To)
{
    public bool Touches(DateTimeOffset from, DateTimeOffset to) => From < to && To > from;
}

/// <summary>Stretches of time in order, none touching the next; asked quickly.</summary>
public sealed class Spans
{
    private readonly List<Span> all;

    private Spans(List<Span> all) => this.all = all;

    public static Spans None { get; } = new([]);

    public IReadOnlyList<Span> All => all;

    /// <summary>All that any of these covers.</summary>
    public static Spans Of(IEnumerable<Span> some) => Covered(some, 1);

    /// <summary>Where at least so many of these lie over each other.</summary>
    public static Spans Covered(IEnumerable<Span> some, int times)
    {
        var edges = some.Where(s => s.To > s.From).SelectMany(s => new[] { (At: s.From, Step: 1), (At: s.To, Step: -1) }).OrderBy(e => e.At).ThenByDescending(e => e.Step).ToList();
        var covered = new List<Span>();
        var depth = 0;
        DateTimeOffset since = default;
        foreach (var (at, step) in edges)
        {
            var before = depth;
            depth += step;
            if (before < times && depth >= times)
            {
                since = at;
            }
            else if (before >= times && depth < times && at > since)
            {
                covered.Add(new Span(since, at));
            }
        }

        return new Spans(covered);
    }

    public Spans Without(Spans other)
    {
        var left = new List<Span>();
        foreach (var span in all)
        {
            var from = span.From;
            for (var i = other.FirstEndingAfter(from); i < other.all.Count && other.all[i].From < span.To; i++)
            {
                if (other.all[i].From > from)
                {
                    left.Add(new Span(from, other.all[i].From));
                }

                from = other.all[i].To > from ? other.all[i].To : from;
            }

            if (from < span.To)
            {
                left.Add(new Span(from, span.To));
            }
        }

        return new Spans(left);
    }

    public Spans And(Spans other) => Without(Without(other));

    /// <summary>One stretch holds all of this time.</summary>
    public bool Hold(DateTimeOffset from, DateTimeOffset to) => FirstEndingAfter(from) is var i && i < all.Count && all[i].From <= from && all[i].To >= to;

    public bool Touch(DateTimeOffset from, DateTimeOffset to) => FirstEndingAfter(from) is var i && i < all.Count && all[i].From < to;

    private int FirstEndingAfter(DateTimeOffset at)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[middle].To > at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
