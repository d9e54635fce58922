namespace Sojourn.Programmes.Yaml;

/// <summary>Finds what a mistyped word was meant to be.</summary>
internal static class Spelling
{
    /// <summary>The nearest known word within two slips (one for short words); null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > 60)
        {
            return null;
        }

        var allowed = word.Length < 5 ? 1 : 2;
        return known
            .Select(candidate => (candidate, slips: Slips(word.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.slips <= allowed)
            .OrderBy(pair => pair.slips)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>Letters to add, drop or change (Levenshtein).</summary>
    private static int Slips(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
