using System.Globalization;
using System.Text;
using Sojourn.Hl7.Framing;
using Sojourn.Hl7.Reading;

namespace Sojourn.Hl7.Answering;

/// <summary>What a device is told: taken, an error inside, or not taken at all (HL7 table 0008).</summary>
public enum AnswerCode
{
    /// <summary>Application accept.</summary>
    AA,

    /// <summary>Application error.</summary>
    AE,

    /// <summary>Application reject.</summary>
    AR,
}

/// <summary>An acknowledgement. Addressed back to where the message came from, in its own delimiters, and always in UTF-8.</summary>
/// <param name="To">The header that is answered; null where there was none to be read.</param>
/// <param name="Code">What it says.</param>
/// <param name="Id">Its own control id, at most 20 characters.</param>
/// <param name="At">When it was made; written in UTC.</param>
/// <param name="Faults">Why it is not AA.</param>
public sealed record Answer(Header? To, AnswerCode Code, string Id, DateTimeOffset At, IReadOnlyList<Fault> Faults)
{
    private const int MostEchoed = 200;

    /// <summary>Accepted.</summary>
    public static Answer Accept(Header to, string id, DateTimeOffset at) => new(to, AnswerCode.AA, id, at, []);

    /// <summary>AR where a fault rejects the message as such, AE otherwise.</summary>
    public static Answer Refuse(Header? to, string id, DateTimeOffset at, params IReadOnlyList<Fault> faults) =>
        new(to, faults.Any(fault => fault.Rejects) ? AnswerCode.AR : AnswerCode.AE, id, at, faults);

    public string Text
    {
        get
        {
            var signs = To?.Delimiters ?? Delimiters.Usual;
            var f = signs.Field;
            var trigger = Echo(To?.Trigger);
            var text = new StringBuilder();
            text.Append("MSH").Append(f).Append(signs.Encoding).Append(f).Append("SOJOURN").Append(f).Append(f)
                .Append(Echo(To?.Application)).Append(f).Append(Echo(To?.Facility)).Append(f)
                .Append(At.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)).Append("+0000").Append(f).Append(f)
                .Append("ACK");
            if (trigger.Length > 0)
            {
                text.Append(signs.Component).Append(trigger).Append(signs.Component).Append("ACK");
            }

            text.Append(f).Append(Id).Append(f).Append(To?.Processing is { Length: > 0 } processing ? Echo(processing) : "P").Append(f).Append(To?.Version is { Length: > 0 } version ? Echo(version) : "2.6")
                .Append(f, 6).Append("UNICODE UTF-8").Append('\r');
            text.Append("MSA").Append(f).Append(Code).Append(f).Append(Echo(To?.ControlId)).Append('\r');
            foreach (var fault in Faults)
            {
                text.Append("ERR").Append(f, 3).Append(fault.Code.ToString(CultureInfo.InvariantCulture)).Append(signs.Component).Append(signs.Component).Append("HL70357")
                    .Append(f).Append('E').Append(f, 4).Append(Escapes.Do(fault.Sentence, signs)).Append('\r');
            }

            return text.ToString();
        }
    }

    /// <summary>Between block marks, ready to send.</summary>
    public byte[] Frame => Block.Around(Encoding.UTF8.GetBytes(Text));

    /// <summary>The sender's own words, without anything that could end a line or a frame.</summary>
    private static string Echo(string? written) =>
        written is null ? "" : string.Concat((written.Length > MostEchoed ? written[..MostEchoed] : written).Where(letter => !char.IsControl(letter)));
}
