using System.Collections.Concurrent;
using System.Net.Sockets;
using Sojourn.Web.Tests.Devices;

namespace Sojourn.Web.Tests.Killing;

/// <summary>
/// DEV-17: the real program, killed with SIGKILL while eight monitors send as fast as they are answered. Every message that was acknowledged is there once,
/// and what was not acknowledged is sent again without doubling anything.
/// </summary>
[Trait("Category", "Slow")]
public sealed class KillingTheListener
{
    /// <summary>Messages acknowledged before the kill, by round.</summary>
    private static readonly int[] AcknowledgedBeforeKill = [1, 100, 400];

    private readonly ConcurrentDictionary<string, string> acknowledged = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> unanswered = new(StringComparer.Ordinal);

    [Fact]
    public async Task DEV_17_Every_message_that_was_acknowledged_is_there_once_and_what_was_not_is_sent_again_without_doubling()
    {
        await using var clinic = await ServedClinic.Make();
        await clinic.Start();
        foreach (var least in AcknowledgedBeforeKill)
        {
            await SendUntilKilled(clinic, least);
            await clinic.Start();
            var kept = await clinic.Look();
            Assert.All(acknowledged.Keys, id => Assert.Equal(1, kept.Messages.GetValueOrDefault(id)));
            Assert.All(unanswered.Keys, id => Assert.InRange(kept.Messages.GetValueOrDefault(id), 0, 1));

            await SendAgain(clinic);
            kept = await clinic.Look();
            Assert.Equal(acknowledged.Keys.Order(StringComparer.Ordinal), kept.Messages.Keys.Order(StringComparer.Ordinal));
            Assert.All(kept.Messages.Values, count => Assert.Equal(1, count));
        }
    }

    private async Task SendUntilKilled(ServedClinic clinic, int least)
    {
        var enough = new TaskCompletionSource();
        var reached = acknowledged.Count + least;
        var sending = clinic.Senders.Select(sender => Task.Run(() => Send(clinic.MonitorPort, sender, () =>
        {
            if (acknowledged.Count >= reached)
            {
                enough.TrySetResult();
            }
        }))).ToList();
        await Task.WhenAny(enough.Task, Task.WhenAll(sending));
        Assert.True(enough.Task.IsCompleted, "Sending ended before the server was killed.");
        await clinic.Kill();
        await Task.WhenAll(sending);
        Assert.NotEmpty(unanswered);
    }

    /// <summary>One message after the other until nobody answers any more.</summary>
    private async Task Send(int port, string sender, Action wasAcknowledged)
    {
        using var monitor = await BedsideMonitor.Connect(port);
        while (true)
        {
            var id = Guid.CreateVersion7().ToString("N");
            var message = BedsideMonitor.Message(sender, id, DateTimeOffset.UtcNow);
            unanswered[id] = message;
            try
            {
                Assert.Contains($"MSA|AA|{id}\n", await monitor.Says(message), StringComparison.Ordinal);
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                return;
            }

            unanswered.TryRemove(id, out _);
            acknowledged[id] = message;
            wasAcknowledged();
        }
    }

    /// <summary>Everything that was not acknowledged, and some that was, as it was.</summary>
    private async Task SendAgain(ServedClinic clinic)
    {
        using var monitor = await BedsideMonitor.Connect(clinic.MonitorPort);
        foreach (var (id, message) in unanswered.Concat(acknowledged.Take(20)).ToList())
        {
            Assert.Contains($"MSA|AA|{id}\n", await monitor.Says(message), StringComparison.Ordinal);
            acknowledged[id] = message;
        }

        unanswered.Clear();
    }
}
