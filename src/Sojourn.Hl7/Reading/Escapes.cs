using System.Globalization;
using System.Text;

namespace Sojourn.Hl7.Reading;

/// <summary>Escape sequences of HL7 v2, chapter 2.7: delimiters, hexadecimal bytes, line breaks; formatting is dropped, what is not known stays as it is.</summary>
public static class Escapes
{
    public static string Undo(string text, Delimiters delimiters, Encoding encoding)
    {
        var escape = delimiters.Escape;
        if (!text.Contains(escape, StringComparison.Ordinal))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var end = text[at] == escape ? text.IndexOf(escape, at + 1) : -1;
            if (end < 0)
            {
                plain.Append(text[at]);
                continue;
            }

            plain.Append(Meaning(text[(at + 1)..end], delimiters, encoding) ?? text[at..(end + 1)]);
            at = end;
        }

        return plain.ToString();
    }

    /// <summary>So that the text can stand in a field without dividing it.</summary>
    public static string Do(string text, Delimiters delimiters)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var sign =
                letter == delimiters.Field ? 'F'
                : letter == delimiters.Component ? 'S'
                : letter == delimiters.Repetition ? 'R'
                : letter == delimiters.Subcomponent ? 'T'
                : letter == delimiters.Escape ? 'E'
                : '\0';
            if (sign != '\0')
            {
                safe.Append(delimiters.Escape).Append(sign).Append(delimiters.Escape);
            }
            else if (!char.IsControl(letter))
            {
                safe.Append(letter);
            }
        }

        return safe.ToString();
    }

    private static string? Meaning(string sequence, Delimiters delimiters, Encoding encoding) => sequence switch
    {
        "F" => delimiters.Field.ToString(),
        "S" => delimiters.Component.ToString(),
        "R" => delimiters.Repetition.ToString(),
        "T" => delimiters.Subcomponent.ToString(),
        "E" => delimiters.Escape.ToString(),
        "H" or "N" => "",
        ".br" or ".ce" => "\n",
        ".fi" or ".nf" => "",
        _ when sequence.StartsWith(".sp", StringComparison.Ordinal) => "\n",
        _ when sequence.StartsWith(".in", StringComparison.Ordinal) || sequence.StartsWith(".ti", StringComparison.Ordinal) || sequence.StartsWith(".sk", StringComparison.Ordinal) => " ",
        ['X', .. var digits] => Bytes(digits, encoding),
        _ => null,
    };

    private static string? Bytes(string digits, Encoding encoding)
    {
        if (digits.Length == 0 || digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var bytes = Enumerable.Range(0, digits.Length / 2).Select(i => byte.Parse(digits.AsSpan(2 * i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
