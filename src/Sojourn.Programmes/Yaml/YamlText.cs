using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Sojourn.Programmes.Yaml;

/// <summary>
/// Reads one YAML file into nodes that know their line. The clinic's files need only keys, lists and values, so what can do harm is refused:
/// anchors and aliases (a few lines of them grow to gigabytes), tags, several documents, great depth, great size, bytes that are not text.
/// </summary>
internal static class YamlText
{
    /// <summary>Longest file, in bytes. The longest that ships has some 60,000.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>Deepest nesting; what ships goes to 7.</summary>
    public const int MostDepth = 24;

    public static YamlMapping? ReadFile(string path, Findings findings) => ReadFile(path, path, findings);

    /// <summary>Reads the file at <paramref name="path"/>; faults name it as <paramref name="shownAs"/>.</summary>
    public static YamlMapping? ReadFile(string path, string shownAs, Findings findings)
    {
        byte[] bytes;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                findings.Add(shownAs, 1, "There is no such file.", "Check the path.");
                return null;
            }

            if (file.Length > MostBytes)
            {
                findings.Add(shownAs, 1, $"The file has {file.Length:N0} bytes, more than {MostBytes:N0}.", "Check that it is the right file; a programme needs far less.");
                return null;
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            findings.Add(shownAs, 1, $"The file cannot be read: {broken.Message.TrimEnd('.')}.", "Check the path and who may read it.");
            return null;
        }

        return Decode(bytes, shownAs, findings) is { } text ? Read(text, shownAs, findings) : null;
    }

    public static YamlMapping? Read(string text, string file, Findings findings)
    {
        if (IndentingTab(text) is { } tabLine)
        {
            findings.Add(file, tabLine, "The line is indented with a tab.", "Indent with spaces, two for each step.");
            return null;
        }

        var parser = new Parser(new StringReader(text));
        try
        {
            return new Reading(parser, file, findings).Document();
        }
        catch (YamlException broken)
        {
            findings.Add(file, (int)Math.Max(1, broken.Start.Line), $"This is not well-formed YAML: {Plain(broken.Message)}.", "Look at indentation, colons and quotes on this line and the one above.");
            return null;
        }
        catch (InvalidOperationException)
        {
            // The parser of YamlDotNet 16.3 loses its own way in some broken files, where it should say that they are broken.
            findings.Add(file, (int)Math.Max(1, parser.Current?.End.Line ?? 1), "This is not well-formed YAML: it breaks off or goes on where it should not.", "Look at indentation, brackets and quotes on this line and the ones around it.");
            return null;
        }
        catch (StopReadingException)
        {
            return null;
        }
    }

    private static string? Decode(byte[] bytes, string file, Findings findings)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            findings.Add(file, 1, "The file is not text in UTF-8.", "Save it as UTF-8 text.");
            return null;
        }

        for (int at = 0, line = 1; at < text.Length; at++)
        {
            if (text[at] == '\n')
            {
                line++;
            }
            else if (char.IsControl(text[at]) && text[at] is not ('\t' or '\r'))
            {
                findings.Add(file, line, "The file has bytes in it that are not text.", "Check that it is the right file and save it as plain text.");
                return null;
            }
        }

        return text;
    }

    private static int? IndentingTab(string text)
    {
        var line = 1;
        var indenting = true;
        foreach (var letter in text)
        {
            if (letter == '\n')
            {
                line++;
                indenting = true;
            }
            else if (letter == '\t' && indenting)
            {
                return line;
            }
            else if (letter != ' ')
            {
                indenting = false;
            }
        }

        return null;
    }

    private static string Plain(string message)
    {
        var words = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return words.Length == 0 ? "it breaks off" : char.ToLowerInvariant(words[0]) + words[1..];
    }

    private sealed class Reading(IParser parser, string file, Findings findings)
    {
        public YamlMapping? Document()
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                findings.Add(file, 1, "The file is empty.", "Write the programme, or take the file away.");
                return null;
            }

            parser.Consume<DocumentStart>();
            var node = Node(1);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<DocumentStart>(out var second))
            {
                findings.Add(file, (int)second.Start.Line, "A second document begins here.", "Keep one document in each file; take the line of dashes away.");
                return null;
            }

            if (node is YamlMapping mapping)
            {
                return mapping;
            }

            findings.Add(node, $"The file holds {node.Kind} where keys are expected.", "Begin with lines such as “id: my-programme”.");
            return null;
        }

        private YamlPart Node(int depth)
        {
            var at = parser.Current ?? throw new StopReadingException();
            var line = (int)at.Start.Line;
            if (depth > MostDepth)
            {
                throw Stop(line, $"The file is nested more than {MostDepth} deep.", "Write it flatter; nothing here needs such depth.");
            }

            RefuseTricks(at, line);
            switch (at)
            {
                case Scalar scalar:
                    parser.MoveNext();
                    return new YamlScalar(file, line, scalar.Value, scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted) { Start = (int)scalar.Start.Index, End = (int)scalar.End.Index };
                case SequenceStart:
                    return Sequence(line, depth);
                case MappingStart:
                    return Mapping(line, depth);
                default:
                    throw Stop(line, "Something else stands here than a value, a list or keys.", "Write a value, a list or keys.");
            }
        }

        private YamlSequence Sequence(int line, int depth)
        {
            parser.Consume<SequenceStart>();
            var items = new List<YamlPart>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(depth + 1));
            }

            return new YamlSequence(file, line, items);
        }

        private YamlMapping Mapping(int line, int depth)
        {
            parser.Consume<MappingStart>();
            var entries = new List<YamlEntry>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = Node(depth + 1);
                var value = Node(depth + 1);
                if (key is not YamlScalar { Text: var name })
                {
                    findings.Add(key, $"{char.ToUpperInvariant(key.Kind[0])}{key.Kind[1..]} stands where a key is expected.", "Write a word, then a colon.");
                }
                else if (entries.Find(entry => entry.Key == name) is { } first)
                {
                    findings.Add(key, $"“{name}” is written twice here; it stands on line {first.KeyLine} already.", "Keep one of the two.");
                }
                else
                {
                    entries.Add(new YamlEntry(name, key.Line, value));
                }
            }

            return new YamlMapping(file, line, entries);
        }

        private void RefuseTricks(ParsingEvent at, int line)
        {
            if (at is AnchorAlias alias)
            {
                throw Stop(line, $"“*{alias.Value}” repeats another part by reference.", "Write the part out, or put it into programmes/shared and name it under “use”.");
            }

            if (at is NodeEvent { Anchor.IsEmpty: false } anchored)
            {
                throw Stop(line, $"“&{anchored.Anchor.Value}” marks a part for repeating.", "Take the mark away; parts that several programmes share belong into programmes/shared.");
            }

            if (at is NodeEvent { Tag: { IsEmpty: false } tag } and not Scalar { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } && !tag.IsNonSpecific)
            {
                throw Stop(line, $"“{tag.Value}” gives the value a type of its own.", "Take it away; the type follows from the key.");
            }
        }

        private StopReadingException Stop(int line, string what, string mend)
        {
            findings.Add(file, line, what, mend);
            return new StopReadingException();
        }
    }

    /// <summary>The fault is noted; there is no sense in reading on.</summary>
    private sealed class StopReadingException : Exception;
}
