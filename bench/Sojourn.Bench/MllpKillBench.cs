using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Hl7.Framing;
using Sojourn.Journal.Sqlite;

namespace Sojourn.Bench;

/// <summary>kill -9 of the real program at random instants under a stream of monitors' messages; none that was acknowledged may be lost, and none doubled.</summary>
internal sealed class MllpKillBench : IBench
{
    private const int Monitors = 8;
    private const int LongestLifeMilliseconds = 1_500;

    private readonly ConcurrentDictionary<string, byte> acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> unanswered = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    public string Name => "kill-mllp";

    public string Summary => "kill -9 of the program under a stream of monitors' messages, and what is left afterwards [--count N, 50] [--seed N] [--data DIR]";

    public async Task<Report> Run(Arguments arguments)
    {
        var rounds = arguments.Count("count", 50);
        var seed = arguments.Count("seed", 1 + (Environment.TickCount & 0xFFFF));
        var random = new Random(seed);
        var begun = Stopwatch.GetTimestamp();
        var inFlight = 0;
        await using var clinic = await ServedRooms.Make(arguments.Text("data") ?? Path.GetTempPath(), Monitors);
        await clinic.Start();
        for (var round = 1; round <= rounds; round++)
        {
            var sending = Enumerable.Range(0, Monitors).Select(monitor => Task.Run(() => SendUntilKilled(clinic.MonitorPort, ServedRooms.Sender(monitor)))).ToList();
            await Task.Delay(random.Next(LongestLifeMilliseconds));
            await clinic.Kill();
            await Task.WhenAll(sending);
            inFlight += unanswered.Count;
            await clinic.Start();
            await SendAgain(clinic.MonitorPort);
        }

        await clinic.Kill();
        await Look(clinic.File);
        return new Report(
            [
                .. faults,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rounds} times killed in {Stopwatch.GetElapsedTime(begun).TotalSeconds:N0} s (seed {seed}): {acknowledged.Count:N0} messages acknowledged, {inFlight} in flight and sent again, {faults.Count} faults"),
            ],
            new Dictionary<string, object>(StringComparer.Ordinal) { ["rounds"] = rounds, ["seed"] = seed, ["acknowledged"] = acknowledged.Count, ["inFlight"] = inFlight, ["faults"] = faults },
            faults.Count == 0);
    }

    /// <summary>One message after the other until nobody answers any more.</summary>
    private async Task SendUntilKilled(int port, string sender)
    {
        try
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(IPAddress.Loopback, port);
            while (true)
            {
                var id = Guid.CreateVersion7().ToString("N");
                var message = MllpBench.Message(sender, id, DateTimeOffset.UtcNow, patient: "");
                unanswered[id] = message;
                await Say(client.GetStream(), id, message);
            }
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // Killed.
        }
    }

    private async Task SendAgain(int port)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        foreach (var (id, message) in unanswered.ToList())
        {
            await Say(client.GetStream(), id, message);
        }
    }

    private async Task Say(NetworkStream stream, string id, string message)
    {
        await stream.WriteAsync(Block.Around(Encoding.UTF8.GetBytes(message)));
        var frames = new FrameReader();
        var buffer = new byte[4_096];
        while (true)
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                throw new IOException("Nobody answers any more.");
            }

            if (frames.Take(new ReadOnlySequence<byte>(buffer.AsMemory(0, read))) is [var answer, ..])
            {
                var said = Encoding.UTF8.GetString(answer.Content.Span);
                if (said.Contains($"MSA|AA|{id}", StringComparison.Ordinal))
                {
                    acknowledged[id] = 0;
                    unanswered.TryRemove(id, out _);
                    return;
                }

                throw new InvalidOperationException($"Message {id} was answered: {said}");
            }
        }
    }

    private async Task Look(string file)
    {
        if (await SqliteJournal.VerifyFile(file) is { } broken)
        {
            faults.Add($"The chain is broken: {broken}");
        }

        await using var journal = SqliteJournal.Open(file, Projection.Shipped, TimeProvider.System);
        var kept = (await journal.Read(0, int.MaxValue)).Where(envelope => envelope.Name == "device.message-taken")
            .Select(envelope => ((Device.Event.MessageTaken)EventRegistry.Shipped.Read(envelope)!).ControlId).CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        faults.AddRange(acknowledged.Keys.Where(id => !kept.ContainsKey(id)).Select(id => $"Message {id} was acknowledged and is lost."));
        faults.AddRange(kept.Where(one => one.Value > 1).Select(one => $"Message {one.Key} is there {one.Value} times."));
    }
}
