using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Kernel;
using Sojourn.Hl7.Framing;
using Sojourn.Journal.Sqlite;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;
using Sojourn.Programmes.Reading;
using Sojourn.Web.Devices;

namespace Sojourn.Bench;

/// <summary>Messages of monitors acknowledged after the commit, over real sockets, beside plain commands of as many writers to a journal without tables.</summary>
internal sealed class MllpBench : IBench
{
    private const double ToReach = 2_000;
    private const double OrOfJournal = 0.5;

    public string Name => "mllp";

    public string Summary => "monitors' messages acknowledged after commit, beside plain journal commands [--connections N] [--ahead N] [--rounds N] [--seconds N] [--data DIR]";

    public async Task<Report> Run(Arguments arguments)
    {
        var connections = arguments.Count("connections", 32);
        var ahead = arguments.Count("ahead", 1);
        var rounds = arguments.Count("rounds", 5);
        var length = TimeSpan.FromSeconds(arguments.Count("seconds", 2));
        var folder = Directory.CreateDirectory(Path.Combine(arguments.Text("data") ?? Path.GetTempPath(), $"sojourn-mllp-{Environment.ProcessId}")).FullName;
        try
        {
            Columns.Register();
            await using var plain = SqliteJournal.Open(Path.Combine(folder, "plain.db"), [], TimeProvider.System);
            await using var journal = SqliteJournal.Open(Path.Combine(folder, "clinic.db"), Projection.Shipped, TimeProvider.System);
            var runner = new Runner(journal, ProgrammeLibrary.LoadShipped(), InstrumentLibrary.Load(ProgrammeFolders.ShippedInstruments).Value!, TimeProvider.System);
            await Register(runner, connections);
            using var listener = new MllpListener(new MllpSettings(IPAddress.Loopback, 0, MllpSettings.UsualSilence), new Intake(runner), NullLogger<MllpListener>.Instance);
            await listener.StartAsync(CancellationToken.None);
            await Send(listener.Port, connections, ahead, TimeSpan.FromSeconds(2));
            var found = new List<(Round Messages, Round Commands)>();
            for (var round = 0; round < rounds; round++)
            {
                found.Add((await Send(listener.Port, connections, ahead, length), await Command(plain, connections, length)));
            }

            await listener.StopAsync(CancellationToken.None);
            return Report(connections, ahead, found);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Register(Runner runner, int connections)
    {
        var room = new RoomId(Guid.CreateVersion7());
        var outcome = await runner.Run(runner.SenderFor(Actor.Sojourn), desk =>
        {
            for (var i = 0; i < connections; i++)
            {
                desk.Do(DeviceSlice.Slice, Guid.CreateVersion7(), new Device.Command.Register(desk.At, $"Monitor {i}", $"BENCH{i}", room, "UTC", 60, new Dictionary<string, string>(StringComparer.Ordinal), SenderIsTaken: false));
            }
        });
        outcome.OrThrow();
    }

    private static async Task<Round> Send(int port, int connections, int ahead, TimeSpan length)
    {
        var latencies = new ConcurrentBag<List<double>>();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(i => Task.Run(async () => latencies.Add(await Send(port, $"BENCH{i}", ahead, begun, length)))));
        return new Round(Stopwatch.GetElapsedTime(begun), [.. latencies.SelectMany(own => own)]);
    }

    /// <summary>One monitor: so many messages on their way at once, the next when one is acknowledged.</summary>
    private static async Task<List<double>> Send(int port, string sender, int ahead, long begun, TimeSpan length)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = client.GetStream();
        var frames = new FrameReader();
        var sent = new Queue<long>();
        var latencies = new List<double>();
        var buffer = new byte[16 * 1024];
        while (Stopwatch.GetElapsedTime(begun) < length || sent.Count > 0)
        {
            while (sent.Count < ahead && Stopwatch.GetElapsedTime(begun) < length)
            {
                sent.Enqueue(Stopwatch.GetTimestamp());
                await stream.WriteAsync(Block.Around(Encoding.UTF8.GetBytes(Message(sender, Guid.CreateVersion7().ToString("N"), DateTimeOffset.UtcNow))));
            }

            if (sent.Count == 0)
            {
                break;
            }

            var read = await stream.ReadAsync(buffer);
            foreach (var answer in frames.Take(new ReadOnlySequence<byte>(buffer.AsMemory(0, read))))
            {
                if (answer.Content.Span.IndexOf("MSA|AA|"u8) < 0)
                {
                    throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Content.Span));
                }

                latencies.Add(Stopwatch.GetElapsedTime(sent.Dequeue()).TotalMicroseconds);
            }
        }

        return latencies;
    }

    private static async Task<Round> Command(SqliteJournal journal, int writers, TimeSpan length)
    {
        var latencies = new ConcurrentBag<List<double>>();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () => latencies.Add(await JournalBench.Write(journal, begun, length)))));
        return new Round(Stopwatch.GetElapsedTime(begun), [.. latencies.SelectMany(own => own)]);
    }

    /// <summary>What a monitor with a cuff, an oximeter, three leads and a temperature sends: some 1.4 kB.</summary>
    internal static string Message(string sender, string id, DateTimeOffset at, string patient = "100001^^^CLINIC^MR")
    {
        var time = at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+0000";
        (string Code, string Channel, string Value, string Unit)[] rows =
        [
            ("147842^MDC_ECG_HEART_RATE^MDC", "1.7.4.147842", "72", "264864^MDC_DIM_BEAT_PER_MIN^MDC"),
            ("150456^MDC_PULS_OXIM_SAT_O2^MDC", "1.3.1.150456", "98", "262688^MDC_DIM_PERCENT^MDC"),
            ("149530^MDC_PULS_OXIM_PULS_RATE^MDC", "1.3.1.149530", "72", "264864^MDC_DIM_BEAT_PER_MIN^MDC"),
            ("151562^MDC_RESP_RATE^MDC", "1.7.1.151562", "14", "264928^MDC_DIM_RESP_PER_MIN^MDC"),
            ("150301^MDC_PRESS_CUFF_SYS^MDC", "1.1.9.150301", "128", "266016^MDC_DIM_MMHG^MDC"),
            ("150302^MDC_PRESS_CUFF_DIA^MDC", "1.1.9.150302", "79", "266016^MDC_DIM_MMHG^MDC"),
            ("150303^MDC_PRESS_CUFF_MEAN^MDC", "1.1.9.150303", "95", "266016^MDC_DIM_MMHG^MDC"),
            ("150344^MDC_TEMP^MDC", "1.2.1.150344", "36.9", "268192^MDC_DIM_DEGC^MDC"),
        ];
        var text = new StringBuilder(1_500);
        text.Append(CultureInfo.InvariantCulture, $"MSH|^~\\&|{sender}||||{time}||ORU^R01^ORU_R01|{id}|P|2.6|||AL|NE||UNICODE UTF-8|||IHE_PCD_001^IHE PCD^1.3.6.1.4.1.19376.1.6.1.1.1^ISO\rPID|||{patient}\rPV1||O|ROOM-2^^CHAIR-1\r");
        text.Append(CultureInfo.InvariantCulture, $"OBR|1|{id}|{id}|182777000^monitoring of patient^SCT|||{time}\r");
        foreach (var (place, row) in rows.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"OBX|{place + 1}|NM|{row.Code}|{row.Channel}|{row.Value}|{row.Unit}|||||R|||{time}\r");
        }

        return text.ToString();
    }

    private static Report Report(int connections, int ahead, List<(Round Messages, Round Commands)> found)
    {
        var messages = new Latencies(found.Select(round => round.Messages.PerSecond)).Middle;
        var commands = new Latencies(found.Select(round => round.Commands.PerSecond)).Middle;
        var answered = new Latencies(found.SelectMany(round => round.Messages.Latencies));
        var written = new Latencies(found.SelectMany(round => round.Commands.Latencies));
        var toReach = Math.Min(ToReach, OrOfJournal * commands);
        return new Report(
            [
                $"messages acknowledged after commit, {connections} monitors, {ahead} on their way each   {messages,9:N0} /s   each p50 {answered.Middle,7:N0} µs   p99 {answered.NinetyNinth,7:N0} µs",
                $"plain commands of {connections} writers, no tables                        {commands,9:N0} /s   each p50 {written.Middle,7:N0} µs   p99 {written.NinetyNinth,7:N0} µs",
                $"ratio {messages / commands:N2}; to reach {toReach:N0} /s: 2,000, or half of the plain commands where that is less",
            ],
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["connections"] = connections,
                ["ahead"] = ahead,
                ["messagesPerSecond"] = messages,
                ["messageP50Microseconds"] = answered.Middle,
                ["messageP99Microseconds"] = answered.NinetyNinth,
                ["plainCommandsPerSecond"] = commands,
                ["ratio"] = messages / commands,
                ["toReach"] = toReach,
            },
            messages >= toReach);
    }

    private sealed record Round(TimeSpan Elapsed, IReadOnlyList<double> Latencies)
    {
        public double PerSecond => Latencies.Count / Elapsed.TotalSeconds;
    }
}
