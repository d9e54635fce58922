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
    private const string Actor = "staff/0198c1de-0000-7000-8000-000000000001";

    private static readonly byte[] Payload = Encoding.UTF8.GetBytes(
        """{"session":"0198c1de-7b1a-7c3e-9f52-3a6d1f0e4b21","person":"0198c1de-0000-7000-8000-00000000000a","systolicMmHg":131,"diastolicMmHg":84,"pulsePerMinute":78,"oxygenSaturationPercent":97,"responsiveness":"awake","takenAt":"2026-11-22T10:41:05Z","heard":"calm, eyes closed, one hand on the blanket"}""");

    public string Name => "journal";

    public string Summary => "durable commands of 32 writers beside raw SQLite rows at the same batch sizes [--writers N] [--seconds N] [--data DIR]";

    public async Task<Report> Run(Arguments arguments)
    {
        var writers = arguments.Count("writers", 32);
        var seconds = arguments.Count("seconds", 5);
        var folder = Directory.CreateDirectory(Path.Combine(arguments.Text("data") ?? Path.GetTempPath(), $"sojourn-bench-{Environment.ProcessId}")).FullName;
        try
        {
            _ = await Measure(folder, "warm.db", writers, TimeSpan.FromSeconds(1));
            Replay(folder, "warm-rows.db", [.. Enumerable.Repeat(16, 500)]);
            var journal = await Measure(folder, "journal.db", writers, TimeSpan.FromSeconds(seconds));
            var rows = Replay(folder, "rows.db", journal.Batches);
            return Report(writers, journal, rows, DiskSync.Measure(Path.Combine(folder, "sync"), 4_096, 3_000));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Measured> Measure(string folder, string file, int writers, TimeSpan length)
    {
        await using var journal = SqliteJournal.Open(Path.Combine(folder, file), [], TimeProvider.System);
        var batches = new List<int>();
        var head = 0L;
        journal.Committed += position =>
        {
            batches.Add((int)(position - head));
            head = position;
        };
        var latencies = new ConcurrentBag<List<double>>();
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () => latencies.Add(await Write(journal, begun, length)))));
        var elapsed = Stopwatch.GetElapsedTime(begun);
        await journal.DisposeAsync();
        return new Measured(elapsed, batches, new Latencies(latencies.SelectMany(own => own)));
    }

    private static async Task<List<double>> Write(SqliteJournal journal, long begun, TimeSpan length)
    {
        var stream = $"session/{Guid.CreateVersion7()}";
        var latencies = new List<double>();
        while (Stopwatch.GetElapsedTime(begun) < length)
        {
            var sent = Stopwatch.GetTimestamp();
            await journal.Write(Guid.CreateVersion7(), Actor, transaction =>
            {
                transaction.Append(stream, transaction.VersionOf(stream), [new NewEvent(EventName, 1, Payload)]);
                return true;
            });
            latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMicroseconds);
        }

        return latencies;
    }

    private static Measured Replay(string folder, string file, IReadOnlyList<int> batches)
    {
        using var rows = new RawSqlite(Path.Combine(folder, file), Payload);
        var begun = Stopwatch.GetTimestamp();
        var commits = rows.Replay(batches, $"session/{Guid.CreateVersion7()}", Actor);
        return new Measured(Stopwatch.GetElapsedTime(begun), batches, new Latencies(commits));
    }

    private static Report Report(int writers, Measured journal, Measured rows, Latencies sync)
    {
        var ratio = journal.PerSecond / rows.PerSecond;
        var sizes = new Latencies(journal.Batches.Select(size => (double)size));
        return new Report(
            [
                $"durable commands of {writers} writers   {journal.PerSecond,10:N0} /s     each p50 {journal.Latencies.Middle,7:N0} µs   p99 {journal.Latencies.NinetyNinth,7:N0} µs",
                $"raw SQLite rows, same batches   {rows.PerSecond,10:N0} /s   commit p50 {rows.Latencies.Middle,7:N0} µs   p99 {rows.Latencies.NinetyNinth,7:N0} µs",
                $"this disk: 4 KiB and a sync     {"",10}        p50 {sync.Middle,7:N0} µs   p99 {sync.NinetyNinth,7:N0} µs",
                $"commits {journal.Batches.Count:N0}, commands in each: p10 {sizes.At(0.1):N0}, p50 {sizes.Middle:N0}, p90 {sizes.At(0.9):N0}, most {sizes.At(1):N0}",
                $"ratio {ratio:N2} (to reach {ToReach:N1})   p99 {journal.Latencies.NinetyNinth / sync.NinetyNinth:N1} × the disk's p99",
            ],
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["writers"] = writers,
                ["commandsPerSecond"] = journal.PerSecond,
                ["commandP50Microseconds"] = journal.Latencies.Middle,
                ["commandP99Microseconds"] = journal.Latencies.NinetyNinth,
                ["rawRowsPerSecond"] = rows.PerSecond,
                ["rawCommitP50Microseconds"] = rows.Latencies.Middle,
                ["rawCommitP99Microseconds"] = rows.Latencies.NinetyNinth,
                ["syncP50Microseconds"] = sync.Middle,
                ["syncP99Microseconds"] = sync.NinetyNinth,
                ["batchSizes"] = journal.Batches.CountBy(size => size).OrderBy(count => count.Key).ToDictionary(count => $"{count.Key}", count => count.Value),
                ["ratio"] = ratio,
            },
            ratio >= ToReach);
    }

    private sealed record Measured(TimeSpan Elapsed, IReadOnlyList<int> Batches, Latencies Latencies)
    {
        public double PerSecond => Batches.Sum() / Elapsed.TotalSeconds;
    }
}
