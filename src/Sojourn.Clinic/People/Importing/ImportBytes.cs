namespace Sojourn.Clinic.People.Importing;

/// <summary>The bytes of a file, up to a limit.</summary>
public static class ImportBytes
{
    /// <summary>Largest file read. Bytes, included.</summary>
    public const int Most = 50 * 1024 * 1024;

    public static string TooLarge { get; } = $"The file is larger than {Most / 1024 / 1024} MB. Export fewer people at a time.";

    /// <summary>All bytes; null when there are more than <see cref="Most"/>, of which no more are read than it takes to know.</summary>
    public static ReadOnlyMemory<byte>? Of(Stream stream)
    {
        if (stream.CanSeek && stream.Length - stream.Position > Most)
        {
            return null;
        }

        using var buffer = new MemoryStream(stream.CanSeek ? (int)(stream.Length - stream.Position) : 64 * 1024);
        var chunk = new byte[64 * 1024];
        for (var read = stream.Read(chunk); read > 0; read = stream.Read(chunk))
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > Most)
            {
                return null;
            }
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
