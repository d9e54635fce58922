using System.Security.Cryptography;

namespace Sojourn.Journal;

/// <summary>SHA-256 with one state kept for each thread: making and clearing one for every hash takes as long as the hash.</summary>
internal static class Digest
{
    [ThreadStatic]
    private static IncrementalHash? _state;

    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        var digest = new byte[SHA256.HashSizeInBytes];
        if (!ShortDigest.Try(bytes, digest))
        {
            var state = _state ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            state.AppendData(bytes);
            _ = state.GetHashAndReset(digest);
        }

        return digest;
    }
}
