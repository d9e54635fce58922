namespace Sojourn.Domain.Dosing;

/// <summary>The gaps in which nobody watched, as they were.</summary>
public static class Unwatched
{
    public static IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Between(IEnumerable<Presence> presence, DateTimeOffset from, DateTimeOffset to)
    {
        var gaps = new List<(DateTimeOffset, DateTimeOffset)>();
        var watchedUntil = from;
        foreach (var one in presence.Where(one => one.To is null || one.To > from).OrderBy(one => one.From))
        {
            if (one.From > watchedUntil && watchedUntil < to)
            {
                gaps.Add((watchedUntil, one.From < to ? one.From : to));
            }

            var end = one.To ?? to;
            watchedUntil = end > watchedUntil ? end : watchedUntil;
        }

        if (watchedUntil < to)
        {
            gaps.Add((watchedUntil, to));
        }

        return gaps;
    }
}
