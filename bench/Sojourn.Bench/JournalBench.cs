using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Sojourn.Journal;
using Sojourn.Journal.Sqlite;

namespace Sojourn.Bench;

/// <summary>Durable commands of many rooms at once, beside raw SQLite rows at the batch sizes that the journal formed.</summary>
internal sealed class JournalBench : IBench
{
    public const string EventName = "vitals.taken";
    private const double ToReach = 0.5;
    private const double ToReachOfSync = 3;

    /// <summary>Far more than a nurse, a monitor and a patient enter in one room, and far less than the writer can take.</summary>
    private const int EntriesPerSecondInARoom = 20;

    private const string Actor = "staff/0198c1de-0000-7000-8000-000000000001";

    private static readonly byte[] Payload = Encoding.UTF8.GetBytes(
        """{"session":"0198c1de-7b1a-7c3e-9f52-3a6d1f0e4b21","person":"0198c1de-0000-7000-8000-00000000000a","systolicMmHg":131,"diastolicMmHg":84,"pulsePerMinute":78,"oxygenSaturationPercent":97,"responsiveness":"awake","takenAt":"2026-11-22T10:41:05Z","heard":"calm, eyes closed, one hand on the blanket"}""");

    public string Name => "journal";

    public string Summary => "durable commands of 32 writers beside raw SQLite rows at the same batch sizes [--writers N] [--rounds N] [--seconds N] [--data DIR]";

    /// <summary>Both are measured in turns, so that whatever else the machine does falls on both; the ratio is the middle one of the rounds.</summary>
    public async Task<Report> Run(Arguments arguments)
    {
        var writers = arguments.Count("writers", 32);
        var rounds = arguments.Count("rounds", 7);
        var length = TimeSpan.FromSeconds(arguments.Count("seconds", 1));
        var folder = Directory.CreateDirectory(Path.Combine(arguments.Text("data") ?? Path.GetTempPath(), $"sojourn-bench-{Environment.ProcessId}")).FullName;
        try
        {
            await using var journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"), [], TimeProvider.System);
            using var rows = new RawSqlite(Path.Combine(folder, "rows.db"), Payload);
            _ = Replay(rows, (await Measure(journal, writers, TimeSpan.FromSeconds(2))).Batches);
            var found = new List<Round>();
            using var paced = new CancellationTokenSource();
            var beside = Task.Run(() => DiskSync.MeasureUntil(Path.Combine(folder, "sync"), 4_096, TimeSpan.FromMilliseconds(5), paced.Token));
            var rooms = await Pace(journal, writers, TimeSpan.FromSeconds(5));
            await paced.CancelAsync();
            var syncBeside = new Latencies(await beside);
            for (var round = 0; round < rounds; round++)
            {
                var commands = await Measure(journal, writers, length);
                found.Add(new Round(commands, Replay(rows, commands.Batches), DiskSync.Measure(Path.Combine(folder, "sync"), 4_096, 500)));
            }

            return Report(writers, found, new Latencies(rooms), syncBeside);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Measured> Measure(SqliteJournal journal, int writers, TimeSpan length)
    {
        var batches = new List<int>();
        var head = (await journal.Head()).Position;
        void Note(long position)
        {
            batches.Add((int)(position - head));
            head = position;
        }

        journal.Committed += Note;
        var latencies = new ConcurrentBag<List<double>>();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () => latencies.Add(await Write(journal, begun, length)))));
        var elapsed = Stopwatch.GetElapsedTime(begun);
        await journal.Write(Guid.CreateVersion7(), Actor, _ => false);
        journal.Committed -= Note;
        return new Measured(elapsed, batches, latencies.SelectMany(own => own).ToList());
    }

    /// <summary>One writer: the next command when the last is durable.</summary>
    internal static async Task<List<double>> Write(SqliteJournal journal, long begun, TimeSpan length)
    {
        var stream = $"session/{Guid.CreateVersion7()}";
        var latencies = new List<double>();
        while (Stopwatch.GetElapsedTime(begun) < length)
        {
            latencies.Add(await Send(journal, stream, Stopwatch.GetTimestamp()));
        }

        return latencies;
    }

    /// <summary>The same as a clinic does it: rooms that send now and then, each at its own moment.</summary>
    private static async Task<List<double>> Pace(SqliteJournal journal, int rooms, TimeSpan length)
    {
        var begun = Stopwatch.GetTimestamp();
        var entries = await Task.WhenAll(Enumerable.Range(0, rooms).Select(room => Task.Run(async () =>
        {
            var stream = $"session/{Guid.CreateVersion7()}";
            var latencies = new List<double>();
            await Task.Delay(TimeSpan.FromSeconds(1d / EntriesPerSecondInARoom * room / rooms));
            for (var turns = new Turns(TimeSpan.FromSeconds(1d / EntriesPerSecondInARoom)); Stopwatch.GetElapsedTime(begun) < length;)
            {
                await Task.Delay(turns.ToWait);
                latencies.Add(await Send(journal, stream, turns.Take()));
            }

            return latencies;
        })));
        return [.. entries.SelectMany(own => own)];
    }

    private static async Task<double> Send(SqliteJournal journal, string stream, long due)
    {
        await journal.Write(Guid.CreateVersion7(), Actor, transaction =>
        {
            transaction.Append(stream, transaction.VersionOf(stream), [new NewEvent(EventName, 1, Payload)]);
            return true;
        });
        return Stopwatch.GetElapsedTime(due).TotalMicroseconds;
    }

    private static Measured Replay(RawSqlite rows, IReadOnlyList<int> batches)
    {
        var begun = Stopwatch.GetTimestamp();
        var commits = rows.Replay(batches, $"session/{Guid.CreateVersion7()}", Actor);
        return new Measured(Stopwatch.GetElapsedTime(begun), batches, commits);
    }

    private static Report Report(int writers, List<Round> rounds, Latencies rooms, Latencies syncBeside)
    {
        var commands = Middle(rounds, round => round.Commands.PerSecond);
        var rows = Middle(rounds, round => round.Rows.PerSecond);
        var ratios = new Latencies(rounds.Select(round => round.Commands.PerSecond / round.Rows.PerSecond));
        var command = new Latencies(rounds.SelectMany(round => round.Commands.Latencies));
        var commit = new Latencies(rounds.SelectMany(round => round.Rows.Latencies));
        var sync = new Latencies(rounds.SelectMany(round => round.Sync));
        var batches = rounds.SelectMany(round => round.Commands.Batches).ToList();
        var sizes = new Latencies(batches.Select(size => (double)size));
        return new Report(
            [
                $"durable commands of {writers} writers   {commands,9:N0} /s     each p50 {command.Middle,7:N0} µs   p99 {command.NinetyNinth,7:N0} µs",
                $"raw SQLite rows, same batches   {rows,9:N0} /s   commit p50 {commit.Middle,7:N0} µs   p99 {commit.NinetyNinth,7:N0} µs",
                $"this disk, 4 KiB and a sync     {"",9}           p50 {sync.Middle,7:N0} µs   p99 {sync.NinetyNinth,7:N0} µs",
                $"commits {batches.Count:N0}, commands in each: p10 {sizes.At(0.1):N0}, p50 {sizes.Middle:N0}, p90 {sizes.At(0.9):N0}, most {sizes.At(1):N0}",
                $"ratio {ratios.Middle:N2}, between {ratios.At(0):N2} and {ratios.At(1):N2} in {rounds.Count} rounds (to reach {ToReach:N1})",
                $"{writers} rooms, {EntriesPerSecondInARoom} entries a second in each             each p50 {rooms.Middle,7:N0} µs   p99 {rooms.NinetyNinth,7:N0} µs",
                $"a sync of 4 KiB now and then in the same seconds     p50 {syncBeside.Middle,7:N0} µs   p99 {syncBeside.NinetyNinth,7:N0} µs: p99 is {rooms.NinetyNinth / syncBeside.NinetyNinth:N1} × (at most {ToReachOfSync:N0})",
            ],
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["writers"] = writers,
                ["commandsPerSecond"] = commands,
                ["commandP50Microseconds"] = command.Middle,
                ["commandP99Microseconds"] = command.NinetyNinth,
                ["rawRowsPerSecond"] = rows,
                ["rawCommitP50Microseconds"] = commit.Middle,
                ["rawCommitP99Microseconds"] = commit.NinetyNinth,
                ["syncP50Microseconds"] = sync.Middle,
                ["syncP99Microseconds"] = sync.NinetyNinth,
                ["batchSizes"] = batches.CountBy(size => size).OrderBy(count => count.Key).ToDictionary(count => $"{count.Key}", count => count.Value),
                ["ratio"] = ratios.Middle,
                ["roomP50Microseconds"] = rooms.Middle,
                ["roomP99Microseconds"] = rooms.NinetyNinth,
                ["roomP99OfSyncP99"] = rooms.NinetyNinth / syncBeside.NinetyNinth,
            },
            ratios.Middle >= ToReach);
    }

    private static double Middle(List<Round> rounds, Func<Round, double> figure) => new Latencies(rounds.Select(figure)).Middle;

    private sealed record Round(Measured Commands, Measured Rows, IReadOnlyList<double> Sync);

    private sealed record Measured(TimeSpan Elapsed, IReadOnlyList<int> Batches, IReadOnlyList<double> Latencies)
    {
        public double PerSecond => Batches.Sum() / Elapsed.TotalSeconds;
    }
}
