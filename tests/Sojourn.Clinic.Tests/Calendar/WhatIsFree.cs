using Sojourn.Clinic.Calendar;

namespace Sojourn.Clinic.Tests.Calendar;

/// <summary>Stretches of time, and what is left of them.</summary>
public sealed class WhatIsFree
{
    private static readonly DateTimeOffset Midnight = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Stretches_that_touch_become_one_and_what_is_taken_out_leaves_two()
    {
        var day = Spans.Of([S(8, 12), S(12, 16), S(15, 18)]);
        Assert.Equal([S(8, 18)], day.All);
        Assert.Equal([S(8, 9), S(10, 18)], day.Without(Spans.Of([S(9, 10)])).All);
        Assert.Empty(day.Without(Spans.Of([S(7, 19)])).All);
        Assert.Equal([S(9, 10), S(17, 18)], day.And(Spans.Of([S(9, 10), S(17, 20)])).All);
    }

    [Fact]
    public void A_room_of_two_chairs_is_taken_where_two_visits_lie_over_each_other() =>
        Assert.Equal([S(10, 12)], Spans.Covered([S(8, 12), S(10, 14), S(14, 16)], 2).All);

    [Fact]
    public void Holding_and_touching_leave_out_the_end()
    {
        var day = Spans.Of([S(8, 10), S(12, 14)]);
        Assert.True(day.Hold(At(8), At(10)));
        Assert.False(day.Hold(At(9), At(12)));
        Assert.False(day.Touch(At(10), At(12)));
        Assert.True(day.Touch(At(9), At(10)));
    }

    private static DateTimeOffset At(int hour) => Midnight.AddHours(hour);

    private static Span S(int from, int to) => new(At(from), At(to));
}
