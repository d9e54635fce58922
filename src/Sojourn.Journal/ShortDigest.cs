using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Sojourn.Journal;

/// <summary>
/// The SHA-256 of OpenSSL 3, called directly for what is short. The framework calls the same function, but what it does around it takes
/// longer than the hash of an envelope, and all commands wait for one thread that makes two of them for each. See docs/decisions/0015.
/// </summary>
internal static partial class ShortDigest
{
    /// <summary>The garbage collector waits for a call that is made without telling it; so many bytes take some microseconds.</summary>
    public const int MostBytes = 4_096;

    private const string Library = "libcrypto.so.3";

    private static readonly nint _sha256 = NativeLibrary.TryLoad(Library, out _) ? Fetch(0, "SHA256", null) : 0;

    [ThreadStatic]
    private static Context? _context;

    /// <summary>False, and nothing done, where the bytes are many or this library is not on the machine.</summary>
    /// <param name="bytes">What is hashed.</param>
    /// <param name="digest">Takes 32 bytes.</param>
    public static bool Try(ReadOnlySpan<byte> bytes, Span<byte> digest)
    {
        if (_sha256 == 0 || bytes.Length > MostBytes)
        {
            return false;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(digest.Length, SHA256.HashSizeInBytes, nameof(digest));
        var context = (_context ??= new Context()).Own;
        return Init(context, _sha256, 0) == 1 && Update(context, bytes, bytes.Length) == 1 && Final(context, digest, 0) == 1
            ? true
            : throw new CryptographicException("OpenSSL made no hash.");
    }

    [LibraryImport(Library, EntryPoint = "EVP_MD_fetch", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Fetch(nint library, string algorithm, string? properties);

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_new")]
    private static partial nint New();

    [LibraryImport(Library, EntryPoint = "EVP_MD_CTX_free")]
    private static partial void Free(nint context);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "EVP_DigestInit_ex2")]
    private static partial int Init(nint context, nint algorithm, nint parameters);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "EVP_DigestUpdate")]
    private static partial int Update(nint context, ReadOnlySpan<byte> bytes, nint length);

    [SuppressGCTransition]
    [LibraryImport(Library, EntryPoint = "EVP_DigestFinal_ex")]
    private static partial int Final(nint context, Span<byte> digest, nint length);

    /// <summary>A thread's own state; it goes with the thread.</summary>
    private sealed class Context : SafeHandleZeroOrMinusOneIsInvalid
    {
        public Context()
            : base(ownsHandle: true) => SetHandle(New());

        /// <summary>As it is: whoever asks is the thread that keeps this.</summary>
        public nint Own => handle;

        protected override bool ReleaseHandle()
        {
            Free(handle);
            return true;
        }
    }
}
