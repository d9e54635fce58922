using System.Globalization;
using System.Text;

namespace Sojourn.Clinic.People;

/// <summary>
/// Words as people search for them: lower case, without accents, apostrophes and punctuation, so that "nguyen" finds Nguyễn and "oneill" O'Neill.
/// What is kept and what is typed go through the same fold. A change here raises the version of the register projection.
/// </summary>
public static class Folding
{
    private const string Apostrophes = "'’ʼ`´";

    private static readonly Dictionary<char, string> Letters = new()
    {
        ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe", ['ø'] = "o", ['ł'] = "l", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ı'] = "i", ['ħ'] = "h",
    };

    public static IReadOnlyList<string> Words(string? text)
    {
        var folded = new StringBuilder();
        foreach (var c in (text ?? string.Empty).Normalize(NormalizationForm.FormD).Where(c => !Apostrophes.Contains(c, StringComparison.Ordinal)))
        {
            var lower = char.ToLowerInvariant(c);
            if (Letters.TryGetValue(lower, out var letters))
            {
                folded.Append(letters);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
            {
                folded.Append(char.IsLetterOrDigit(lower) || char.IsSurrogate(lower) ? lower : ' ');
            }
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Two people with the same key and birth date may be one: family name and the first given name, folded.</summary>
    public static string NameKey(string family, string given) => $"{string.Join(' ', Words(family))}|{(Words(given) is [var first, ..] ? first : null)}";

    /// <summary>A day as one word.</summary>
    public static string Word(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
