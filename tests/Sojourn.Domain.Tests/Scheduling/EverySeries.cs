using Sojourn.Domain.Scheduling;

namespace Sojourn.Domain.Tests.Scheduling;

/// <summary>Every way of placing a series, looked at one by one; only for small ones.</summary>
internal static class EverySeries
{
    public static (int Breaks, int People, long Earliness)? Best(Series series)
    {
        var order = Order(series);
        (int, int, long)? best = null;
        Place(series, order, [], 0, ref best);
        return best;
    }

    private static List<(SeriesStep Step, char Part)> Order(Series series)
    {
        var order = series.Before.Select(step => (step, 'b')).ToList();
        for (var number = 0; number < series.Count; number++)
        {
            order.Add((series.Session, 's'));
            if (series.After is { } after)
            {
                order.Add((after, 'a'));
            }
        }

        return order;
    }

    private static void Place(Series series, List<(SeriesStep Step, char Part)> order, List<int> slots, ulong staff, ref (int, int, long)? best)
    {
        if (slots.Count == order.Count)
        {
            var found = (Breaks(series, order, slots), (int)ulong.PopCount(staff), slots.Sum(slot => (long)slot));
            best = best is { } known && known.CompareTo(found) <= 0 ? known : found;
            return;
        }

        var (step, part) = order[slots.Count];
        for (var slot = Math.Max(series.From, slots.Count == 0 ? 0 : slots[^1] + 1); slot + step.Slots <= series.Grid.Slots; slot++)
        {
            if (!Free(series, step, slot) || !InOrder(series, order, slots, part, slot))
            {
                continue;
            }

            foreach (var team in Teams(series, step, 0, slot, []))
            {
                slots.Add(slot);
                Place(series, order, slots, team.Aggregate(staff, (all, one) => all | (1UL << one)), ref best);
                slots.RemoveAt(slots.Count - 1);
            }
        }
    }

    private static bool Free(Series series, SeriesStep step, int slot) =>
        All(series.Person, slot, slot + step.Slots)
        && (step.Only is not { } only || All(only, slot, slot + step.Slots))
        && (step.Rooms.Count == 0 || step.Rooms.Any(room => Takes(series.Rooms[room], step, slot)));

    private static bool Takes(SeriesRoom room, SeriesStep step, int slot) =>
        All(room.Open, slot, slot + step.Slots) && All(room.Untaken, slot - step.HeldBefore, slot + step.Slots + step.HeldAfter);

    private static bool All(SlotSet set, int from, int to) => Enumerable.Range(from, to - from).All(slot => set[slot]);

    private static bool InOrder(Series series, List<(SeriesStep Step, char Part)> order, List<int> slots, char part, int slot)
    {
        if (slots.Count == 0)
        {
            return true;
        }

        var (step, earlier) = order[slots.Count - 1];
        var end = slots[^1] + step.Slots;
        if (earlier == 'b')
        {
            return series.Grid.DayOf(slot) > series.Grid.DayOf(slots[^1]);
        }

        if (part == 'a')
        {
            return slot >= end + series.AfterSlots.Least;
        }

        var session = slots[order.FindLastIndex(slots.Count - 1, one => one.Part == 's')];
        return slot >= end && slot >= session + series.LeastSlots && series.Grid.DayOf(slot) > series.Grid.DayOf(session);
    }

    private static IEnumerable<List<int>> Teams(Series series, SeriesStep step, int need, int slot, List<int> so)
    {
        if (need == step.Needs.Count)
        {
            yield return so;
            yield break;
        }

        foreach (var one in step.Needs[need].Where(one => !so.Contains(one) && All(series.Staff[one], slot, slot + step.Slots)))
        {
            foreach (var team in Teams(series, step, need + 1, slot, [.. so, one]))
            {
                yield return team;
            }
        }
    }

    private static int Breaks(Series series, List<(SeriesStep Step, char Part)> order, List<int> slots)
    {
        var sessions = slots.Where((_, at) => order[at].Part == 's').ToList();
        var days = sessions.ConvertAll(series.Grid.DayOf);
        if (series.Placed is { } placed)
        {
            days.Insert(0, placed.Last);
        }

        var spacing = days.Zip(days.Skip(1), (one, next) => next - one).Count(gap => gap < series.SpacingDays.Least || gap > series.SpacingDays.Most);
        var late = slots.Where((slot, at) => order[at].Part == 'a' && slot > slots[at - 1] + series.Session.Slots + series.AfterSlots.Most).Count();
        var whole = series.WindowDays is { } window && days[^1] - (series.Placed?.First ?? days[0]) is var all && (all < window.Least || all > window.Most) ? 1 : 0;
        return spacing + late + whole;
    }
}
