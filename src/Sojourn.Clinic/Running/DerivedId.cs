using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sojourn.Clinic.Running;

/// <summary>
/// Ids that follow from what they are about, so that the same thing made twice is one thing (RFC 9562 version 8 over SHA-256). They lie in journals:
/// what an id is made from never changes.
/// </summary>
public static class DerivedId
{
    public static Guid From(string name) => Hashed(Encoding.UTF8.GetBytes(name));

    /// <param name="kind">Keeps ids of different kinds about one thing apart.</param>
    /// <param name="about">What it is about.</param>
    public static Guid From(string kind, Guid about) => Hashed([.. Encoding.UTF8.GetBytes(kind), .. about.ToByteArray(bigEndian: true)]);

    /// <param name="kind">Keeps ids of different kinds about one event apart.</param>
    /// <param name="position">Of an event in the journal.</param>
    public static Guid From(string kind, long position)
    {
        Span<byte> at = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(at, position);
        return Hashed([.. Encoding.UTF8.GetBytes(kind), .. at]);
    }

    private static Guid Hashed(ReadOnlySpan<byte> name)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(name, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
