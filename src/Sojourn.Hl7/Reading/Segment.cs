namespace Sojourn.Hl7.Reading;

/// <summary>One line of a message. Fields are counted from 1 as HL7 counts them; what is not there is empty.</summary>
public sealed class Segment
{
    private readonly string[] parts;
    private readonly int shift;

    internal Segment(string text, Delimiters delimiters, int line)
    {
        Delimiters = delimiters;
        Line = line;
        parts = text.Split(delimiters.Field);
        // The field sign itself is MSH-1, so that MSH-2 is the first part after the name.
        shift = Name == "MSH" ? 1 : 0;
    }

    /// <summary>PID, OBX …</summary>
    public string Name => parts[0];

    /// <summary>Place in the message, 1 for the first.</summary>
    public int Line { get; }

    public Delimiters Delimiters { get; }

    /// <summary>Where the message speaks of: "OBX-11 in line 5".</summary>
    public string Place(int field) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}-{field} in line {Line}");

    /// <summary>A field as it is written, trimmed.</summary>
    public string Field(int number)
    {
        var at = number - shift;
        return at > 0 && at < parts.Length ? parts[at].Trim() : "";
    }

    public IReadOnlyList<string> Repetitions(int number) => Field(number).Split(Delimiters.Repetition);

    /// <summary>One component of a field's first repetition, as it is written.</summary>
    public string Component(int field, int component) => Component(Repetitions(field)[0], component);

    public string Component(string repetition, int component)
    {
        var components = repetition.Split(Delimiters.Component);
        return component <= components.Length ? components[component - 1].Trim() : "";
    }
}
