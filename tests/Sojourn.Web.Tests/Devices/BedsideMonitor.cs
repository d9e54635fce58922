using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Sojourn.Hl7.Framing;

namespace Sojourn.Web.Tests.Devices;

/// <summary>A bedside monitor at the other end of a real socket.</summary>
internal sealed class BedsideMonitor : IDisposable
{
    private readonly TcpClient client = new();
    private readonly FrameReader frames = new();
    private readonly Queue<string> answers = new();
    private NetworkStream? stream;

    internal static async Task<BedsideMonitor> Connect(int port)
    {
        var monitor = new BedsideMonitor();
        await monitor.client.ConnectAsync(IPAddress.Loopback, port);
        monitor.stream = monitor.client.GetStream();
        return monitor;
    }

    internal async Task<string> Says(string message)
    {
        await Sends(Block.Around(Encoding.UTF8.GetBytes(message)));
        return await Hears();
    }

    internal async Task Sends(ReadOnlyMemory<byte> bytes) => await stream!.WriteAsync(bytes);

    internal void HangsUp() => client.Client.Shutdown(SocketShutdown.Send);

    /// <summary>The next answer, its lines divided by line feeds.</summary>
    internal async Task<string> Hears()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var buffer = new byte[4096];
        while (answers.Count == 0)
        {
            var read = await stream!.ReadAsync(buffer, patience.Token);
            if (read == 0)
            {
                throw new IOException("The listener hung up without an answer.");
            }

            foreach (var frame in frames.Take(new ReadOnlySequence<byte>(buffer.AsMemory(0, read))))
            {
                answers.Enqueue(Encoding.UTF8.GetString(frame.Content.Span).Replace('\r', '\n'));
            }
        }

        return answers.Dequeue();
    }

    /// <summary>A usual message: pulse, oxygen and breaths at an instant, and a pressure of its own instant where one is given.</summary>
    internal static string Message(
        string sender, string control, DateTimeOffset at, string patient = "", int pulse = 72, int oxygen = 98, (int Systolic, int Diastolic, DateTimeOffset At)? pressure = null, string flag = "")
    {
        var lines = new List<string>
        {
            $"MSH|^~\\&|BEDSIDE^{sender}^EUI-64|CLINIC|||{Stamp(at)}||ORU^R01^ORU_R01|{control}|P|2.6|||AL|NE||UNICODE UTF-8",
            $"PID|||{patient}",
            "PV1||I|^^&24",
            $"OBR|1||{control}|182777000^monitoring of patient^SCT|||{Stamp(at)}",
            $"OBX|1|NM|147842^MDC_ECG_HEART_RATE^MDC|1.7.4.147842|{pulse}|264864^MDC_DIM_BEAT_PER_MIN^MDC||{flag}|||R|||{Stamp(at)}",
            $"OBX|2|NM|150456^MDC_PULS_OXIM_SAT_O2^MDC|1.3.1.150456|{oxygen}|262688^MDC_DIM_PERCENT^MDC||{flag}|||R|||{Stamp(at)}",
            $"OBX|3|NM|151562^MDC_RESP_RATE^MDC|1.7.1.151562|14|264928^MDC_DIM_RESP_PER_MIN^MDC||{flag}|||R|||{Stamp(at)}",
        };
        if (pressure is var (systolic, diastolic, measured))
        {
            lines.Add($"OBX|4|NM|150301^MDC_PRESS_CUFF_SYS^MDC|1.1.9.150301|{systolic}|266016^MDC_DIM_MMHG^MDC||{flag}|||R|||{Stamp(measured)}");
            lines.Add($"OBX|5|NM|150302^MDC_PRESS_CUFF_DIA^MDC|1.1.9.150302|{diastolic}|266016^MDC_DIM_MMHG^MDC||{flag}|||R|||{Stamp(measured)}");
        }

        return string.Join('\r', lines) + "\r";
    }

    public void Dispose() => client.Dispose();

    private static string Stamp(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+0000";
}
