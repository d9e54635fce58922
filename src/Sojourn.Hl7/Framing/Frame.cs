namespace Sojourn.Hl7.Framing;

/// <summary>What came between two block marks of the minimal lower layer protocol (MLLP).</summary>
public enum FrameKind
{
    /// <summary>Start block, content, end block. The content may be empty.</summary>
    Whole,

    /// <summary>More than is taken at once: the content is its beginning only, the rest was let pass.</summary>
    TooLong,

    /// <summary>A new start block, or the end of the connection, came before the end block.</summary>
    Unfinished,

    /// <summary>Something came outside any frame. Said once for each such stretch, without its content.</summary>
    Stray,
}

/// <param name="Kind">How it came.</param>
/// <param name="Content">Without the block marks.</param>
public sealed record Frame(FrameKind Kind, ReadOnlyMemory<byte> Content);

/// <summary>The block marks.</summary>
public static class Block
{
    /// <summary>Vertical tab, before a message.</summary>
    public const byte Start = 0x0B;

    /// <summary>File separator, after a message.</summary>
    public const byte End = 0x1C;

    /// <summary>Carriage return, after the end mark.</summary>
    public const byte Return = 0x0D;

    /// <summary>A message between its marks, ready to send.</summary>
    public static byte[] Around(ReadOnlySpan<byte> content) => [Start, .. content, End, Return];
}
