namespace Sojourn.Domain.Devices;

/// <summary>One value as a device sent it, in the unit of its measure.</summary>
/// <param name="Measure">systolic, pulse, oxygen … as in monitor-codes.json.</param>
/// <param name="Unit">UCUM.</param>
/// <param name="HappenedAt">The observation's own instant.</param>
/// <param name="Channel">Where on the device it was measured, as the device writes it.</param>
/// <param name="Rank">Of several ways to measure the same thing in one message the lowest counts.</param>
/// <param name="IsFinal">False while nobody has verified it on the device, which is the rule.</param>
public sealed record SentReading(string Measure, decimal Value, string Unit, DateTimeOffset HappenedAt, string Channel, int Rank, bool IsFinal);

/// <summary>One message of a device, read.</summary>
/// <param name="ControlId">The device's own name for it.</param>
/// <param name="Raw">All of it, as it came.</param>
/// <param name="PatientIds">Whom the device believes to watch; empty where it does not say.</param>
/// <param name="IsSimulated">The device demonstrates or trains.</param>
/// <param name="NoReadings">How many rows held a mark of no reading.</param>
/// <param name="NotRead">How many rows named a measure and could not be believed: unknown unit, contradicting code, not valid.</param>
public sealed record Sent(string ControlId, string Raw, IReadOnlyList<string> PatientIds, bool IsSimulated, IReadOnlyList<SentReading> Readings, int NoReadings, int NotRead);

/// <summary>What became of one value.</summary>
public enum Fate
{
    /// <summary>It stands on the axis of the bound person, as the device's.</summary>
    Charted,

    /// <summary>The device was bound to nobody.</summary>
    Unclaimed,

    /// <summary>Measured before the device was bound to this person.</summary>
    BeforeBinding,

    /// <summary>By the device's clock it has not happened yet.</summary>
    ClockAhead,

    /// <summary>Charted from an earlier message already.</summary>
    Repeated,

    /// <summary>Too soon after the last charted one.</summary>
    BetweenCharts,

    /// <summary>From another channel than the chosen one.</summary>
    OtherChannel,

    /// <summary>The same thing measured in a better way stands in the same message.</summary>
    OtherWay,

    /// <summary>No person can have this.</summary>
    Implausible,

    /// <summary>A measure that is not charted here.</summary>
    NotCharted,

    Simulated,
}

/// <summary>A value with what became of it.</summary>
public sealed record Judged(string Measure, decimal Value, string Unit, DateTimeOffset HappenedAt, string Channel, bool IsFinal, Fate Fate);
