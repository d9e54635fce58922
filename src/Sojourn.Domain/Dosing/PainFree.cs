namespace Sojourn.Domain.Dosing;

/// <summary>Pain before, during and after, and how long there was none.</summary>
/// <param name="Before">Last rating before the first dose; null when none was taken.</param>
/// <param name="Least">Least rating after the first dose.</param>
/// <param name="After">Last rating.</param>
/// <param name="FreeMinutes">Minutes from each rating of 0 after the first dose to the next rating; what comes after the last rating is not counted.</param>
public sealed record PainFree(int? Before, int? Least, int? After, int FreeMinutes)
{
    public static PainFree Of(IEnumerable<Reading> readings, DateTimeOffset? firstDose)
    {
        var rated = readings.Where(reading => reading.Vitals.Pain is not null).OrderBy(reading => reading.HappenedAt).ToList();
        if (firstDose is not { } dose)
        {
            return new(rated.LastOrDefault()?.Vitals.Pain, null, null, 0);
        }

        var after = rated.Where(reading => reading.HappenedAt >= dose).ToList();
        return new(
            rated.LastOrDefault(reading => reading.HappenedAt < dose)?.Vitals.Pain,
            after.Min(reading => reading.Vitals.Pain),
            after.LastOrDefault()?.Vitals.Pain,
            after.Zip(after.Skip(1)).Where(pair => pair.First.Vitals.Pain == 0).Sum(pair => SessionTimes.Minutes(pair.First.HappenedAt, pair.Second.HappenedAt)));
    }
}
