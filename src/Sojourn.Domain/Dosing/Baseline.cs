using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>Readings before the first dose: so many, so far apart, each with what the cadence takes.</summary>
public sealed record Baseline(IReadOnlyList<Reading> Counted, int Wanted, int MinutesApart)
{
    public bool IsComplete => Counted.Count >= Wanted;

    /// <summary>The earliest instant at which the next one counts; null when it counts at once, or none is missing.</summary>
    public DateTimeOffset? NextCountsFrom => IsComplete || Counted.Count == 0 ? null : Counted[^1].HappenedAt.AddMinutes(MinutesApart);

    /// <param name="readings">Of this session.</param>
    /// <param name="firstDose">Null while nothing was given.</param>
    public static Baseline Of(VitalsCadence cadence, IEnumerable<Reading> readings, DateTimeOffset? firstDose)
    {
        var counted = new List<Reading>();
        foreach (var reading in readings.Where(reading => reading.HappenedAt <= (firstDose ?? DateTimeOffset.MaxValue)).OrderBy(reading => reading.HappenedAt))
        {
            var farEnough = counted.Count == 0 || reading.HappenedAt >= counted[^1].HappenedAt.AddMinutes(cadence.BaselineMinutesApart);
            if (farEnough && Signs(cadence).All(sign => Measured.Has(reading.Vitals, sign)))
            {
                counted.Add(reading);
            }
        }

        return new(counted, cadence.BaselineReadings, cadence.BaselineMinutesApart);
    }

    /// <summary>Why the latest set does not count, when something is missing from it; empty otherwise.</summary>
    internal string Lacking(VitalsCadence cadence, IEnumerable<Reading> readings)
    {
        var latest = readings.MaxBy(reading => reading.HappenedAt);
        var missing = latest is null ? [] : Signs(cadence).Where(sign => !Measured.Has(latest.Vitals, sign)).Select(Measured.Words).ToList();
        return missing.Count == 0 ? "" : $"The last set does not count; not entered: {string.Join(", ", missing)}. ";
    }

    /// <summary>Sedation and pain belong to the time after the dose; they are not asked of a baseline.</summary>
    private static IEnumerable<VitalSign> Signs(VitalsCadence cadence) => cadence.Measures.Where(sign => sign is not (VitalSign.Sedation or VitalSign.Pain or VitalSign.Temperature));

    internal decimal? Systolic => Mean(vitals => vitals.Systolic);

    internal decimal? Diastolic => Mean(vitals => vitals.Diastolic);

    internal decimal? Oxygen => Mean(vitals => vitals.Oxygen);

    private decimal? Mean(Func<Vitals, int?> value) => Counted.Select(reading => (decimal?)value(reading.Vitals)).Average();
}
