namespace Sojourn.Hl7.Reading;

/// <summary>What is wrong with a message, for the device (HL7 table 0357) and for people.</summary>
/// <param name="Code">Of table 0357.</param>
/// <param name="Rejects">True: the message as such is not taken here (AR). False: it has an error inside (AE).</param>
/// <param name="Sentence">What is wrong, where, and how to mend it. Holds nothing about a patient.</param>
public sealed record Fault(int Code, bool Rejects, string Sentence)
{
    /// <summary>Segments are missing or out of order.</summary>
    public static Fault Sequence(string sentence) => new(100, false, sentence);

    public static Fault Missing(string sentence) => new(101, false, sentence);

    /// <summary>Not what its data type says.</summary>
    public static Fault Data(string sentence) => new(102, false, sentence);

    public static Fault Value(string sentence) => new(103, false, sentence);

    public static Fault Unsupported(string sentence) => new(200, true, sentence);

    public static Fault Version(string sentence) => new(203, true, sentence);

    /// <summary>A device, patient or record that is not known here.</summary>
    public static Fault UnknownKey(string sentence, bool rejects = false) => new(204, rejects, sentence);

    public static Fault DuplicateKey(string sentence) => new(205, false, sentence);

    /// <summary>Not to be read at all.</summary>
    public static Fault Unreadable(string sentence) => new(100, true, sentence);

    /// <summary>Sojourn could not do its part.</summary>
    public static Fault Ours(string sentence) => new(207, false, sentence);
}
