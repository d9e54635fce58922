namespace Sojourn.Domain.Programmes;

/// <summary>What a finding means for treatment, strongest last; the strongest of all findings wins.</summary>
public enum Verdict
{
    /// <summary>Record only.</summary>
    Allow,

    /// <summary>The prescriber decides and writes a note.</summary>
    Review,

    /// <summary>Not now; look again when it resolves, at a date.</summary>
    Defer,

    /// <summary>Do not treat while true.</summary>
    Exclude,
}

/// <summary>One eligibility rule.</summary>
/// <param name="Id">As in the reference: <c>E01</c>, <c>E11-recent</c>.</param>
/// <param name="Ask">What has to be found out, for the person who assesses.</param>
/// <param name="When">Over facts of <see cref="Programme.Facts"/>.</param>
/// <param name="DeferDays">For a deferral: look again after so many days; null when it is until resolved. 1 to 730.</param>
/// <param name="Action">What else has to happen: a letter, a test, a lower start; null for nothing.</param>
/// <param name="BlocksUnanswered">True: while a fact it hangs on is unknown, the assessment is incomplete, never suitable.</param>
/// <param name="NoTakeHome">True: when it fires, no medicine is taken home.</param>
/// <param name="NoGroup">True: when it fires, sessions are one to one.</param>
public sealed record EligibilityRule(
    string Id,
    string Title,
    string Ask,
    Trigger When,
    Verdict Verdict,
    int? DeferDays,
    string? Action,
    bool BlocksUnanswered,
    bool NoTakeHome,
    bool NoGroup,
    Source Source);

/// <summary>What a class of medicines means for treatment.</summary>
/// <param name="Names">Lower-case names and brand names looked for as whole words in a medicine as entered.</param>
/// <param name="Effect">What the combination does, in plain words.</param>
/// <param name="Routes">Routes it matters for; empty for all.</param>
/// <param name="DeferDays">For a deferral: days without it; null otherwise.</param>
public sealed record MedicineRule(
    string Id,
    string Class,
    IReadOnlyList<string> Names,
    string Effect,
    Verdict Verdict,
    string? Action,
    IReadOnlyList<DoseRoute> Routes,
    int? DeferDays,
    Source Source)
{
    /// <summary>True when one of the names is in the text as a whole word, whatever the case: "Lorazepam 1 mg at night".</summary>
    public bool Matches(string medicine)
    {
        ArgumentNullException.ThrowIfNull(medicine);
        return Names.Any(name => HasWord(medicine, name));
    }

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + word.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>How long a finding may be relied on.</summary>
/// <param name="Id"><c>medical-clearance</c>, <c>ecg</c>, <c>liver-tests</c>, <c>screening-blood-pressure</c>, <c>urine-drug-screen</c>, <c>pregnancy-test</c>.</param>
/// <param name="Days">Valid for so many days, the day itself not counted.</param>
public sealed record ValidityPeriod(string Id, string Title, int Days, Source Source);

/// <summary>A consent text that must be signed before medicine.</summary>
/// <param name="Version">Counts up from 1; a new version asks for a new signature.</param>
/// <param name="File">Path below the programmes folder: <c>consents/rise.md</c>.</param>
/// <param name="Text">The markdown itself.</param>
/// <param name="SignAgainPerCourse">True: every new course needs a new signature.</param>
/// <param name="HoursBeforeFirstDose">The text must be given at least so many hours before the first dose.</param>
public sealed record ConsentDocument(string Id, string Title, int Version, string File, string Text, bool SignAgainPerCourse, int HoursBeforeFirstDose, Source Source);
