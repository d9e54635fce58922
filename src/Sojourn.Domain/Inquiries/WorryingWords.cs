namespace Sojourn.Domain.Inquiries;

/// <summary>
/// Phrases that ask for crisis help to be shown at once and for a named person to look. A prompt to a human being, never a judgement;
/// what it misses a reader must still catch. Source: clinic default, to be reviewed by the therapy lead.
/// </summary>
public static class WorryingWords
{
    public static IReadOnlyList<string> Phrases { get; } =
    [
        "want to die", "wanna die", "wanting to die", "wish i was dead", "wish i were dead", "better off dead", "kill myself", "killing myself", "end my life", "ending my life",
        "end it all", "suicide", "suicidal", "hurt myself", "harm myself", "self harm", "self-harm", "no reason to live", "can't go on", "cannot go on", "cant go on", "overdose",
    ];

    /// <summary>The phrases found, whatever the case, apostrophe or spacing; empty when there are none.</summary>
    public static IReadOnlyList<string> In(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        var plain = string.Join(' ', text.Replace('’', '\'').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return [.. Phrases.Where(p => plain.Contains(p, StringComparison.OrdinalIgnoreCase))];
    }
}
