using System.Globalization;
using System.Text;

namespace Sojourn.Hl7.Reading;

/// <summary>A message read from its bytes: a header, and segments in order.</summary>
public sealed class Message
{
    /// <summary>Most lines of one message: ten times what a monitor with every channel sends. Both ends included.</summary>
    public const int MostSegments = 5_000;

    private static readonly string[] GluedToTheHeader = ["PID|", "PV1|", "OBR|"];

    private readonly Encoding encoding;

    private Message(Header header, Encoding encoding, string text, IReadOnlyList<Segment> segments)
    {
        Header = header;
        this.encoding = encoding;
        Text = text;
        Segments = segments;
    }

    public Header Header { get; }

    /// <summary>All of it, decoded, with the line ends that it came with.</summary>
    public string Text { get; }

    public IReadOnlyList<Segment> Segments { get; }

    public IEnumerable<Segment> Named(string name) => Segments.Where(segment => segment.Name == name);

    public string Plain(string written) => Escapes.Undo(written, Header.Delimiters, encoding);

    /// <summary>Reads a frame's content. Never throws, whatever the bytes are.</summary>
    public static MessageRead Read(ReadOnlyMemory<byte> content)
    {
        var bytes = Begun(content.Span);
        if (bytes.IsEmpty)
        {
            return new MessageRead(null, null, Fault.Unreadable("The frame is empty. A message begins with MSH."));
        }

        if (HeaderOf(bytes) is not { } header)
        {
            return new MessageRead(null, null, Fault.Unreadable("The message does not begin with a header (MSH and five different delimiters), so that nobody knows whose it is."));
        }

        if (CharacterSets.Find(header.CharacterSet) is not { } encoding)
        {
            return new MessageRead(null, header, Fault.Value($"The character set “{Short(header.CharacterSet)}” in MSH-18 is not known here. Set the device to UNICODE UTF-8."));
        }

        try
        {
            return Split(header, encoding, encoding.GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            var named = header.CharacterSet.Length > 0 ? $"{header.CharacterSet}, as MSH-18 says" : "UTF-8, which is meant where MSH-18 is empty";
            return new MessageRead(null, header, Fault.Data(string.Create(CultureInfo.InvariantCulture, $"Byte {e.Index + 1} is not {named}. Set the device's character set.")));
        }
    }

    private static MessageRead Split(Header header, Encoding encoding, string text)
    {
        var lines = text.Split(["\r\n", "\r", "\n"], StringSplitOptions.None).Select(line => line.Trim('\0', ' ', '\t')).Where(line => line.Length > 0).ToList();
        Unglue(lines, header.Delimiters.Field);
        if (lines.Count > MostSegments)
        {
            return new MessageRead(null, header, Fault.Sequence(string.Create(CultureInfo.InvariantCulture, $"The message has {lines.Count} lines; at most {MostSegments} are read.")));
        }

        var segments = lines.Select((line, at) => new Segment(line, header.Delimiters, at + 1)).ToList();
        return segments.Find(segment => !IsName(segment.Name)) is { } wrong
            ? new MessageRead(null, header, Fault.Sequence(string.Create(CultureInfo.InvariantCulture, $"Line {wrong.Line} does not begin with the name of a segment.")))
            : segments.Skip(1).FirstOrDefault(segment => segment.Name == "MSH") is { } second
                ? new MessageRead(null, header, Fault.Sequence(string.Create(CultureInfo.InvariantCulture, $"A second header stands in line {second.Line}: one frame holds one message.")))
                : new MessageRead(new Message(header, encoding, text, segments), header, null);
    }

    /// <summary>Some senders forget the line end after the header.</summary>
    private static void Unglue(List<string> lines, char field)
    {
        foreach (var next in GluedToTheHeader)
        {
            var name = next.Replace('|', field);
            var at = lines[0].IndexOf(name, 8, StringComparison.Ordinal);
            if (at > 0 && !lines.Skip(1).Any(line => line.StartsWith(name, StringComparison.Ordinal)))
            {
                lines.Insert(1, lines[0][at..]);
                lines[0] = lines[0][..at];
                return;
            }
        }
    }

    private static bool IsName(string name) => name.Length == 3 && name.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));

    private static ReadOnlySpan<byte> Begun(ReadOnlySpan<byte> content)
    {
        var bytes = content.TrimStart("\r\n \t\0"u8);
        return bytes.StartsWith("\uFEFF"u8) ? bytes[3..].TrimStart("\r\n \t\0"u8) : bytes;
    }

    /// <summary>The first line is read byte by byte, since it names its own character set; what counts in it is ASCII.</summary>
    private static Header? HeaderOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        var line = Encoding.Latin1.GetString(end < 0 ? bytes : bytes[..end]);
        var lines = new List<string> { line };
        if (line.Length > 8)
        {
            Unglue(lines, line[3]);
        }

        return Header.Read(lines[0]);
    }

    internal static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

/// <summary>A message, or the fault for which it is none.</summary>
/// <param name="Header">Known for most that are faulty as well, so that they can be answered.</param>
public sealed record MessageRead(Message? Message, Header? Header, Fault? Fault);
