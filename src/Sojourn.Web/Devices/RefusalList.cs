using System.Collections.Concurrent;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Kernel;
using Sojourn.Hl7.Answering;
using Sojourn.Journal;

namespace Sojourn.Web.Devices;

/// <summary>Writes down what was not taken: the same reason from the same sender once a minute, and no more than a page of them, so that a flood fills no disk.</summary>
internal sealed class RefusalList(Runner runner)
{
    private const int MostInAMinute = 60;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string From, string Sender, string Why), DateTimeOffset> listed = new();

    internal async Task Add(Answer answer, string from)
    {
        var sender = Cut(answer.To?.Sender ?? "", 120);
        var why = string.Join(' ', answer.Faults.Select(fault => fault.Sentence));
        var now = runner.Now;
        foreach (var (old, at) in listed)
        {
            if (now - at >= Minute || at > now)
            {
                listed.TryRemove(old, out _);
            }
        }

        if (listed.Count >= MostInAMinute || !listed.TryAdd((from, sender, why), now))
        {
            return;
        }

        try
        {
            await runner.Run(runner.SenderFor(Actor.Device), desk => desk.Do(
                DeviceSlice.Slice,
                Known(desk.Records, sender).Value,
                new Device.Command.ListRefusal(desk.At, answer.Code.ToString(), why, answer.To?.ControlId is { Length: > 0 } control ? Cut(control, 60) : null, sender, from)));
        }
        catch (Exception e) when (e is JournalUnavailableException or JournalBrokenException or ObjectDisposedException)
        {
            // The device was refused all the same; there is nothing to write on.
            listed.TryRemove((from, sender, why), out _);
        }
    }

    private static DeviceId Known(Records records, string sender) =>
        records.One<Row>("select id from device where sender = @sender and in_use = 1", new { sender })?.Id ?? Device.Nobodys;

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most] + "…";

    private sealed record Row
    {
        public DeviceId Id { get; init; }
    }
}
