using Sojourn.Domain.Programmes;

namespace Sojourn.Programmes.Compiling;

/// <summary>Sessions of a phase within 30 days, each at the same end of a recommended band, against the limit for 30 days.</summary>
/// <param name="Sessions">How many fall within the 30 days.</param>
/// <param name="Days">Days between one and the next.</param>
/// <param name="Dose">Of each, in <paramref name="Unit"/>.</param>
/// <param name="Limit">For 30 days, in the same unit.</param>
public sealed record DosePath(RouteDosing Dosing, DoseBand Band, int Sessions, int Days, decimal Dose, decimal Limit, string Unit)
{
    /// <summary>Two doses count together when the later is less than 30 days after the earlier.</summary>
    private const int LastDay = 29;

    public decimal Total => Sessions * Dose;

    public bool Passes => Total > Limit;

    /// <summary>The session that passes the limit, and the day it falls on; the first is on day 0.</summary>
    public (int Session, int Day) Breaks => ((int)(Limit / Dose) + 1, (int)(Limit / Dose) * Days);

    /// <summary>As many as may be given, as near as they may be, at the top of the highest band: the nearest a patient can come to the limit.</summary>
    public static DosePath? Nearest(RouteDosing dosing, PhaseSessions booked) =>
        Path(dosing, dosing.Bands.MaxBy(band => band.Most), booked.Count.Most, booked.SpacingDays?.Least, band => band.Most);

    /// <summary>As few as must be given, as far apart as they may be, at the foot of the lowest band: nobody can stay below it.</summary>
    public static DosePath? Farthest(RouteDosing dosing, PhaseSessions booked) =>
        Path(dosing, dosing.Bands.MinBy(band => band.Least), booked.Count.Least, booked.SpacingDays?.Most, band => band.Least);

    /// <summary>Null where nothing is given, or where band and limit have no unit in common: then it hangs on the weight.</summary>
    private static DosePath? Path(RouteDosing dosing, DoseBand? band, int count, int? days, Func<DoseBand, decimal> end)
    {
        if (band is null || count == 0 || end(band) <= 0)
        {
            return null;
        }

        var apart = days ?? Math.Max(1, (dosing.LeastHoursBetween.Value + 23) / 24);
        var (limit, unit) = band.Unit == DoseUnit.Milligrams ? (dosing.PerThirtyDays.Milligrams, "mg") : (dosing.PerThirtyDays.MilligramsPerKilogram, "mg/kg");
        return limit is { } most ? new(dosing, band, Math.Min(count, (LastDay / apart) + 1), apart, end(band), most, unit) : null;
    }
}
