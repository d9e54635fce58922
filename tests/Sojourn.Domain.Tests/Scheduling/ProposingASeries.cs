using Sojourn.Domain.Programmes;
using Sojourn.Domain.Scheduling;
using Xunit;

namespace Sojourn.Domain.Tests.Scheduling;

public sealed class ProposingASeries
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 80)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_better_is_found_by_looking_at_every_way(int seed)
    {
        var series = InventedSeries.Of(seed, preparations: seed % 2);
        var best = SeriesSolver.Best(series);
        Assert.Equal(EverySeries.Best(series), best is null ? null : (best.Breaks, best.People, best.Earliness));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Rooms_and_people_are_free_whenever_they_are_used(int seed)
    {
        var series = InventedSeries.Of(seed, days: 20, count: 4, preparations: 2);
        if (SeriesSolver.Best(series) is not { } plan)
        {
            return;
        }

        foreach (var step in plan.Steps)
        {
            Assert.Equal(step.Step.Needs.Count, step.Staff.Distinct().Count());
            Assert.All(Enumerable.Range(step.Slot, step.Step.Slots), slot => Assert.True(series.Person[slot] && step.Staff.All(one => series.Staff[one][slot])));
            var held = Enumerable.Range(step.Slot - step.Step.HeldBefore, step.Step.HeldBefore + step.Step.Slots + step.Step.HeldAfter);
            Assert.All(held, slot => Assert.True(step.Room is not { } room || series.Rooms[room].Untaken[slot]));
        }

        Assert.All(plan.Steps.Zip(plan.Steps.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Slot));
    }

    [Fact]
    public void Six_sessions_in_two_to_three_weeks_keep_their_window()
    {
        var plan = SeriesSolver.Best(Weekdays(60))!;
        var days = plan.Steps.Where(step => step.Step.Type == "medicine").Select(step => Grid.DayOf(step.Slot)).ToList();
        Assert.Equal((0, 14), (plan.Breaks, plan.Steps.Count));
        Assert.Equal(6, days.Count);
        Assert.InRange(days[^1] - days[0], 14, 21);
    }

    [Fact]
    public void One_therapist_is_kept_to_although_another_is_free_earlier()
    {
        var series = Weekdays(60);
        series.Staff[0].Remove(0, Grid.DayBegins(3));
        var plan = SeriesSolver.Best(series)!;
        Assert.Equal(2, plan.People);
    }

    [Fact]
    public void What_has_no_beginning_at_all_is_named()
    {
        var series = Weekdays(60);
        series.Rooms[0].Open.Remove(0, Grid.Slots);
        Assert.Null(SeriesSolver.Best(series));
        Assert.Equal("medicine", SeriesSolver.WhyNot(series)!.Type);
    }

    [Fact]
    public void A_day_on_which_the_clocks_change_has_an_hour_more_or_less()
    {
        var grid = new SlotGrid(new DateOnly(2027, 3, 13), 3, 15, TimeZoneInfo.FindSystemTimeZoneById("America/Edmonton"));
        Assert.Equal([96, 92, 96], Enumerable.Range(0, 3).Select(day => grid.DayBegins(day + 1) - grid.DayBegins(day)));
        Assert.Equal(new DateTimeOffset(2027, 3, 15, 6, 0, 0, TimeSpan.Zero), grid.At(grid.DayBegins(2)));
    }

    private static readonly SlotGrid Grid = new(new DateOnly(2027, 1, 4), 60, 30, TimeZoneInfo.Utc);

    private static Series Weekdays(int days)
    {
        SlotSet Open()
        {
            var open = new SlotSet(Grid.Slots);
            for (var day = 0; day < days; day++)
            {
                if (day % 7 < 5)
                {
                    open.Add(Grid.DayBegins(day) + 18, Grid.DayBegins(day) + 34);
                }
            }

            return open;
        }

        var talk = new SeriesStep("talk", 2, 0, 0, [1], [[0, 1]]);
        return new(
            Grid,
            [new(Open(), Open()), new(Open(), Open())],
            [Open(), Open(), Open()],
            Open(),
            [talk, talk],
            new SeriesStep("medicine", 5, 1, 1, [0], [[0, 1], [2]]),
            6,
            new Bounds<int>(2, 5),
            new Bounds<int>(14, 21),
            LeastSlots: 48,
            talk,
            new Bounds<int>(48, 144),
            From: 0);
    }
}
