using System.Globalization;
using System.Text;

namespace Sojourn.Domain.Kernel;

/// <summary>Names that a signature is compared with. All as the register has them.</summary>
/// <param name="Given">Given names; empty for people with one name.</param>
/// <param name="Preferred">What the person is called; null where nothing else was said.</param>
public sealed record SigningName(string Given, string Family, string? Preferred = null)
{
    /// <summary>"Ana Ruiz".</summary>
    public string Plain => $"{Given} {Family}".Trim();
}

/// <summary>
/// A name typed as a signature. Loose on purpose: case, accents, order, hyphens, initials and left-out names are no matter, for people write
/// their names as they please; another person's name is. What counts is that somebody meant to sign, not how they spell.
/// </summary>
public static class Signature
{
    /// <summary>
    /// True when the typed words include one of the family names and one of the given or preferred names (or its initial), and nothing that is
    /// neither. A person with one name signs with that one.
    /// </summary>
    public static bool Matches(string? typed, SigningName name)
    {
        var words = Words(typed);
        var families = Words(name.Family);
        var givens = Words($"{name.Given} {name.Preferred}");
        if (words.Count == 0 || families.Count + givens.Count == 0)
        {
            return false;
        }

        return words.All(word => families.Contains(word) || IsGiven(word, givens))
            && (families.Count == 0 || words.Any(families.Contains))
            && (givens.Count == 0 || words.Any(word => IsGiven(word, givens)));
    }

    private static bool IsGiven(string word, List<string> givens) => givens.Any(given => given == word || (word.Length == 1 && given.StartsWith(word, StringComparison.Ordinal)));

    private static List<string> Words(string? text)
    {
        var plain = new StringBuilder();
        foreach (var letter in (text ?? "").Normalize(NormalizationForm.FormD))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.NonSpacingMark:
                    break;
                case UnicodeCategory.ModifierLetter or UnicodeCategory.OtherPunctuation when letter is '\'' or '’' or 'ʼ':
                case UnicodeCategory.FinalQuotePunctuation:
                    break;
                default:
                    plain.Append(char.IsLetter(letter) ? Folded(letter) : " ");
                    break;
            }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>Letters that Unicode does not take apart, as people type them on another keyboard.</summary>
    private static string Folded(char letter) => char.ToLowerInvariant(letter) switch
    {
        'ø' => "o",
        'ł' => "l",
        'đ' or 'ð' => "d",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ı' => "i",
        var other => other.ToString(),
    };
}
