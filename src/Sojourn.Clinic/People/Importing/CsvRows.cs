using System.Text;

namespace Sojourn.Clinic.People.Importing;

/// <summary>Comma-separated text after RFC 4180: quoted fields may hold separators, line ends and doubled quotes. Blank lines are left out.</summary>
internal static class CsvRows
{
    /// <param name="Line">Where the row begins, from 1.</param>
    internal sealed record Row(int Line, IReadOnlyList<string> Fields);

    /// <returns>The rows, or the line in which a quote is opened and never closed, or closed in the middle of a field.</returns>
    internal static (IReadOnlyList<Row> Rows, int? BrokenLine) Of(string text, char separator)
    {
        List<Row> rows = [];
        List<string> fields = [];
        var field = new StringBuilder();
        var (line, began, at) = (1, 1, 0);
        while (at < text.Length)
        {
            if (text[at] == '"' && field.Length == 0)
            {
                var opened = line;
                if (Quoted(text, field, ref at, ref line) is false || (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n')))
                {
                    return (rows, opened);
                }
            }
            else if (text[at] == separator)
            {
                fields.Add(field.ToString());
                field.Clear();
                at++;
            }
            else if (text[at] is '\r' or '\n')
            {
                at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
                line++;
                Close(began);
                began = line;
            }
            else
            {
                field.Append(text[at++]);
            }
        }

        Close(began);
        return (rows, null);

        void Close(int from)
        {
            fields.Add(field.ToString());
            field.Clear();
            if (fields.Any(value => !string.IsNullOrWhiteSpace(value)))
            {
                rows.Add(new Row(from, [.. fields]));
            }

            fields.Clear();
        }
    }

    private static bool Quoted(string text, StringBuilder field, ref int at, ref int line)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                line += text[at] == '\n' ? 1 : 0;
                field.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else
            {
                at++;
                return true;
            }
        }

        return false;
    }
}
