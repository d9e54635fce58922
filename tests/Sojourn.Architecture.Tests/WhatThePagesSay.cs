using System.Text.RegularExpressions;

namespace Sojourn.Architecture.Tests;

/// <summary>What a person reads on a page is words, never the language that the page is written in.</summary>
public sealed partial class WhatThePagesSay
{
    [Fact]
    public void No_condition_stands_against_a_word_where_it_would_be_shown_as_text() =>
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Glued().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));

    /// <summary>Razor takes <c>word@if</c> for an address of e-mail; after an expression such as <c>@name</c> it does not.</summary>
    [GeneratedRegex(@"(?<![\w.@])\w+@(if|foreach|for|switch)\s*\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Glued();
}
