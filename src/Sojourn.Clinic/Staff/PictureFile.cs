using System.Buffers.Binary;

namespace Sojourn.Clinic.Staff;

/// <summary>What kind of picture bytes are, by the bytes alone. Of a JPEG what the camera wrote beside the picture is left out: it may say where somebody lives.</summary>
internal static class PictureFile
{
    private const string Cut = "This picture ends before it should. Save it again and try once more.";

    /// <returns>The bytes to keep and their kind, or a sentence why not.</returns>
    internal static (ReadOnlyMemory<byte> Kept, string? Kind, string? WhyNot) Read(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return WithoutNotes(bytes) is { } kept ? (kept, "jpeg", null) : (default, null, Cut);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return bytes.Length > 40 && bytes[^8..^4].SequenceEqual("IEND"u8) ? (file, "png", null) : (default, null, Cut);
        }

        if (bytes.Length > 16 && bytes[..4].SequenceEqual("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
        {
            return BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]) + 8 <= bytes.Length ? (file, "webp", null) : (default, null, Cut);
        }

        return (default, null, "This is not a JPEG, PNG or WebP picture. Save it as one of these and try again.");
    }

    /// <summary>The same JPEG without its notes (Exif and others of their kind); only which way up it is stays. Null when it is not whole.</summary>
    private static byte[]? WithoutNotes(ReadOnlySpan<byte> bytes)
    {
        var kept = new List<byte>(bytes.Length) { 0xFF, 0xD8 };
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var mark = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (mark == 0xDA)
            {
                var end = bytes.LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]);
                if (end < at)
                {
                    return null;
                }

                kept.AddRange(bytes[at..(end + 2)]);
                return [.. kept];
            }

            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return null;
            }

            var segment = bytes[at..(at + 2 + length)];
            if (mark == 0xE1 && Turned(segment[4..]) is { } turned and > 1)
            {
                kept.AddRange([0xFF, 0xE1, 0x00, 0x22, .. "Exif\0\0MM\0*\0\0\0\u0008"u8, 0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, (byte)turned, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00]);
            }
            else if (mark is not (0xE1 or 0xED or 0xFE or (>= 0xE3 and <= 0xEC)))
            {
                kept.AddRange(segment);
            }

            at += 2 + length;
        }

        return null;
    }

    /// <summary>Which way up, from the Exif notes: 1 to 8; null when they do not say.</summary>
    private static int? Turned(ReadOnlySpan<byte> notes)
    {
        if (notes.Length < 14 || !notes.StartsWith("Exif\0\0"u8))
        {
            return null;
        }

        var tiff = notes[6..];
        var little = tiff[0] == (byte)'I';
        var first = (int)Math.Min(Four(tiff[4..], little), int.MaxValue);
        if (first < 8 || first + 2 > tiff.Length)
        {
            return null;
        }

        var count = Two(tiff[first..], little);
        for (var i = 0; i < count && first + 2 + ((i + 1) * 12) <= tiff.Length; i++)
        {
            var entry = tiff[(first + 2 + (i * 12))..];
            if (Two(entry, little) == 0x0112)
            {
                return Two(entry[8..], little) is >= 1 and <= 8 and var turned ? turned : null;
            }
        }

        return null;
    }

    private static int Two(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint Four(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
