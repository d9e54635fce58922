using Sojourn.Hl7.Reading;

namespace Sojourn.Hl7.Observations;

/// <summary>What an ORU message says, row by row.</summary>
/// <param name="Header">Whose it is.</param>
/// <param name="PatientIds">Every identifier of PID-3; none where the device knows no patient. Names and birth dates are not read.</param>
/// <param name="Rows">Those with a meaning here, and those that are not charted, each with why.</param>
/// <param name="IsSimulated">The device demonstrates or trains: OBX-8 DEMO, or MSH-11 other than P.</param>
/// <param name="IsWaveform">Curves and nothing else.</param>
public sealed record Report(Header Header, IReadOnlyList<string> PatientIds, IReadOnlyList<Row> Rows, bool IsSimulated, bool IsWaveform)
{
    /// <summary>One message has one of these, however often it is sent: MSH-3, MSH-4, MSH-7 and MSH-10, for MSH-10 restarts in some devices.</summary>
    public string Key => string.Join('\n', Header.Application, Header.Facility, Header.SentAt, Header.ControlId);
}

/// <summary>What becomes of a row before anybody asks whose it is.</summary>
public enum RowState
{
    /// <summary>A value with its unit, to be believed as the device's status says.</summary>
    Read,

    /// <summary>A measure, and a mark or a gap instead of a value.</summary>
    NoReading,

    /// <summary>Nothing that is charted here.</summary>
    Other,

    /// <summary>Number and mnemonic of its code name two different things.</summary>
    Conflict,

    /// <summary>No unit, or one that this measure cannot be in.</summary>
    UnknownUnit,

    /// <summary>The device says: cannot be obtained, deleted, wrong, or not yet there.</summary>
    NotValid,

    /// <summary>A piece of a curve.</summary>
    Waveform,
}

/// <summary>One OBX.</summary>
/// <param name="Measure">As in monitor-codes.json; null where it is none.</param>
/// <param name="Rank">Of several rows of one measure the lowest counts.</param>
/// <param name="Channel">OBX-4, as the device writes it.</param>
/// <param name="Value">In <paramref name="Unit"/>; null unless read.</param>
/// <param name="Unit">UCUM.</param>
/// <param name="IsFinal">OBX-11 is F; R and nothing are preliminary.</param>
/// <param name="At">OBX-14, else OBR-7, else MSH-7; null where the device gives no time at all.</param>
public sealed record Row(int Line, string? Measure, int Rank, string Channel, RowState State, decimal? Value, string? Unit, bool IsFinal, Stamp? At);

/// <summary>A report, or every fault for which there is none.</summary>
public sealed record ReportRead(Report? Report, IReadOnlyList<Fault> Faults);
