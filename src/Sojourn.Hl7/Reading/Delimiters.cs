namespace Sojourn.Hl7.Reading;

/// <summary>The signs that divide a message, as its first nine characters name them.</summary>
public sealed record Delimiters(char Field, char Component, char Repetition, char Escape, char Subcomponent)
{
    public static Delimiters Usual { get; } = new('|', '^', '~', '\\', '&');

    /// <summary>MSH-2 as it is written.</summary>
    public string Encoding => string.Concat(Component, Repetition, Escape, Subcomponent);

    /// <param name="header">The header segment, which begins with MSH.</param>
    /// <returns>Null when the signs are missing, or one stands for two things.</returns>
    public static Delimiters? Read(string header)
    {
        if (header.Length < 8)
        {
            return null;
        }

        var end = header.IndexOf(header[3], 4);
        var signs = end < 0 ? header[4..] : header[4..end];
        // Seen in files that went through a program which doubles backslashes.
        signs = signs.Replace(@"\\", @"\", StringComparison.Ordinal);
        if (signs.Length < 4)
        {
            return null;
        }

        var all = new Delimiters(header[3], signs[0], signs[1], signs[2], signs[3]);
        char[] used = [all.Field, all.Component, all.Repetition, all.Escape, all.Subcomponent];
        return used.Distinct().Count() == used.Length && !used.Any(sign => char.IsLetterOrDigit(sign) || char.IsControl(sign)) ? all : null;
    }
}
