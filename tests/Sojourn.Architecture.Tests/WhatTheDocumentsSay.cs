using System.Text.RegularExpressions;

namespace Sojourn.Architecture.Tests;

/// <summary>Documents that other people rely on are held to what is there.</summary>
public sealed partial class WhatTheDocumentsSay
{
    [Fact]
    public void Decision_records_have_unique_numbers_and_their_sections_in_order()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/decisions"), "*.md").Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        Assert.Equal(files.Select(f => Path.GetFileName(f)[..4]).Distinct(StringComparer.Ordinal).Count(), files.Count);
        Assert.All(files, f => Assert.Equal(
            ["Status", "Context", "Decision", "Alternatives refused", "Consequences"],
            File.ReadLines(f).Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..])));
    }

    [Fact]
    public void Every_test_that_the_requirements_name_is_there()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        var named = TestName().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/requirements.md"))).Select(m => (Class: m.Groups["class"].Value, Method: m.Groups["method"].Value)).Distinct().ToList();
        Assert.True(named.Count > 10, "the requirements name hardly any test");
        Assert.DoesNotContain(named, n => !tests.Any(t => t.Contains($"class {n.Class}", StringComparison.Ordinal) && t.Contains($" {n.Method}(", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_readme_shows_the_one_command_and_pictures_that_are_there()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        Assert.Contains("./sojourn demo", readme, StringComparison.Ordinal);
        Assert.All(Picture().Matches(readme).Select(m => m.Groups["path"].Value), p => Assert.True(File.Exists(Path.Combine(Repository.Root, p)), p));
    }

    [GeneratedRegex(@"`(?<class>[A-Z]\w+)\.(?<method>[A-Z]\w*_\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"\((?<path>docs/pictures/[^)]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();
}
