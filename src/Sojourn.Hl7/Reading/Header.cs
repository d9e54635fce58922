namespace Sojourn.Hl7.Reading;

/// <summary>Who sends what, from the message's first line. Fields are as they are written.</summary>
public sealed record Header
{
    public required Delimiters Delimiters { get; init; }

    /// <summary>MSH-3.</summary>
    public required string Application { get; init; }

    /// <summary>MSH-4.</summary>
    public required string Facility { get; init; }

    /// <summary>MSH-7; may be empty.</summary>
    public required string SentAt { get; init; }

    /// <summary>MSH-9.1: ORU, ADT …</summary>
    public required string Type { get; init; }

    /// <summary>MSH-9.2: R01, W01 …</summary>
    public required string Trigger { get; init; }

    /// <summary>MSH-10. Restarts at 1 in some devices, so that it alone names no message.</summary>
    public required string ControlId { get; init; }

    /// <summary>MSH-11: P for the real thing, T for training, D for debugging.</summary>
    public required string Processing { get; init; }

    /// <summary>MSH-12.</summary>
    public required string Version { get; init; }

    /// <summary>MSH-18, the first of them.</summary>
    public required string CharacterSet { get; init; }

    /// <summary>
    /// By what a device is known: its universal id where it names one, else its application and facility. A name alone would be shared by all devices of a make.
    /// </summary>
    public string Sender
    {
        get
        {
            var components = Application.Split(Delimiters.Component);
            return components is [_, { Length: > 0 } id, ..] && id.Trim().Length > 0
                ? id.Trim()
                : string.Join(' ', new[] { components[0].Trim(), Facility.Split(Delimiters.Component)[0].Trim() }.Where(part => part.Length > 0));
        }
    }

    /// <param name="line">The first line of a message.</param>
    /// <returns>Null when it is no header.</returns>
    public static Header? Read(string line)
    {
        if (!line.StartsWith("MSH", StringComparison.Ordinal) || Delimiters.Read(line) is not { } delimiters)
        {
            return null;
        }

        var segment = new Segment(line, delimiters, 1);
        return new Header
        {
            Delimiters = delimiters,
            Application = segment.Field(3),
            Facility = segment.Field(4),
            SentAt = segment.Field(7),
            Type = segment.Component(9, 1),
            Trigger = segment.Component(9, 2),
            ControlId = segment.Field(10),
            Processing = segment.Component(11, 1),
            Version = segment.Component(12, 1),
            CharacterSet = segment.Repetitions(18)[0].Trim(),
        };
    }
}
