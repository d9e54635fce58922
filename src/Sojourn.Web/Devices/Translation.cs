using Sojourn.Domain.Devices;
using Sojourn.Hl7.Observations;

namespace Sojourn.Web.Devices;

/// <summary>From a report in HL7's words to a message in the clinic's.</summary>
internal static class Translation
{
    /// <param name="zone">What the device's clock shows, where it names no zone.</param>
    /// <param name="arrived">Stands for the time where the device gives none.</param>
    internal static Sent Of(Report report, string raw, TimeZoneInfo zone, DateTimeOffset arrived) => new(
        report.Header.ControlId,
        raw,
        report.PatientIds,
        report.IsSimulated,
        [.. report.Rows.Where(row => row.State == RowState.Read).Select(row => new SentReading(row.Measure!, row.Value!.Value, row.Unit!, row.At?.In(zone) ?? arrived, row.Channel, row.Rank, row.IsFinal))],
        report.Rows.Count(row => row.State == RowState.NoReading),
        report.Rows.Count(row => row.Measure is not null && row.State is RowState.Conflict or RowState.UnknownUnit or RowState.NotValid));
}
