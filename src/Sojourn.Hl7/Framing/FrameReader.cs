using System.Buffers;

namespace Sojourn.Hl7.Framing;

/// <summary>
/// Finds frames in bytes as they come, cut anywhere. Takes every byte it is given and keeps at most one message, so that nobody can fill the memory
/// by never ending one. The end mark alone ends a frame; the carriage return after it, line ends and blanks between frames are no matter.
/// </summary>
/// <param name="most">Most bytes of one message; both ends included.</param>
public sealed class FrameReader(int most = FrameReader.UsualMost)
{
    /// <summary>One mebibyte: some fifty times what a monitor sends with every channel it has.</summary>
    public const int UsualMost = 1024 * 1024;

    /// <summary>Enough of a message that is too long to see whose it is.</summary>
    private const int HeadKept = 4 * 1024;

    /// <summary>A buffer that had to grow past this is given back after the message.</summary>
    private const int BufferKept = 64 * 1024;

    private static readonly SearchValues<byte> NoMatter = SearchValues.Create("\r\n\t \0\u001c"u8);

    private ArrayBufferWriter<byte> content = new();
    private State state;

    private enum State
    {
        Between,
        Astray,
        Inside,
        Overflowing,
    }

    /// <summary>A message has begun and not ended.</summary>
    public bool IsInside => state is State.Inside or State.Overflowing;

    /// <summary>Takes all of these bytes and gives the frames that they complete.</summary>
    public IReadOnlyList<Frame> Take(ReadOnlySequence<byte> bytes)
    {
        var found = new List<Frame>();
        foreach (var memory in bytes)
        {
            Take(memory.Span, found);
        }

        return found;
    }

    /// <summary>Nothing more will come: what had begun is unfinished.</summary>
    public Frame? Finish() => IsInside ? Give(FrameKind.Unfinished) : null;

    private void Take(ReadOnlySpan<byte> bytes, List<Frame> found)
    {
        while (!bytes.IsEmpty)
        {
            bytes = IsInside ? TakeInside(bytes, found) : TakeBetween(bytes, found);
        }
    }

    private ReadOnlySpan<byte> TakeInside(ReadOnlySpan<byte> bytes, List<Frame> found)
    {
        var mark = bytes.IndexOfAny(Block.Start, Block.End);
        Keep(mark < 0 ? bytes : bytes[..mark]);
        if (mark < 0)
        {
            return [];
        }

        if (bytes[mark] == Block.End)
        {
            found.Add(Give(state == State.Overflowing ? FrameKind.TooLong : FrameKind.Whole));
        }
        else
        {
            found.Add(Give(FrameKind.Unfinished));
            state = State.Inside;
        }

        return bytes[(mark + 1)..];
    }

    private ReadOnlySpan<byte> TakeBetween(ReadOnlySpan<byte> bytes, List<Frame> found)
    {
        var start = bytes.IndexOf(Block.Start);
        var before = start < 0 ? bytes : bytes[..start];
        if (state == State.Between && before.IndexOfAnyExcept(NoMatter) >= 0)
        {
            found.Add(new Frame(FrameKind.Stray, ReadOnlyMemory<byte>.Empty));
            state = State.Astray;
        }

        if (start < 0)
        {
            return [];
        }

        state = State.Inside;
        return bytes[(start + 1)..];
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (state == State.Inside && content.WrittenCount + bytes.Length > most)
        {
            state = State.Overflowing;
        }

        var room = (state == State.Overflowing ? Math.Min(HeadKept, most) : most) - content.WrittenCount;
        if (room > 0)
        {
            content.Write(bytes[..Math.Min(bytes.Length, room)]);
        }
    }

    private Frame Give(FrameKind kind)
    {
        var kept = kind == FrameKind.TooLong ? content.WrittenSpan[..Math.Min(content.WrittenCount, HeadKept)] : content.WrittenSpan;
        var frame = new Frame(kind, kept.ToArray());
        state = State.Between;
        if (content.Capacity > BufferKept)
        {
            content = new();
        }
        else
        {
            content.ResetWrittenCount();
        }

        return frame;
    }
}
