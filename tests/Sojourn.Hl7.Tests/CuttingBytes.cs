using System.Buffers;
using System.Text;
using Sojourn.Hl7.Framing;

namespace Sojourn.Hl7.Tests;

/// <summary>HL7-1 to HL7-5: frames are found wherever the bytes are cut, and nobody can fill the memory.</summary>
public sealed class CuttingBytes
{
    private static readonly byte[] Several = [.. "\r\n"u8, .. Block.Around("MSH|one"u8), .. Block.Around(""u8), .. "GET / HTTP/1.1\r\n"u8, .. Block.Around("MSH|two\rPID|"u8), Block.Start, .. "MSH|three"u8, .. Block.Around("MSH|four"u8), Block.Start, .. "MSH|five"u8];

    private static readonly string[] Expected = ["Whole MSH|one", "Whole ", "Stray ", "Whole MSH|two\rPID|", "Unfinished MSH|three", "Whole MSH|four", "Unfinished MSH|five"];

    [Fact]
    public void Frames_are_the_same_wherever_the_bytes_are_cut_in_two()
    {
        for (var at = 0; at <= Several.Length; at++)
        {
            Assert.Equal(Expected, Found(FrameReader.UsualMost, Several[..at], Several[at..]));
        }
    }

    [Fact]
    public void Frames_are_the_same_when_every_byte_comes_alone() => Assert.Equal(Expected, Found(FrameReader.UsualMost, [.. Several.Select(one => new[] { one })]));

    [Fact]
    public void A_message_that_is_too_long_is_said_to_be_and_the_next_one_is_taken()
    {
        byte[] bytes = [.. Block.Around(Encoding.ASCII.GetBytes(new string('x', 101))), .. Block.Around(Encoding.ASCII.GetBytes(new string('y', 100)))];
        foreach (var size in new[] { 1, 7, 64, 500 })
        {
            Assert.Equal([$"TooLong {new string('x', 100)}", $"Whole {new string('y', 100)}"], Found(100, [.. bytes.Chunk(size)]));
        }
    }

    [Fact]
    public void Of_a_megabyte_too_much_only_the_beginning_is_kept()
    {
        var frame = Assert.Single(new FrameReader().Take(new ReadOnlySequence<byte>(Block.Around(new byte[3 * 1024 * 1024]))));
        Assert.Equal(FrameKind.TooLong, frame.Kind);
        Assert.Equal(4096, frame.Content.Length);
    }

    [Fact]
    public void The_end_mark_alone_ends_a_frame() => Assert.Equal(["Whole a", "Whole b"], Found(100, [Block.Start, (byte)'a', Block.End, Block.Start, (byte)'b', Block.End, Block.Return]));

    [Fact]
    public void A_flood_of_frames_in_one_read_comes_out_whole_and_in_order()
    {
        var bytes = Enumerable.Range(0, 5_000).SelectMany(i => Block.Around(Encoding.ASCII.GetBytes($"MSH|{i}"))).ToArray();
        Assert.Equal(Enumerable.Range(0, 5_000).Select(i => $"Whole MSH|{i}"), Found(100, bytes));
    }

    [Fact]
    public void Random_bytes_are_cut_the_same_in_pieces_as_in_one()
    {
        var dice = new Random(17);
        for (var round = 0; round < 300; round++)
        {
            var bytes = Enumerable.Range(0, dice.Next(400)).Select(_ => dice.Next(6) switch { 0 => Block.Start, 1 => Block.End, 2 => Block.Return, _ => (byte)dice.Next(256) }).ToArray();
            Assert.Equal(Found(50, bytes), Found(50, [.. bytes.Chunk(dice.Next(1, 20))]));
        }
    }

    private static List<string> Found(int most, params byte[][] pieces)
    {
        var reader = new FrameReader(most);
        var found = pieces.SelectMany(piece => reader.Take(new ReadOnlySequence<byte>(piece))).ToList();
        return [.. found.Concat(reader.Finish() is { } last ? [last] : []).Select(frame => $"{frame.Kind} {Encoding.Latin1.GetString(frame.Content.Span)}")];
    }
}
