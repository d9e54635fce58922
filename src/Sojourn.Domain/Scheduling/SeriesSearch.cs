namespace Sojourn.Domain.Scheduling;

/// <summary>The beginnings of a series, in order of time.</summary>
internal sealed record SeriesTimes(IReadOnlyList<(SeriesStep Step, int Slot)> Steps, int Breaks, long Earliness);

/// <summary>
/// The earliest series that one team can hold. Sessions are placed one after another; for each day only those ways of getting there are kept that no other way
/// beats in everything that matters from there on. On one day the earliest beginning beats every later one, because what follows it is never later either.
/// </summary>
internal sealed class SeriesSearch
{
    private readonly Series series;
    private readonly SlotGrid grid;
    private readonly SlotSet sessions;
    private readonly SlotSet? after;
    private readonly List<SlotSet> before;

    /// <summary>One way of having placed the sessions up to one.</summary>
    /// <param name="Slot">Where the last of them begins.</param>
    /// <param name="Following">Where what follows it begins; -1 where nothing does.</param>
    /// <param name="Ready">From where the next may begin.</param>
    private sealed record Way(int Slot, int Following, int Ready, int Breaks, long Earliness, Way? Earlier)
    {
        public bool Beats(Way other) => Breaks <= other.Breaks && Earliness <= other.Earliness && Ready <= other.Ready && Slot <= other.Slot;
    }

    public SeriesSearch(SeriesOpenings openings, ulong team)
    {
        series = openings.Series;
        grid = series.Grid;
        sessions = openings.Beginnings(series.Session, team);
        after = series.After is { } step ? openings.Beginnings(step, team) : null;
        before = [.. series.Before.Select(one => openings.Beginnings(one, team))];
    }

    /// <summary>False where some part has no beginning at all.</summary>
    public bool CanBegin => !sessions.IsEmpty && after is not { IsEmpty: true } && before.TrueForAll(step => !step.IsEmpty);

    /// <param name="mostBreaks">No more windows than so many are broken.</param>
    /// <param name="below">Only a series that is earlier than this is wanted.</param>
    public SeriesTimes? Earliest(int mostBreaks, long below)
    {
        if (Preparation() is not { } prepared)
        {
            return null;
        }

        var sum = prepared.Sum(slot => (long)slot);
        var firstDay = prepared.Count > 0 ? grid.DayOf(prepared[^1]) + 1 : grid.DayOf(Math.Max(0, series.From));
        Way? best = null;
        for (var day = firstDay; day < grid.Days && sum + LeastFrom(day, mostBreaks) < Math.Min(below, best?.Earliness ?? long.MaxValue); day++)
        {
            foreach (var way in From(day, sum, mostBreaks))
            {
                if (way.Earliness < (best?.Earliness ?? below))
                {
                    best = way;
                }
            }
        }

        return best is null ? null : new(InOrder(prepared, best), best.Breaks, best.Earliness);
    }

    /// <summary>The earliest beginnings of what goes before; null where there are none.</summary>
    private List<int>? Preparation()
    {
        var slots = new List<int>();
        var ready = series.From;
        foreach (var step in before)
        {
            var slot = step.First(ready);
            if (slot < 0)
            {
                return null;
            }

            slots.Add(slot);
            ready = grid.DayBegins(grid.DayOf(slot) + 1);
        }

        return slots;
    }

    /// <summary>No series that begins on a day is earlier than this, what goes before left out.</summary>
    private long LeastFrom(int day, int mostBreaks)
    {
        var (least, sum) = (mostBreaks == 0 ? series.SpacingDays.Least : 1, 0L);
        for (var number = 0; number < series.Count; number++)
        {
            var slot = grid.DayBegins(Math.Min(grid.Days, day + (number * least)));
            sum += after is null ? slot : slot + slot + series.Session.Slots + series.AfterSlots.Least;
        }

        return sum;
    }

    private IEnumerable<Way> From(int day, long sum, int mostBreaks)
    {
        var tooNear = series.Placed is { } placed && !Spaced(day - placed.Last) ? 1 : 0;
        var ways = tooNear > mostBreaks ? [] : OnDay(day, series.From, sum, tooNear, mostBreaks, null).ToList();
        for (var number = 1; number < series.Count && ways.Count > 0; number++)
        {
            var next = new SortedDictionary<int, List<Way>>();
            foreach (var way in ways)
            {
                foreach (var longer in Longer(way, mostBreaks))
                {
                    Keep(next, longer);
                }
            }

            ways = [.. next.Values.SelectMany(kept => kept)];
        }

        foreach (var way in ways)
        {
            var days = grid.DayOf(way.Slot) - (series.Placed?.First ?? day);
            var breaks = way.Breaks + (series.WindowDays is { } window && (days < window.Least || days > window.Most) ? 1 : 0);
            if (breaks <= mostBreaks)
            {
                yield return way with { Breaks = breaks };
            }
        }
    }

    private IEnumerable<Way> Longer(Way way, int mostBreaks)
    {
        var from = grid.DayOf(way.Slot);
        var mayBreak = way.Breaks < mostBreaks;
        var (first, last) = mayBreak ? (from + 1, grid.Days - 1) : (from + Math.Max(1, series.SpacingDays.Least), Math.Min(grid.Days - 1, from + series.SpacingDays.Most));
        for (var day = first; day <= last; day++)
        {
            var breaks = way.Breaks + (Spaced(day - from) ? 0 : 1);
            foreach (var longer in OnDay(day, Math.Max(way.Ready, way.Slot + series.LeastSlots), way.Earliness, breaks, mostBreaks, way))
            {
                yield return longer;
            }
        }
    }

    private bool Spaced(int days) => days >= series.SpacingDays.Least && days <= series.SpacingDays.Most;

    /// <summary>The ways of holding a session on a day: the earliest one that is followed within its window, and an earlier one that is followed too late.</summary>
    private IEnumerable<Way> OnDay(int day, int ready, long sum, int breaks, int mostBreaks, Way? earlier)
    {
        var end = grid.DayBegins(day + 1);
        var late = false;
        for (var slot = sessions.First(Math.Max(ready, grid.DayBegins(day)), end); slot >= 0; slot = sessions.First(slot + 1, end))
        {
            var over = slot + series.Session.Slots;
            if (after is null || series.After is not { } following)
            {
                yield return new(slot, -1, over, breaks, sum + slot, earlier);
                yield break;
            }

            var next = after.First(over + series.AfterSlots.Least);
            if (next < 0)
            {
                yield break;
            }

            if (next <= over + series.AfterSlots.Most)
            {
                yield return new(slot, next, next + following.Slots, breaks, sum + slot + next, earlier);
                yield break;
            }

            if (!late && breaks < mostBreaks)
            {
                late = true;
                yield return new(slot, next, next + following.Slots, breaks + 1, sum + slot + next, earlier);
            }
        }
    }

    private void Keep(SortedDictionary<int, List<Way>> byDay, Way way)
    {
        var day = grid.DayOf(way.Slot);
        if (!byDay.TryGetValue(day, out var kept))
        {
            byDay[day] = [way];
        }
        else if (!kept.Exists(other => other.Beats(way)))
        {
            kept.RemoveAll(way.Beats);
            kept.Add(way);
        }
    }

    private List<(SeriesStep Step, int Slot)> InOrder(List<int> prepared, Way last)
    {
        var steps = new List<(SeriesStep, int)>();
        for (var way = last; way is not null; way = way.Earlier)
        {
            if (series.After is { } following)
            {
                steps.Add((following, way.Following));
            }

            steps.Add((series.Session, way.Slot));
        }

        steps.Reverse();
        return [.. series.Before.Zip(prepared), .. steps];
    }
}
