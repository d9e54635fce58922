using System.Text;
using Sojourn.Hl7.Answering;
using Sojourn.Hl7.Framing;
using Sojourn.Hl7.Reading;

namespace Sojourn.Hl7.Tests;

/// <summary>HL7-25: an answer that a device understands, to whatever came.</summary>
public sealed class AnsweringDevices
{
    private static readonly DateTimeOffset At = new(2026, 1, 15, 14, 30, 1, TimeSpan.Zero);

    [Fact]
    public void An_accepted_message_is_answered_to_its_sender_with_its_control_id()
    {
        var answer = Answer.Accept(Read.Message(Read.Usual).Header!, "42", At);
        Assert.Equal(
            "MSH|^~\\&|SOJOURN||BEDSIDE^0000AA00000000FF^EUI-64|CLINIC|20260115143001+0000||ACK^R01^ACK|42|P|2.6||||||UNICODE UTF-8\rMSA|AA|1\r", answer.Text);
        Assert.Equal((Block.Start, Block.End, Block.Return), (answer.Frame[0], answer.Frame[^2], answer.Frame[^1]));
    }

    [Fact]
    public void A_refusal_says_why_in_a_field_of_its_own()
    {
        var answer = Answer.Refuse(Read.Message(Read.Usual).Header, "42", At, Fault.Data("OBX-5 | is wrong."));
        Assert.Equal(AnswerCode.AE, answer.Code);
        Assert.EndsWith("MSA|AE|1\rERR|||102^^HL70357|E||||OBX-5 \\F\\ is wrong.\r", answer.Text, StringComparison.Ordinal);
        var read = Message.Read(Encoding.UTF8.GetBytes(answer.Text)).Message!;
        Assert.Equal("OBX-5 | is wrong.", read.Plain(read.Named("ERR").Single().Field(8)));
    }

    [Fact]
    public void What_has_no_header_is_rejected_in_the_usual_delimiters()
    {
        var answer = Answer.Refuse(null, "42", At, Fault.Unreadable("No header."));
        Assert.Equal("MSH|^~\\&|SOJOURN||||20260115143001+0000||ACK|42|P|2.6||||||UNICODE UTF-8\rMSA|AR|\rERR|||100^^HL70357|E||||No header.\r", answer.Text);
    }

    [Fact]
    public void The_senders_own_delimiters_are_used()
    {
        var answer = Answer.Accept(Read.Message("MSH#:~\\&#DEV:0000AA:EUI-64######ORU:R01#9#P#2.6").Header!, "1", At);
        Assert.StartsWith("MSH#:~\\&#SOJOURN##DEV:0000AA:EUI-64##20260115143001+0000##ACK:R01:ACK#1#P#2.6######UNICODE UTF-8\rMSA#AA#9", answer.Text, StringComparison.Ordinal);
    }
}
