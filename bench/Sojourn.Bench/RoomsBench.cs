using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace Sojourn.Bench;

/// <summary>
/// Rooms in which somebody taps once a second, as their tablets send it: from the tap to the clinic's answer that it is durable, beside what the disk takes
/// for a sync in the same seconds; and from the tap until another device, which is told of the change and asks for the page, has it.
/// </summary>
internal sealed class RoomsBench : IBench
{
    private const double ToReachOfSync = 3;
    private const double SeenWithinMicroseconds = 1_000_000;

    /// <summary>So long a page waits for more changes before it asks for itself (islands/room/live.ts).</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(120);

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(5);

    public string Name => "rooms";

    public string Summary => "rooms with an entry a second each: tap to durable beside the disk's sync, and until another device has it [--rooms N, 32] [--seconds N, 300] [--data DIR]";

    public async Task<Report> Run(Arguments arguments)
    {
        var rooms = arguments.Count("rooms", 32);
        var length = TimeSpan.FromSeconds(arguments.Count("seconds", 300));
        var parent = arguments.Text("data") ?? Path.GetTempPath();
        await using var clinic = await ServedRooms.Make(parent, rooms);
        await clinic.Start();
        using var nurse = await clinic.Client("nurse");
        using var therapist = await clinic.Client("therapist");
        _ = await Taps.Of(nurse, therapist, clinic.Sessions, Warm);

        var sync = Path.Combine(parent, $"sojourn-rooms-sync-{Environment.ProcessId}");
        using var enough = new CancellationTokenSource();
        var beside = Task.Run(() => DiskSync.MeasureUntil(sync, 4_096, TimeSpan.FromSeconds(1d / rooms), enough.Token));
        var found = await Taps.Of(nurse, therapist, clinic.Sessions, length);
        await enough.CancelAsync();
        var syncs = new Latencies(await beside);
        File.Delete(sync);
        return Report(rooms, length, found, syncs);
    }

    private static Report Report(int rooms, TimeSpan length, Taps found, Latencies sync)
    {
        var durable = new Latencies(found.Durable);
        var seen = new Latencies(found.Seen);
        var ratio = durable.NinetyNinth / sync.NinetyNinth;
        return new Report(
            [
                $"{rooms} rooms, an entry a second each for {length.TotalSeconds:N0} s: {durable.Count:N0} entries, {found.NotTaken} not taken, {found.Tapped - seen.Count} not seen by the other device",
                $"tap to durable                      p50 {durable.Middle,9:N0} µs   p99 {durable.NinetyNinth,9:N0} µs   most {durable.At(1),9:N0} µs",
                $"the disk's own sync, same seconds   p50 {sync.Middle,9:N0} µs   p99 {sync.NinetyNinth,9:N0} µs",
                $"tap to another device               p50 {seen.Middle,9:N0} µs   p99 {seen.NinetyNinth,9:N0} µs   most {seen.At(1),9:N0} µs",
                $"p99 of tap to durable is {ratio:N2} × the p99 of a sync; to reach {ToReachOfSync:N0} or less, and another device within 1 s",
            ],
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["rooms"] = rooms,
                ["seconds"] = length.TotalSeconds,
                ["entries"] = durable.Count,
                ["notTaken"] = found.NotTaken,
                ["durableP50Microseconds"] = durable.Middle,
                ["durableP99Microseconds"] = durable.NinetyNinth,
                ["syncP50Microseconds"] = sync.Middle,
                ["syncP99Microseconds"] = sync.NinetyNinth,
                ["ratioToSync"] = ratio,
                ["seenP50Microseconds"] = seen.Middle,
                ["seenP99Microseconds"] = seen.NinetyNinth,
            },
            found.NotTaken == 0 && found.Tapped == seen.Count && ratio <= ToReachOfSync && seen.NinetyNinth <= SeenWithinMicroseconds);
    }

    /// <summary>One run: tablets that tap, and beside each a device that looks.</summary>
    private sealed class Taps
    {
        private readonly ConcurrentDictionary<string, long> unseen = new(StringComparer.Ordinal);
        private int notTaken;
        private int tapped;

        public ConcurrentBag<double> Durable { get; } = [];

        public ConcurrentBag<double> Seen { get; } = [];

        public int NotTaken => notTaken;

        /// <summary>Entries that have words, which the other device looks for.</summary>
        public int Tapped => tapped;

        public static async Task<Taps> Of(HttpClient nurse, HttpClient therapist, IReadOnlyList<Guid> sessions, TimeSpan length)
        {
            var run = new Taps();
            using var over = new CancellationTokenSource();
            var looking = sessions.Select(session => Task.Run(() => run.Look(therapist, session, over.Token))).ToList();
            var begun = Stopwatch.GetTimestamp();
            await Task.WhenAll(sessions.Select((session, place) => Task.Run(() => run.Tap(nurse, session, TimeSpan.FromSeconds((double)place / sessions.Count), begun, length))));
            for (var wait = 0; wait < 50 && !run.unseen.IsEmpty; wait++)
            {
                await Task.Delay(100);
            }

            await over.CancelAsync();
            await Task.WhenAll(looking);
            return run;
        }

        private async Task Tap(HttpClient nurse, Guid session, TimeSpan after, long begun, TimeSpan length)
        {
            await Task.Delay(after);
            var turns = new Turns(TimeSpan.FromSeconds(1));
            for (var entry = 0; Stopwatch.GetElapsedTime(begun) < length; entry++)
            {
                await Task.Delay(turns.ToWait);
                await Send(nurse, session, entry, turns.Take());
            }
        }

        private async Task Send(HttpClient nurse, Guid session, int entry, long at)
        {
            var words = $"tap {Guid.CreateVersion7():N}";
            var (part, fields) = (entry % 4) switch
            {
                0 => ("vitals", Fields(("systolic", "124"), ("diastolic", "78"), ("pulse", "72"), ("oxygen", "98"))),
                1 => ("moments", Fields(("kind", "note"), ("words", words))),
                2 => ("depth", Fields(("depth", entry % 8 == 2 ? "light" : "dreamlike"))),
                _ => ("voice", Fields(("voice", entry % 8 == 3 ? "quiet" : "talking"))),
            };
            if (part == "moments")
            {
                unseen[words] = at;
                Interlocked.Increment(ref tapped);
            }

            using var answer = await nurse.PostAsJsonAsync($"/sessions/{session}/room/{part}", fields);
            Durable.Add(Stopwatch.GetElapsedTime(at).TotalMicroseconds);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Interlocked.Increment(ref notTaken);
            }
        }

        private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) => fields
            .Concat([("command-id", $"{Guid.CreateVersion7()}"), ("tapped-at", DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture))])
            .ToDictionary(field => field.Item1, field => field.Item2, StringComparer.Ordinal);

        /// <summary>The other device: told that something changed, it gathers a moment and asks for the page.</summary>
        private async Task Look(HttpClient therapist, Guid session, CancellationToken over)
        {
            try
            {
                using var stream = new StreamReader(await therapist.GetStreamAsync($"/sessions/{session}/room/changes", over));
                while (await stream.ReadLineAsync(over) is { } line)
                {
                    if (line == "data: changed")
                    {
                        await Task.Delay(Gather, over);
                        Find(await therapist.GetStringAsync($"/sessions/{session}/room", over));
                    }
                }
            }
            catch (OperationCanceledException)
            {
                // The run is over.
            }
        }

        private void Find(string page)
        {
            foreach (var words in unseen.Keys.Where(words => page.Contains(words, StringComparison.Ordinal)).ToList())
            {
                if (unseen.TryRemove(words, out var at))
                {
                    Seen.Add(Stopwatch.GetElapsedTime(at).TotalMicroseconds);
                }
            }
        }
    }
}
