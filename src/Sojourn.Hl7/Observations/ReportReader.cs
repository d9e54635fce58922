using System.Globalization;
using Sojourn.Hl7.Reading;

namespace Sojourn.Hl7.Observations;

/// <summary>
/// Reads unsolicited observations (ORU^R01, and ORU^W01 for curves) by position, and verifies what stands there: a message whose fields are shifted is
/// refused, since the mark that forbids a value may be among them.
/// </summary>
public sealed class ReportReader(MonitorCodes codes)
{
    private const string KnownStates = "ABCDFINOPRSUVWX";
    private const int MostFaults = 5;

    public ReportRead Read(Message message)
    {
        var faults = new List<Fault>(OfTheWhole(message).Take(1));
        if (faults.Count > 0)
        {
            return new ReportRead(null, faults);
        }

        var sent = Time(message.Segments[0], 7, faults);
        var asked = (Stamp?)null;
        var rows = new List<Row>();
        var simulated = message.Header.Processing is not ("P" or "");
        foreach (var segment in message.Segments)
        {
            switch (segment.Name)
            {
                case "OBR":
                    asked = Time(segment, 7, faults);
                    break;
                case "OBX":
                    simulated |= Enumerable.Range(7, 3).Any(field => segment.Repetitions(field).Any(flag => flag.Trim() == "DEMO"));
                    rows.Add(ReadRow(segment, asked ?? sent, faults));
                    break;
                default:
                    break;
            }
        }

        var curves = rows.Count > 0 && rows.All(row => row.State == RowState.Waveform);
        return faults.Count > 0
            ? new ReportRead(null, [.. faults.Take(MostFaults)])
            : new ReportRead(new Report(message.Header, PatientIds(message), rows, simulated, curves || message.Header.Trigger == "W01"), []);
    }

    private static IEnumerable<Fault> OfTheWhole(Message message)
    {
        var header = message.Header;
        if (header.Version.Length > 0 && !header.Version.StartsWith("2.", StringComparison.Ordinal))
        {
            yield return Fault.Version($"Version “{Message.Short(header.Version)}” in MSH-12 is not read here; versions 2.1 to 2.9 are.");
        }

        if (header.Type != "ORU" || header.Trigger is not ("R01" or "W01" or ""))
        {
            yield return Fault.Unsupported($"{Message.Short(header.Type)}^{Message.Short(header.Trigger)} is not taken here: send observations (ORU^R01). Queries and patient updates are not answered.");
        }

        if (header.ControlId.Length is 0 or > 200)
        {
            yield return Fault.Missing("MSH-10 must name the message, in 1 to 200 characters.");
        }

        if (message.Named("PID").Skip(1).Any())
        {
            yield return Fault.Sequence("The message speaks of two patients. A monitor watches one.");
        }
    }

    /// <summary>First components of PID-3, none where they are empty.</summary>
    private static List<string> PatientIds(Message message) =>
        [.. message.Named("PID").SelectMany(pid => pid.Repetitions(3).Select(repetition => message.Plain(pid.Component(repetition, 1)))).Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];

    private Row ReadRow(Segment obx, Stamp? otherwise, List<Fault> faults)
    {
        var meaning = codes.Find(obx.Component(3, 1), obx.Component(3, 2), obx.Component(3, 3));
        var status = obx.Field(11);
        if (status.Length > 1 || (status.Length == 1 && !KnownStates.Contains(status[0], StringComparison.Ordinal)))
        {
            faults.Add(Fault.Value($"{obx.Place(11)} is “{Message.Short(status)}”, which is no status. Are the fields shifted?"));
        }
        else if (IsShifted(obx, status))
        {
            faults.Add(Fault.Data($"The status or the time is not where it belongs: {obx.Place(11)} and {obx.Place(14)}. The fields are shifted."));
        }

        var at = Time(obx, 14, faults) ?? otherwise;
        var row = new Row(obx.Line, meaning.Measure, meaning.Rank, obx.Field(4), RowState.Other, null, null, status == "F", at);
        return Judge(obx, meaning, status, row, faults);
    }

    private Row Judge(Segment obx, Meaning meaning, string status, Row row, List<Fault> faults)
    {
        var type = obx.Field(2);
        if (type is "NA" or "MA")
        {
            return row with { State = RowState.Waveform };
        }

        var written = obx.Field(5);
        var number = 0m;
        if (type == "NM" && written is not ("" or "\"\"") && !decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
        {
            faults.Add(Fault.Data($"{obx.Place(5)} should be a number, as {obx.Place(2)} says, and is not."));
            return row;
        }

        if (meaning.Measure is not { } measure || type != "NM")
        {
            return row;
        }

        if (meaning.Conflict)
        {
            return row with { State = RowState.Conflict };
        }

        if (status is not ("" or "R" or "F"))
        {
            return row with { State = RowState.NotValid };
        }

        if (written is "" or "\"\"" || codes.IsNoReading(measure, number))
        {
            return row with { State = RowState.NoReading };
        }

        return codes.Convert(measure, number, [obx.Component(6, 1), obx.Component(6, 2)]) is var (value, unit)
            ? row with { State = RowState.Read, Value = value, Unit = unit }
            : row with { State = RowState.UnknownUnit };
    }

    /// <summary>
    /// A status where no status stands, and none where it stands; or no time where it stands, and one beside it. OBX-9 and OBX-10 have letters of their own,
    /// so that a letter there counts only when the time is missing as well.
    /// </summary>
    private static bool IsShifted(Segment obx, string status)
    {
        var timeless = obx.Field(14).Length == 0;
        return (status.Length == 0 && (IsStatus(obx, 12) || IsStatus(obx, 13) || (timeless && (IsStatus(obx, 9) || IsStatus(obx, 10)))))
            || (timeless && new[] { 12, 13, 15, 16 }.Any(field => obx.Field(field).Length >= 14 && Stamp.Read(obx.Field(field)) is not null));
    }

    private static bool IsStatus(Segment obx, int field) => obx.Field(field) is [var letter] && KnownStates.Contains(letter, StringComparison.Ordinal);

    private static Stamp? Time(Segment segment, int field, List<Fault> faults)
    {
        var written = segment.Component(field, 1);
        if (written.Length == 0)
        {
            return null;
        }

        if (Stamp.Read(written) is { } stamp)
        {
            return stamp;
        }

        faults.Add(Fault.Data($"{segment.Place(field)} is no time to the minute."));
        return null;
    }
}
