namespace Sojourn.Domain.Measures;

/// <summary>One question of an instrument.</summary>
public sealed record InstrumentItem
{
    /// <summary>Stable name inside the instrument: <c>phq9-9</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Exact wording; null in a skeleton.</summary>
    public string? Text { get; init; }

    /// <summary>Words that lead into several items; null when there are none.</summary>
    public string? Stem { get; init; }

    /// <summary>The time asked about where it differs from the instrument's.</summary>
    public string? Recall { get; init; }

    public string? Loinc { get; init; }

    public string? LoincAnswerList { get; init; }

    /// <summary>False for a question that is asked but takes no part in the score.</summary>
    public bool Scored { get; init; } = true;

    /// <summary>False for a question that may be left out without being called missing.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Lowest answer; it belongs to the range.</summary>
    public required decimal Least { get; init; }

    /// <summary>Highest answer; it belongs to the range.</summary>
    public required decimal Most { get; init; }

    /// <summary>True where an answer need not be a whole number (a visual-analogue rating).</summary>
    public bool Fractions { get; init; }

    /// <summary>True when the score counts <c>Least + Most - answer</c>.</summary>
    public bool Reversed { get; init; }

    /// <summary>The answers to choose from, with their exact wording; empty when any number in the range will do.</summary>
    public IReadOnlyList<AnswerOption> Options { get; init; } = [];

    /// <summary>Asked only then; null means always.</summary>
    public AskWhen? AskWhen { get; init; }

    /// <summary>Left out, and counted as a fixed value, when another item has a given answer.</summary>
    public SkipWhen? SkipWhen { get; init; }

    /// <summary>Ends the questionnaire at a given answer.</summary>
    public Gate? Gate { get; init; }
}

/// <summary>One answer to choose.</summary>
/// <param name="Value">The scored number.</param>
/// <param name="Label">Exact wording.</param>
/// <param name="Loinc">LOINC answer code; null when there is none.</param>
public sealed record AnswerOption(decimal Value, string Label, string? Loinc = null);

/// <summary>The item is asked when any of <paramref name="AnyYes"/> is yes and all of <paramref name="AllYes"/> are. Yes is 1 or more.</summary>
public sealed record AskWhen(IReadOnlyList<string> AnyYes, IReadOnlyList<string> AllYes)
{
    /// <summary>True once the answers given rule the item out; an unanswered question rules nothing out.</summary>
    public bool RulesOut(IReadOnlyDictionary<string, decimal> answers) =>
        AllYes.Any(id => answers.TryGetValue(id, out var value) && value < 1)
        || (AnyYes.Count > 0 && AnyYes.All(id => answers.TryGetValue(id, out var value) && value < 1));
}

/// <summary>When <paramref name="Item"/> was answered <paramref name="Value"/>, the item is not asked and counts <paramref name="TreatAs"/>.</summary>
public sealed record SkipWhen(string Item, decimal Value, decimal TreatAs);

/// <summary>At the answer <paramref name="StopWhenValue"/> nothing more is asked and the total is <paramref name="ScoreWhenStopped"/>.</summary>
public sealed record Gate(decimal StopWhenValue, decimal ScoreWhenStopped);
