using Sojourn.Domain.Programmes;
using Sojourn.Domain.Scheduling;

namespace Sojourn.Bench;

/// <summary>Invented clinics with booked rooms and people, the same for the same seed.</summary>
internal static class CalendarProblems
{
    private const int Opens = 8;
    private const int Closes = 18;

    /// <summary>Six full sessions in two to three weeks, each followed by integration: twelve linked appointments in a clinic with 10 rooms, 20 staff and 60 days of bookings, in slots of a quarter of an hour.</summary>
    public static Series Clinic(int seed)
    {
        var random = new Random(seed);
        var grid = new SlotGrid(new DateOnly(2027, 1, 4), 60, 15, TimeZoneInfo.Utc);
        var rooms = Enumerable.Range(0, 10).Select(_ => Room(Booked(random, grid, perDay: 5, longest: 12))).ToList();
        var staff = Enumerable.Range(0, 20).Select(_ => Booked(random, grid, perDay: 4, longest: 10, daysOff: 1)).ToList();
        var medicine = new SeriesStep("medicine", 10, 1, 1, [0, 1, 2, 3], [Some(random, 0, 9, 6), Some(random, 9, 16, 5)]);
        var talk = new SeriesStep("integration", 4, 0, 0, [4, 5, 6, 7, 8, 9], [medicine.Needs[0]]);
        return new(grid, rooms, staff, Booked(random, grid, perDay: 1, longest: 16), [], medicine, 6, new(2, 5), new(14, 21), 96, talk, new(96, 288), 0);
    }

    /// <summary>Eight linked appointments in three weeks of hours: small enough for a solver of integer programmes to prove the best.</summary>
    public static Series Small(int seed)
    {
        var random = new Random(seed);
        var grid = new SlotGrid(new DateOnly(2027, 1, 4), 21, 60, TimeZoneInfo.Utc);
        var rooms = Enumerable.Range(0, 3).Select(_ => Room(Booked(random, grid, perDay: 2, longest: 5))).ToList();
        var staff = Enumerable.Range(0, 7).Select(_ => Booked(random, grid, perDay: 2, longest: 6, daysOff: 2)).ToList();
        var talk = new SeriesStep("talk", 1, 0, 0, [1, 2], [Some(random, 0, 4, 3)]);
        var medicine = new SeriesStep("medicine", 2 + random.Next(2), random.Next(2), random.Next(2), [0], [talk.Needs[0], Some(random, 3, 7, 2)]);
        var least = 1 + random.Next(3);
        return new(
            grid,
            rooms,
            staff,
            Booked(random, grid, perDay: 1, longest: 8),
            [talk, talk],
            medicine,
            3,
            new(least, least + 1 + random.Next(3)),
            random.Next(2) == 0 ? null : new Bounds<int>(2 * least, (2 * least) + 3),
            24,
            talk with { Type = "integration" },
            new(20, 20 + random.Next(8, 40)),
            random.Next(30));
    }

    /// <summary>Free from opening to closing on weekdays but for what is booked.</summary>
    private static SlotSet Booked(Random random, SlotGrid grid, int perDay, int longest, int daysOff = 0)
    {
        var free = new SlotSet(grid.Slots);
        var hour = 60 / grid.Minutes;
        var off = Enumerable.Range(0, daysOff).Select(_ => random.Next(5)).ToHashSet();
        for (var day = 0; day < grid.Days; day++)
        {
            if (grid.First.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || off.Contains(day % 7))
            {
                continue;
            }

            var (opens, closes) = (grid.DayBegins(day) + (Opens * hour), grid.DayBegins(day) + (Closes * hour));
            free.Add(opens, closes);
            for (var booking = random.Next(perDay + 1); booking > 0; booking--)
            {
                var from = random.Next(opens, closes);
                free.Remove(from, Math.Min(closes, from + 1 + random.Next(longest)));
            }
        }

        return free;
    }

    private static SeriesRoom Room(SlotSet free) => new(free, free);

    private static List<int> Some(Random random, int from, int to, int count) => [.. Enumerable.Range(from, to - from).OrderBy(_ => random.Next()).Take(count).Order()];
}
