using System.Collections.Immutable;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Dosing;

/// <summary>The pump runs at one rate from one instant to another.</summary>
public sealed record RateStep(DateTimeOffset From, DateTimeOffset To, decimal MilligramsPerMinute)
{
    internal decimal GivenUpTo(DateTimeOffset at)
    {
        var end = at < To ? at : To;
        return end <= From ? 0m : MilligramsPerMinute * Minutes(From, end);
    }

    internal static decimal Minutes(DateTimeOffset from, DateTimeOffset to) => (to - from).Ticks / (decimal)TimeSpan.TicksPerMinute;
}

/// <summary>An infusion: rates one after the other. What it gave by any instant follows from them.</summary>
public sealed record Infusion(ImmutableList<RateStep> Steps)
{
    public DateTimeOffset StartsAt => Steps[0].From;

    public DateTimeOffset EndsAt => Steps[^1].To;

    /// <summary>Rate now; 0 after the end. Milligrams a minute.</summary>
    public decimal RateAt(DateTimeOffset at) => Steps.LastOrDefault(step => step.From <= at && at < step.To)?.MilligramsPerMinute ?? 0m;

    /// <summary>Given by an instant; rounded to 0.001 mg, half to even.</summary>
    public Milligrams GivenUpTo(DateTimeOffset at) => Rounded(Steps.Sum(step => step.GivenUpTo(at)));

    public Milligrams Total => GivenUpTo(EndsAt);

    public static Infusion Start(DateTimeOffset at, Milligrams amount, int minutes) =>
        new([new RateStep(at, at.AddMinutes(minutes), amount.Value / minutes)]);

    /// <summary>From an instant on at another rate for so many minutes.</summary>
    public Infusion Change(DateTimeOffset at, decimal milligramsPerMinute, int minutes) =>
        new(Cut(at).Add(new RateStep(at, at.AddMinutes(minutes), milligramsPerMinute)));

    public Infusion Stop(DateTimeOffset at) => at >= EndsAt ? this : new(Cut(at));

    private ImmutableList<RateStep> Cut(DateTimeOffset at) =>
        [.. Steps.Where((step, index) => index == 0 || step.From < at).Select(step => step.To <= at ? step : step with { To = at < step.From ? step.From : at })];

    private static Milligrams Rounded(decimal milligrams) => new(decimal.Round(milligrams, 3, MidpointRounding.ToEven));
}
