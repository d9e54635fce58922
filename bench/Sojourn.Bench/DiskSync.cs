using System.Diagnostics;
using System.Security.Cryptography;

namespace Sojourn.Bench;

/// <summary>What the disk itself takes to make bytes durable: appended to a file and synced.</summary>
internal static class DiskSync
{
    public static List<double> Measure(string file, int bytes, int times)
    {
        using var disk = Open(file);
        var written = RandomNumberGenerator.GetBytes(bytes);
        return [.. Enumerable.Range(0, times).Select(_ => Sync(disk, written))];
    }

    /// <summary>
    /// What the disk does to whoever comes at such moments in the same seconds, whether or not it has done with the last: a sync that had to wait for the one
    /// before it is counted from when it was due. Counted from when it began, a disk that stands still for a second would show in one of a thousand syncs, and in
    /// every entry of that second.
    /// </summary>
    public static List<double> MeasureUntil(string file, int bytes, TimeSpan every, CancellationToken enough)
    {
        using var disk = Open(file);
        var written = RandomNumberGenerator.GetBytes(bytes);
        var found = new List<double>();
        var turns = new Turns(every);
        while (!enough.WaitHandle.WaitOne(turns.ToWait))
        {
            var at = turns.Take();
            _ = Sync(disk, written);
            found.Add(Stopwatch.GetElapsedTime(at).TotalMicroseconds);
        }

        return found;
    }

    private static FileStream Open(string file) => new(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);

    private static double Sync(FileStream disk, byte[] written)
    {
        var begun = Stopwatch.GetTimestamp();
        disk.Write(written);
        disk.Flush(flushToDisk: true);
        return Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
    }
}
