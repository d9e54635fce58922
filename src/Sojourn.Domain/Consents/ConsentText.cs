using System.Text.RegularExpressions;

namespace Sojourn.Domain.Consents;

/// <summary>A part of a consent text that is read and ticked by itself.</summary>
/// <param name="Heading">Null for what stands before the first heading.</param>
/// <param name="Markdown">The words below the heading.</param>
public sealed record ConsentSection(string? Heading, string Markdown);

/// <summary>What is asked of every consent text, whatever programme it is for.</summary>
public static partial class ConsentText
{
    /// <summary>The sections in reading order: one for each second-level heading, and one for what stands before the first if it says more than a title.</summary>
    public static IReadOnlyList<ConsentSection> Sections(string text)
    {
        var sections = new List<ConsentSection>();
        string? heading = null;
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Close();
                heading = line[3..].Trim();
            }
            else if (heading is not null || !line.StartsWith("# ", StringComparison.Ordinal))
            {
                lines.Add(line);
            }
        }

        Close();
        return sections;

        void Close()
        {
            var words = string.Join('\n', lines).Trim();
            lines.Clear();
            if (heading is not null || words.Length > 0)
            {
                sections.Add(new ConsentSection(heading, words));
            }
        }
    }

    /// <summary>True when the text says that the treatment is not a cure. Without this sentence nothing can be signed.</summary>
    public static bool SaysNotACure(string text) => NotACure().IsMatch(Emphasis().Replace(text, ""));

    /// <summary>True when the text was signed early enough before the first dose for the person to think about it.</summary>
    /// <param name="hours">As <see cref="Programmes.ConsentDocument.HoursBeforeFirstDose"/>; exactly so many hours is early enough.</param>
    public static bool GivenInTime(DateTimeOffset givenAt, DateTimeOffset firstDoseAt, int hours) => firstDoseAt - givenAt >= TimeSpan.FromHours(hours);

    [GeneratedRegex(@"\bnot\s+a\s+cure\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotACure();

    [GeneratedRegex("[*_]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Emphasis();
}
