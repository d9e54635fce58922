using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sojourn.Journal;

/// <summary>
/// The bytes that an envelope's hash is made from: every field as four bytes of length, big-endian, and the field itself.
/// Described with test vectors in docs/reference/journal-format.md. It never changes: a new form gets a new tag.
/// </summary>
public static class EnvelopeEncoding
{
    private const int LengthPrefix = sizeof(uint);
    private const int GuidLength = 16;
    private const int Integers = 4;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static ReadOnlySpan<byte> Tag => "sojourn-envelope-1"u8;

    /// <summary>The bytes of an envelope; its <see cref="Envelope.Hash"/> and payload are not among them.</summary>
    public static byte[] Encode(Envelope envelope)
    {
        var bytes = new byte[LengthOf(envelope)];
        Write(envelope, bytes);
        return bytes;
    }

    internal static int LengthOf(Envelope envelope) =>
        LengthPrefix + Tag.Length
        + (Integers * (LengthPrefix + sizeof(long)))
        + (3 * LengthPrefix) + Utf8.GetByteCount(envelope.Stream) + Utf8.GetByteCount(envelope.Name) + Utf8.GetByteCount(envelope.Actor)
        + LengthPrefix + GuidLength
        + (2 * (LengthPrefix + SHA256.HashSizeInBytes));

    internal static void Write(Envelope envelope, Span<byte> into)
    {
        Put(ref into, Tag);
        Put(ref into, envelope.Position);
        Put(ref into, envelope.Stream);
        Put(ref into, envelope.Version);
        Put(ref into, envelope.Name);
        Put(ref into, envelope.EventVersion);
        Put(ref into, Instant.ToMicroseconds(envelope.RecordedAt));
        Put(ref into, envelope.Actor);
        Put(ref into, envelope.CommandId);
        Put(ref into, envelope.PayloadHash.Span);
        Put(ref into, envelope.PreviousHash.Span);
    }

    private static void Put(ref Span<byte> into, ReadOnlySpan<byte> field)
    {
        PutLength(ref into, field.Length);
        field.CopyTo(into);
        into = into[field.Length..];
    }

    private static void Put(ref Span<byte> into, string field)
    {
        var length = Utf8.GetBytes(field, into[LengthPrefix..]);
        PutLength(ref into, length);
        into = into[length..];
    }

    private static void Put(ref Span<byte> into, long field)
    {
        PutLength(ref into, sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(into, field);
        into = into[sizeof(long)..];
    }

    private static void Put(ref Span<byte> into, Guid field)
    {
        PutLength(ref into, GuidLength);
        _ = field.TryWriteBytes(into, bigEndian: true, out _);
        into = into[GuidLength..];
    }

    private static void PutLength(ref Span<byte> into, int length)
    {
        BinaryPrimitives.WriteUInt32BigEndian(into, (uint)length);
        into = into[LengthPrefix..];
    }
}
