using System.Globalization;
using Sojourn.Domain.Devices;
using Event = Sojourn.Domain.Devices.Device.Event;

namespace Sojourn.Clinic.Devices;

/// <summary>A message in a line, and what somebody should look at.</summary>
internal static class MessageWords
{
    /// <summary>"pressure 124/78 mmHg, pulse 72/min, oxygen 98 %".</summary>
    internal static string Values(Event.MessageTaken message)
    {
        var best = message.Readings.Where(reading => reading.Fate is not (Fate.OtherWay or Fate.OtherChannel or Fate.NotCharted)).DistinctBy(reading => reading.Measure).ToDictionary(reading => reading.Measure, reading => reading.Value, StringComparer.Ordinal);
        var words = new List<string>();
        if (best.TryGetValue("systolic", out var systolic) && best.TryGetValue("diastolic", out var diastolic))
        {
            words.Add($"pressure {Number(systolic)}/{Number(diastolic)} mmHg");
        }

        foreach (var (measure, name, unit) in new[] { ("pulse", "pulse", "/min"), ("oxygen", "oxygen", " %"), ("respiration", "breaths", "/min"), ("temperature", "temperature", " °C") })
        {
            if (best.TryGetValue(measure, out var value))
            {
                words.Add($"{name} {Number(value)}{unit}");
            }
        }

        return words.Count > 0 ? string.Join(", ", words) : message.NoReadings > 0 ? "no reading" : "nothing that is charted";
    }

    internal static string? Warning(Event.MessageTaken message) =>
        message.Simulated ? "It sends simulated values: nothing is charted. End its demo mode."
        : message.Readings.Any(reading => reading.Fate == Fate.ClockAhead) ? "Its clock is ahead: values from later than now are not charted. Set its clock."
        : message.Readings.Count > 0 && message.Readings.All(reading => reading.Fate == Fate.BeforeBinding) ? "It sends values from before it was bound: they are not charted. If this goes on, its clock is slow: set it."
        : message.Readings.Any(reading => reading.Fate == Fate.Implausible) ? "A value was one that nobody can have: it is not charted. Look at the sensor."
        : message.NotRead > 0 ? "Some values were without a known unit, deleted or contradictory: they are not charted."
        : null;

    private static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
