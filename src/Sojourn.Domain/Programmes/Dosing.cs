using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Programmes;

public enum DoseRoute
{
    IvInfusion,
    Intramuscular,
    Subcutaneous,

    /// <summary>Lozenge, troche or tablet held under the tongue.</summary>
    Sublingual,

    /// <summary>Racemic ketamine as a nasal spray.</summary>
    Intranasal,
    Oral,

    /// <summary>Esketamine nasal spray: its own product with its own rules.</summary>
    Esketamine,
}

public enum DoseBandName
{
    /// <summary>Low: talking stays possible.</summary>
    Psycholytic,

    /// <summary>High: eyes closed.</summary>
    Psychedelic,
}

public enum DoseUnit
{
    Milligrams,
    MilligramsPerKilogram,
}

/// <summary>What an order by one route is checked against. Nothing here proposes a dose.</summary>
/// <param name="Bands">One or two; the recommended range is from the lowest to the highest end.</param>
/// <param name="PerDose">Absolute: one administration.</param>
/// <param name="PerSession">Absolute: all administrations of a session together.</param>
/// <param name="PerThirtyDays">Absolute: any 30 days.</param>
/// <param name="StepUp">Most a dose may rise from one session to the next.</param>
/// <param name="FirstSessionBand">The band a first session starts in; null for either.</param>
/// <param name="LeastHoursBetween">Hours between the starts of two medicine sessions.</param>
/// <param name="MilligramsPerMillilitre">Strength the clinic stocks, 1 to 200 mg/mL; null when it has not said.</param>
public sealed record RouteDosing(
    DoseRoute Route,
    string Title,
    IReadOnlyList<DoseBand> Bands,
    DoseLimit PerDose,
    DoseLimit PerSession,
    DoseLimit PerThirtyDays,
    StepUp? StepUp,
    DoseBandName? FirstSessionBand,
    Sourced<int> LeastHoursBetween,
    Sourced<decimal>? MilligramsPerMillilitre,
    string? Note)
{
    public DoseBand? Band(DoseBandName name) => Bands.FirstOrDefault(band => band.Name == name);
}

/// <summary>A recommended range, both ends included; outside it a prescriber gives a reason.</summary>
/// <param name="OverMinutes">How long it is infused; null for what is given at once.</param>
public sealed record DoseBand(DoseBandName Name, DoseUnit Unit, decimal Least, decimal Most, Bounds<int>? OverMinutes, Source Source)
{
    /// <summary>The band in milligrams for a weight.</summary>
    public Bounds<decimal> MilligramsFor(Kilograms weight) =>
        Unit == DoseUnit.Milligrams ? new(Least, Most) : new(Least * weight.Value, Most * weight.Value);
}

/// <summary>An absolute limit; the limit itself may still be given. Where both figures stand, the lower counts. At least one stands.</summary>
public sealed record DoseLimit(decimal? Milligrams, decimal? MilligramsPerKilogram, Source Source)
{
    /// <summary>The limit in milligrams for a weight, not rounded.</summary>
    public Milligrams For(Kilograms weight) => new((Milligrams, MilligramsPerKilogram * weight.Value) switch
    {
        ({ } fixedMost, { } byWeight) => Math.Min(fixedMost, byWeight),
        ({ } fixedMost, null) => fixedMost,
        (null, { } byWeight) => byWeight,
        _ => throw new System.Diagnostics.UnreachableException("a dose limit has at least one figure"),
    });
}

/// <summary>Most a dose may rise from one session to the next; where both figures stand, the smaller rise counts.</summary>
/// <param name="Percent">Of the last session's dose.</param>
public sealed record StepUp(decimal? Percent, decimal? Milligrams, Source Source);

/// <summary>Names of routes as files write them, and as people read them.</summary>
public static class DoseRoutes
{
    public static IReadOnlyDictionary<string, DoseRoute> ById { get; } = new Dictionary<string, DoseRoute>(StringComparer.Ordinal)
    {
        ["iv-infusion"] = DoseRoute.IvInfusion,
        ["im"] = DoseRoute.Intramuscular,
        ["sc"] = DoseRoute.Subcutaneous,
        ["sl"] = DoseRoute.Sublingual,
        ["in"] = DoseRoute.Intranasal,
        ["oral"] = DoseRoute.Oral,
        ["esketamine"] = DoseRoute.Esketamine,
    };

    public static string Id(DoseRoute route) => ById.First(pair => pair.Value == route).Key;

    public static string Words(DoseRoute route) => route switch
    {
        DoseRoute.IvInfusion => "infusion into a vein",
        DoseRoute.Intramuscular => "injection into a muscle",
        DoseRoute.Subcutaneous => "injection under the skin",
        DoseRoute.Sublingual => "lozenge under the tongue",
        DoseRoute.Intranasal => "nasal spray",
        DoseRoute.Oral => "by mouth",
        _ => "esketamine nasal spray",
    };
}
