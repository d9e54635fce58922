namespace Sojourn.Web.Programmes;

/// <summary>What the parts of a programme's text are called on the form, for those who never see the file.</summary>
internal static class DraftWords
{
    /// <summary>The form that a draft opens with.</summary>
    internal const string First = "title";

    private static readonly Dictionary<string, string> Parts = new(StringComparer.Ordinal)
    {
        ["id"] = "Short name",
        ["summary"] = "What it is",
        ["track"] = "What it treats",
        ["authorship"] = "Who wrote and signed it",
        ["use"] = "Shared parts",
        ["routes"] = "Ways of giving",
        ["therapy-gap"] = "Therapy beside medicine",
        ["integration"] = "Integration after medicine",
        ["rest"] = "Time to rest",
        ["agreements"] = "Who must agree",
        ["adjuncts"] = "Other treatments",
        ["rescue"] = "Medicine at home",
        ["facts"] = "Questions of the assessment",
        ["eligibility"] = "Who may take it",
        ["medicines"] = "Medicines that matter",
        ["measures"] = "Questionnaires",
        ["booster-signals"] = "Signs of wearing off",
        ["unanswered"] = "Open questions",
    };

    internal static string Part(string key) => Parts.TryGetValue(key, out var words) ? words : Capital(key.Replace('-', ' '));

    internal static string Label(string keys) => Capital(keys);

    internal static string Choice(string word) => Capital(word.Replace('-', ' '));

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
