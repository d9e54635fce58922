using System.Buffers.Binary;

namespace Sojourn.Clinic.Dosing;

/// <summary>The id of an alert as other pages name it: its session's id with its number folded into the last four bytes. A session has one for each number.</summary>
public static class AlertKey
{
    public static Guid Of(Guid session, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        session.TryWriteBytes(bytes, bigEndian: true, out _);
        var last = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], last ^ (uint)number ^ 0x80000000u);
        return new Guid(bytes, bigEndian: true);
    }
}
