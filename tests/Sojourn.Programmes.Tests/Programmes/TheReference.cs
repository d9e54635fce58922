using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Sojourn.Programmes.Reading;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Tests.Programmes;

/// <summary>The documents beside the files name what the files may hold.</summary>
public sealed class TheReference
{
    private static readonly string Root = RootOf();

    [Fact]
    public void Names_every_key_that_the_reader_knows()
    {
        var reference = File.ReadAllText(Path.Combine(Root, "docs/reference/programme-format.md"));
        var findings = new Findings();
        foreach (var file in Directory.EnumerateFiles(ProgrammeFolders.Shipped, "*.yaml"))
        {
            ProgrammeFiles.Read(file, instruments: null, findings);
        }

        Assert.True(findings.KeysAsked.Count > 120, "The reader was not listened to.");
        Assert.Empty(findings.KeysAsked.Where(key => !Regex.IsMatch(reference, $"`{key}(`|: )", RegexOptions.None, TimeSpan.FromSeconds(1))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_every_source_that_is_named_by_key()
    {
        var references = File.ReadAllText(Path.Combine(Root, "docs/references.md"));
        var listed = Regex.Matches(references, @"^\| (?<keys>[A-Z0-9, -]+) \|", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
            .SelectMany(row => row.Groups["keys"].Value.Split(',', StringSplitOptions.TrimEntries))
            .ToHashSet(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(Path.Combine(Root, "programmes"), "*.yaml", SearchOption.AllDirectories);
        var named = files
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"(?:source: ""?|[;:] )(?:found|seed) (?<where>[^""}\n]*)", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .SelectMany(source => Regex.Matches(source.Groups["where"].Value.Split(':', ';')[0], @"\b(?:S-)?[A-Z][A-Z0-9]+(?:-[A-Z]+)?\b", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(key => key.Value)
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(named.Count > 25, "The sources were not read.");
        Assert.Empty(named.Where(key => !listed.Contains(key)).Order(StringComparer.Ordinal));
    }

    private static string RootOf([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));
}
