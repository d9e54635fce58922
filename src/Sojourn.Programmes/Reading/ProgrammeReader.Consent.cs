using System.Text.RegularExpressions;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>Consent texts. They are part of the programme: one that cannot be read, or that leaves out the not-a-cure statement, is a fault.</summary>
internal sealed partial class ProgrammeReader
{
    private ConsentDocument ConsentOf(Fields fields)
    {
        var file = fields.Text("file", 200);
        return new(
            fields.Id(),
            fields.Text("title", 160),
            fields.Whole("version", 1, 10_000),
            file,
            file.Length == 0 ? "" : ConsentText(fields, file),
            fields.YesNo("sign-again", true),
            fields.Whole("hours-before-first-dose", 0, 720),
            Source(fields));
    }

    private string ConsentText(Fields fields, string file)
    {
        var node = fields.Find("file")!;
        if (Path.IsPathRooted(file) || file.Split('/', '\\').Contains("..", StringComparer.Ordinal))
        {
            findings.Add(node, $"“{file}” lies outside the programmes folder.", "Put the text into the folder “consents” and write “consents/name.md”.");
            return "";
        }

        var kept = context.Beside.Kept(file);
        var path = context.Beside.OnDisk(file);
        if (kept is null && path is null)
        {
            findings.Add(node, $"There is no consent text “{file}”.", "Write it there, as plain text or markdown.");
            return "";
        }

        var text = kept ?? ReadText(node, path!, file);
        findings.FilesUsed.Add(file);
        if (text.Length > 0 && !NotACure().IsMatch(text))
        {
            findings.Add(node, $"The consent text “{file}” does not say that the treatment is not a cure.", "Add a sentence with the words “is not a cure”.");
        }

        return text;
    }

    private string ReadText(YamlPart node, string path, string file)
    {
        try
        {
            if (new FileInfo(path).Length <= YamlText.MostBytes)
            {
                return File.ReadAllText(path);
            }

            findings.Add(node, $"The consent text “{file}” is far too long to be read by a person.", "Check that it is the right file.");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            findings.Add(node, $"The consent text “{file}” cannot be read: {broken.Message.TrimEnd('.')}.", "Check who may read it.");
        }

        return "";
    }

    [GeneratedRegex(@"\bnot\s+a\s+cure\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotACure();
}
