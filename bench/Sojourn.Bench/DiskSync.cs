using System.Diagnostics;
using System.Security.Cryptography;

namespace Sojourn.Bench;

/// <summary>What the disk itself takes to make bytes durable: appended to a file and synced.</summary>
internal static class DiskSync
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static List<double> Measure(string file, int bytes, int times)
    {
        using var disk = Open(file);
        var written = RandomNumberGenerator.GetBytes(bytes);
        return [.. Enumerable.Range(0, times).Select(_ => Sync(disk, written))];
    }

    /// <summary>A sync every few milliseconds until it is enough: what the disk does to whoever uses it in the same seconds.</summary>
    public static List<double> MeasureUntil(string file, int bytes, CancellationToken enough)
    {
        using var disk = Open(file);
        var written = RandomNumberGenerator.GetBytes(bytes);
        var found = new List<double>();
        while (!enough.WaitHandle.WaitOne(Pause))
        {
            found.Add(Sync(disk, written));
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
