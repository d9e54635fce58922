using System.Text;
using Sojourn.Hl7.Reading;

namespace Sojourn.Hl7.Tests;

/// <summary>HL7-6 to HL7-10: lines, delimiters, escapes, character sets.</summary>
public sealed class ReadingMessages
{
    [Theory]
    [InlineData("\r")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r\r\n")]
    public void Any_line_end_is_taken_and_so_is_a_byte_order_mark(string end)
    {
        var read = Message.Read(Encoding.UTF8.GetBytes("\uFEFF" + string.Join(end, Read.Usual)));
        Assert.Equal(["MSH", "PID", "OBR"], read.Message!.Segments.Select(segment => segment.Name));
    }

    [Fact]
    public void A_missing_line_end_after_the_header_is_mended()
    {
        var read = Read.Message(Read.Usual[0] + Read.Usual[1], Read.Usual[2]);
        Assert.Equal(["MSH", "PID", "OBR"], read.Message!.Segments.Select(segment => segment.Name));
        Assert.Equal("UNICODE UTF-8", read.Message.Header.CharacterSet);
        Assert.Equal("100001", read.Message.Segments[1].Component(3, 1));
    }

    [Fact]
    public void Other_delimiters_are_obeyed()
    {
        var read = Read.Message("MSH#:~\\&#DEV:0000AA:EUI-64######ORU:R01#9#P#2.6", "PID###7:::X");
        Assert.Equal(("0000AA", "R01", "9"), (read.Header!.Sender, read.Header.Trigger, read.Header.ControlId));
        Assert.Equal("7", read.Message!.Segments[1].Component(3, 1));
    }

    [Theory]
    [InlineData("A\\T\\B", "A&B")]
    [InlineData("\\F\\\\S\\\\R\\\\E\\", "|^~\\")]
    [InlineData("line\\.br\\line", "line\nline")]
    [InlineData("\\H\\bold\\N\\", "bold")]
    [InlineData("\\XC3A9\\", "é")]
    [InlineData("\\XFF\\", "\\XFF\\")]
    [InlineData("\\Q\\ stays", "\\Q\\ stays")]
    [InlineData("no end \\T", "no end \\T")]
    public void Escape_sequences_are_undone(string written, string plain) =>
        Assert.Equal(plain, Escapes.Undo(written, Delimiters.Usual, new UTF8Encoding(false, throwOnInvalidBytes: true)));

    [Fact]
    public void What_is_escaped_reads_back_the_same()
    {
        const string Sentence = @"a|b^c~d\e&f";
        Assert.Equal(Sentence, Escapes.Undo(Escapes.Do(Sentence, Delimiters.Usual), Delimiters.Usual, Encoding.UTF8));
        Assert.DoesNotContain('|', Escapes.Do(Sentence, Delimiters.Usual));
    }

    [Theory]
    [InlineData("8859/1", "iso-8859-1")]
    [InlineData("8859/15", "iso-8859-15")]
    [InlineData("GB 18030-2000", "gb18030")]
    [InlineData("UNICODE UTF-8", "utf-8")]
    [InlineData("UNICODE", "utf-8")]
    [InlineData("", "utf-8")]
    public void The_declared_character_set_is_the_one_that_is_read(string declared, string encoding)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var read = Message.Read(bytes.GetBytes($"MSH|^~\\&|DEV|||||ORU|ORU^R01|1|P|2.6||||||{declared}\rPID|||é1"));
        Assert.Equal("é1", read.Message!.Segments[1].Field(3));
    }

    [Fact]
    public void Text_that_is_not_of_its_character_set_is_a_fault_that_says_where()
    {
        var read = Message.Read(Encoding.Latin1.GetBytes(string.Join('\r', [.. Read.Usual, "NTE|1||café"])));
        Assert.Null(read.Message);
        Assert.Equal("1", read.Header!.ControlId);
        Assert.Contains("is not UNICODE UTF-8, as MSH-18 says. Set the device's character set.", read.Fault!.Sentence, StringComparison.Ordinal);
        Assert.False(read.Fault.Rejects);
    }

    [Fact]
    public void A_character_set_that_nobody_knows_is_a_fault() =>
        Assert.StartsWith("The character set “KLINGON” in MSH-18", Read.Message(Read.Usual[0].Replace("UNICODE UTF-8", "KLINGON", StringComparison.Ordinal)).Fault!.Sentence, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\r\n \0")]
    [InlineData("PID|1")]
    [InlineData("MSH")]
    [InlineData("MSH|^^^^|")]
    [InlineData("MSHxxxxxxx")]
    [InlineData("{\"resourceType\": \"Bundle\"}")]
    public void What_has_no_header_is_rejected(string text)
    {
        var read = Read.Message(text);
        Assert.Null(read.Header);
        Assert.True(read.Fault!.Rejects);
    }

    [Fact]
    public void A_line_that_is_no_segment_and_a_second_header_are_faults()
    {
        Assert.Equal("Line 4 does not begin with the name of a segment.", Read.Message([.. Read.Usual, "and so on"]).Fault!.Sentence);
        Assert.StartsWith("A second header stands in line 4", Read.Message([.. Read.Usual, Read.Usual[0]]).Fault!.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_known_by_its_universal_id_else_by_application_and_facility()
    {
        Assert.Equal("0000AA00000000FF", Read.Message(Read.Usual).Header!.Sender);
        Assert.Equal("OWN_TRANSPORT SN0042", Read.Message("MSH|^~\\&|OWN_TRANSPORT|SN0042|||||ORU^R01|1|P|2.6").Header!.Sender);
    }

    [Theory]
    [InlineData("20260115143000.250+0000", "2026-01-15T14:30:00.2500000+00:00")]
    [InlineData("20260115143000-0700", "2026-01-15T21:30:00.0000000+00:00")]
    [InlineData("20260115143000123", "2026-01-15T21:30:00.1230000+00:00")]
    [InlineData("202601151430", "2026-01-15T21:30:00.0000000+00:00")]
    [InlineData("202607151430", "2026-07-15T20:30:00.0000000+00:00")]
    public void Times_are_read_with_and_without_zone(string written, string instant) =>
        Assert.Equal(instant, Stamp.Read(written)!.In(TimeZoneInfo.FindSystemTimeZoneById("America/Edmonton")).ToString("O"));

    [Theory]
    [InlineData("20260115")]
    [InlineData("00000000000000")]
    [InlineData("20261315143000")]
    [InlineData("20260115243000")]
    [InlineData("20260115143000+9900")]
    [InlineData("20260115143000+0x00")]
    [InlineData("2026-01-15 14:30")]
    [InlineData("yesterday")]
    public void What_is_no_time_to_the_minute_is_none(string written) => Assert.Null(Stamp.Read(written));
}
