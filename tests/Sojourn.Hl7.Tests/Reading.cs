using System.Globalization;
using System.Text;
using Sojourn.Hl7.Answering;
using Sojourn.Hl7.Observations;
using Sojourn.Hl7.Reading;

namespace Sojourn.Hl7.Tests;

/// <summary>Short ways to read, for the tests.</summary>
internal static class Read
{
    internal static readonly string[] Usual =
    [
        @"MSH|^~\&|BEDSIDE^0000AA00000000FF^EUI-64|CLINIC|||20260115143000+0000||ORU^R01^ORU_R01|1|P|2.6|||AL|NE||UNICODE UTF-8",
        "PID|||100001^^^CLINIC^MR",
        "OBR|1||1|182777000^monitoring of patient^SCT|||20260115143000+0000",
    ];

    internal static MessageRead Message(params string[] lines) => Hl7.Reading.Message.Read(Encoding.UTF8.GetBytes(string.Join('\r', lines)));

    internal static ReportRead Report(params string[] lines) => Observed(Message(lines));

    internal static ReportRead Observed(MessageRead read) => read.Message is { } message ? new ReportReader(MonitorCodes.Shipped).Read(message) : new ReportRead(null, [read.Fault!]);

    /// <summary>A usual message with these rows.</summary>
    internal static ReportRead Rows(params string[] rows) => Report([.. Usual, .. rows]);

    internal static Row Row(string row) => Assert.Single(Good(Rows(row)).Rows);

    internal static Report Good(ReportRead read) => read.Report ?? throw new Xunit.Sdk.XunitException(string.Join(' ', read.Faults.Select(fault => fault.Sentence)));

    /// <summary>All that was read, in words that a test can pin.</summary>
    internal static string Said(ReadOnlyMemory<byte> content)
    {
        var read = Hl7.Reading.Message.Read(content);
        var report = Observed(read);
        var said = new StringBuilder();
        if (report.Report is not { } good)
        {
            said.Append(Answer.Refuse(read.Header, "id", DateTimeOffset.UnixEpoch, report.Faults).Code).Append('\n');
            report.Faults.ToList().ForEach(fault => said.Append(CultureInfo.InvariantCulture, $"{fault.Code} {fault.Sentence}\n"));
            return said.ToString();
        }

        said.Append(CultureInfo.InvariantCulture, $"AA {good.Header.Sender}; patients {string.Join(' ', good.PatientIds)}{(good.IsSimulated ? "; simulated" : "")}{(good.IsWaveform ? "; curves" : "")}\n");
        good.Rows.ToList().ForEach(row => said.Append(CultureInfo.InvariantCulture, $"{row.Line} {row.Channel} {row.Measure ?? "-"} {row.State} {row.Value} {row.Unit} {(row.IsFinal ? "final" : "preliminary")} {row.At?.Date:yyyy-MM-dd} {row.At?.Time:HH:mm:ss} {row.At?.Offset?.ToString() ?? "no zone"}\n"));
        return said.ToString();
    }
}
