using Sojourn.Domain.Dosing;

namespace Sojourn.Domain.Devices;

/// <summary>One set of a device's values at one instant, to stand on a person's axis.</summary>
public sealed record ChartedSet(DateTimeOffset HappenedAt, Vitals Vitals, bool IsFinal);

/// <summary>
/// Which values of a message are charted. A value is a person's only when the device is bound to them both when it was measured and when it arrives:
/// binding times decide, never a name and never a guess.
/// </summary>
public static class Charting
{
    private static readonly string[] Pressures = ["systolic", "diastolic"];

    /// <summary>A device's clock may be ahead by so much, both included; the same as a tablet's.</summary>
    private static TimeSpan ClockMayBeAhead => MedicineSession.ClockMayBeAhead;

    public static IReadOnlyList<Judged> Judge(Sent sent, Device.State.InUse device, DateTimeOffset at)
    {
        var alone = sent.Readings.Select(reading => (Reading: reading, Fate: Alone(sent, reading, device, at))).ToList();
        var best = alone.Where(pair => pair.Fate == Fate.Charted)
            .GroupBy(pair => (pair.Reading.Measure, pair.Reading.HappenedAt))
            .Select(group => group.OrderBy(pair => pair.Reading.Rank).ThenBy(pair => pair.Reading.Channel, StringComparer.Ordinal).First().Reading)
            .ToList();
        return [.. alone.Select(pair => Judged(pair.Reading, pair.Fate == Fate.Charted ? Among(pair.Reading, best) : pair.Fate))];
    }

    public static IReadOnlyList<ChartedSet> Sets(IEnumerable<Judged> judged) =>
    [
        .. judged.Where(one => one.Fate == Fate.Charted).GroupBy(one => one.HappenedAt).OrderBy(group => group.Key)
            .Select(group => new ChartedSet(group.Key, group.Aggregate(new Vitals(), (vitals, one) => Field(one.Measure)!.With(vitals, Shown(one.Measure, one.Value))), group.All(one => one.IsFinal))),
    ];

    internal static bool IsPressure(string measure) => Pressures.Contains(measure);

    private static Fate Alone(Sent sent, SentReading reading, Device.State.InUse device, DateTimeOffset at) =>
        sent.IsSimulated ? Fate.Simulated
        : Field(reading.Measure) is not { } field ? Fate.NotCharted
        : device.Binding is not { } binding ? Fate.Unclaimed
        : reading.HappenedAt < binding.From ? Fate.BeforeBinding
        : reading.HappenedAt > at + ClockMayBeAhead ? Fate.ClockAhead
        : device.Channels.TryGetValue(reading.Measure, out var chosen) && !IsOn(reading.Channel, chosen) ? Fate.OtherChannel
        : !field.Plausible.Contains(reading.Value) ? Fate.Implausible
        : IsPressure(reading.Measure)
            ? device.PressureChartedAt >= reading.HappenedAt ? Fate.Repeated : Fate.Charted
            : device.ChartedAt >= reading.HappenedAt ? Fate.Repeated
            : device.ChartedAt is { } last && reading.HappenedAt - last < device.ChartEvery ? Fate.BetweenCharts
            : Fate.Charted;

    /// <summary>A pressure is charted as two numbers or not at all.</summary>
    private static Fate Among(SentReading reading, List<SentReading> best)
    {
        if (!best.Contains(reading))
        {
            return Fate.OtherWay;
        }

        if (!IsPressure(reading.Measure))
        {
            return Fate.Charted;
        }

        var beside = best.Where(other => other.HappenedAt == reading.HappenedAt).ToList();
        var (systolic, diastolic) = (beside.Find(one => one.Measure == Pressures[0]), beside.Find(one => one.Measure == Pressures[1]));
        return systolic is not null && diastolic is not null && diastolic.Value < systolic.Value ? Fate.Charted : Fate.Implausible;
    }

    private static VitalFields.VitalField? Field(string measure) => VitalFields.All.FirstOrDefault(field => field.Name == measure && field.Name is not ("sedation" or "agitation" or "pain" or "aldrete"));

    /// <summary>Whole numbers as a nurse enters them, half to even; the value as it was sent stays in the journal.</summary>
    private static decimal Shown(string measure, decimal value) => decimal.Round(value, measure == "temperature" ? 1 : 0, MidpointRounding.ToEven);

    private static bool IsOn(string channel, string chosen) => channel == chosen || channel.StartsWith(chosen + ".", StringComparison.Ordinal);

    private static Judged Judged(SentReading reading, Fate fate) => new(reading.Measure, reading.Value, reading.Unit, reading.HappenedAt, reading.Channel, reading.IsFinal, fate);
}
