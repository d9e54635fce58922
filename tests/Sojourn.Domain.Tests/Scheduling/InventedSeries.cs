using Sojourn.Domain.Programmes;
using Sojourn.Domain.Scheduling;

namespace Sojourn.Domain.Tests.Scheduling;

/// <summary>Small series with busy rooms and people, the same for the same seed.</summary>
internal static class InventedSeries
{
    private const int Hour = 60;

    /// <summary>Days of which three hours are open, from nine to twelve, in slots of an hour.</summary>
    public static Series Of(int seed, int days = 6, int count = 2, int preparations = 1)
    {
        var random = new Random(seed);
        var grid = new SlotGrid(new DateOnly(2027, 1, 4), days, Hour, TimeZoneInfo.Utc);
        SlotSet Free(double share)
        {
            var free = new SlotSet(grid.Slots);
            for (var day = 0; day < days; day++)
            {
                for (var hour = 9; hour < 12; hour++)
                {
                    if (random.NextDouble() < share)
                    {
                        free.Add(grid.DayBegins(day) + hour, grid.DayBegins(day) + hour + 1);
                    }
                }
            }

            return free;
        }

        SeriesRoom Room()
        {
            var untaken = Free(0.8);
            return new(untaken.Or(Free(0.5)), untaken);
        }

        var talk = new SeriesStep("talk", 1, 0, 0, [0, 1], [[0, 1, 2]]);
        var medicine = new SeriesStep("medicine", 1 + random.Next(2), 0, random.Next(2), [1], random.Next(2) == 0 ? [[0, 1], [2, 3]] : [[1, 2]], random.Next(3) == 0 ? Free(0.8) : null);
        var after = random.Next(4) == 0 ? null : new SeriesStep("after", 1, 0, 0, [0], [[0, 1]]);
        return new(
            grid,
            [Room(), Room()],
            [Free(0.7), Free(0.6), Free(0.7), Free(0.7)],
            Free(0.9),
            [.. Enumerable.Repeat(talk, preparations)],
            medicine,
            count,
            new Bounds<int>(1 + random.Next(2), 2),
            random.Next(2) == 0 ? new Bounds<int>(2 + random.Next(2), 3) : null,
            LeastSlots: 20,
            after,
            new Bounds<int>(21, 22 + random.Next(3)),
            From: random.Next(12),
            random.Next(3) == 0 ? new PlacedDays(-2, -1) : null);
    }
}
