using System.Globalization;
using System.Text;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Courses;

/// <summary>Finds a programme's conditions from a person's own words. It offers; a person chooses.</summary>
public static class ConditionSearch
{
    /// <summary>Where the words are the condition's own name.</summary>
    public const int Same = 1000;

    /// <summary>Where one stands inside the other.</summary>
    public const int Inside = 500;

    /// <summary>Where every word of a name was said, in whatever order.</summary>
    public const int EveryWord = 100;

    /// <summary>Best first: the same words, then one inside the other, then those that share the most words; none that is less than half as like as the best. Empty when nothing is alike.</summary>
    public static IReadOnlyList<TreatedCondition> Offer(IEnumerable<TreatedCondition> conditions, string? words)
    {
        var alike = conditions.Select(condition => (condition, Likeness: Likeness(condition, words))).Where(c => c.Likeness > 0).OrderByDescending(c => c.Likeness).ToList();
        return [.. alike.Where(c => c.Likeness * 2 >= alike[0].Likeness).Select(c => c.condition)];
    }

    /// <summary>How like the best name of a condition is; 0 when nothing is alike.</summary>
    public static int Likeness(TreatedCondition condition, string? words) =>
        Plain(words) is { Length: > 0 } said ? condition.Synonyms.Append(condition.Term).Max(name => Likeness(Plain(name), said)) : 0;

    private static int Likeness(string name, string said)
    {
        if (name == said)
        {
            return Same;
        }

        if ($" {said} ".Contains($" {name} ", StringComparison.Ordinal) || $" {name} ".Contains($" {said} ", StringComparison.Ordinal))
        {
            return Inside;
        }

        var names = name.Split(' ');
        var shared = said.Split(' ').Where(word => word.Length > 3).Distinct().Count(word => names.Any(n => Alike(n, word)));
        // Of two names that were said whole, the longer one says more.
        return (shared * EveryWord / names.Length) + Math.Max(0, shared - 1);
    }

    /// <summary>The same word, or one slip of the finger in a word of five letters or more.</summary>
    private static bool Alike(string name, string word) => name == word || (Math.Min(name.Length, word.Length) >= 5 && OneSlipApart(name, word));

    private static bool OneSlipApart(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var same = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var restOne = one[same..];
        var restOther = other[same..];
        return restOne.Length > restOther.Length ? restOne[1..] == restOther
            : restOne.Length < restOther.Length ? restOne == restOther[1..]
            : restOne.Length == 0 || restOne[1..] == restOther[1..] || (restOne.Length >= 2 && restOne[0] == restOther[1] && restOne[1] == restOther[0] && restOne[2..] == restOther[2..]);
    }

    /// <summary>Lower-case words without marks, accents or signs.</summary>
    private static string Plain(string? words)
    {
        var letters = new StringBuilder();
        foreach (var letter in (words ?? "").Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                letters.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(' ');
            }
        }

        return string.Join(' ', letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
