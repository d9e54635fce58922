using System.Diagnostics;
using System.Security.Cryptography;

namespace Sojourn.Bench;

/// <summary>What the disk itself takes to make bytes durable: appended to a file and synced.</summary>
internal static class DiskSync
{
    public static List<double> Measure(string file, int bytes, int times)
    {
        using var disk = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var written = RandomNumberGenerator.GetBytes(bytes);
        return [.. Enumerable.Range(0, times).Select(_ =>
        {
            var begun = Stopwatch.GetTimestamp();
            disk.Write(written);
            disk.Flush(flushToDisk: true);
            return Stopwatch.GetElapsedTime(begun).TotalMicroseconds;
        })];
    }
}
