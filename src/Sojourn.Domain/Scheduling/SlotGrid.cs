namespace Sojourn.Domain.Scheduling;

/// <summary>The days that are planned, cut into slots of equal length. A day on which the clocks change has more or fewer of them.</summary>
public sealed class SlotGrid
{
    private readonly int[] dayBegins;
    private readonly int[] dayOf;

    /// <param name="first">The first day.</param>
    /// <param name="days">How many days; 1 to 400.</param>
    /// <param name="minutes">Minutes of a slot; a divisor of 60.</param>
    /// <param name="zone">The clinic's own zone.</param>
    public SlotGrid(DateOnly first, int days, int minutes, TimeZoneInfo zone)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(60 % minutes, 0);
        First = first;
        Minutes = minutes;
        Begins = Midnight(first, zone);
        dayBegins = [.. Enumerable.Range(0, days + 1).Select(day => (int)((Midnight(first.AddDays(day), zone) - Begins).TotalMinutes / minutes))];
        dayOf = [.. Enumerable.Range(0, days).SelectMany(day => Enumerable.Repeat(day, dayBegins[day + 1] - dayBegins[day]))];
    }

    public DateOnly First { get; }

    public int Minutes { get; }

    /// <summary>Midnight of the first day, UTC.</summary>
    public DateTimeOffset Begins { get; }

    public int Days => dayBegins.Length - 1;

    public int Slots => dayOf.Length;

    /// <summary>The first slot of a day, counted from 0; that after the last of all for the day after the last.</summary>
    public int DayBegins(int day) => dayBegins[day];

    /// <summary>Which day a slot is on, counted from 0.</summary>
    public int DayOf(int slot) => dayOf[slot];

    /// <summary>When a slot begins, UTC.</summary>
    public DateTimeOffset At(int slot) => Begins.AddMinutes((double)slot * Minutes);

    /// <summary>The slot in which an instant lies. May be outside the grid.</summary>
    public int SlotAt(DateTimeOffset at) => (int)Math.Floor((at - Begins).TotalMinutes / Minutes);

    /// <summary>The first slot that begins at an instant or after it. May be outside the grid.</summary>
    public int SlotFrom(DateTimeOffset at) => (int)Math.Ceiling((at - Begins).TotalMinutes / Minutes);

    /// <summary>Slots that so many minutes take, the last one whole.</summary>
    public int Taken(int minutes) => (minutes + Minutes - 1) / Minutes;

    private static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
