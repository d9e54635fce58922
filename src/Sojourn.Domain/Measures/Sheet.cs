namespace Sojourn.Domain.Measures;

/// <summary>Checked answers laid beside the instrument: what was given, what counts, what is missing.</summary>
/// <param name="Given">The answers as given.</param>
/// <param name="Counted">What each item counts, after reversal and after items that are left out by rule.</param>
/// <param name="Missing">Items that should have been answered and were not, in order.</param>
/// <param name="Stop">The item that ended the questionnaire; null when none did.</param>
internal sealed record Sheet(
    Instrument Instrument,
    IReadOnlyDictionary<string, decimal> Given,
    IReadOnlyDictionary<string, decimal> Counted,
    IReadOnlyList<InstrumentItem> Missing,
    InstrumentItem? Stop)
{
    public ScoringRule Rule => Instrument.Scoring;

    public static Sheet Of(Instrument instrument, IReadOnlyDictionary<string, decimal?> answers)
    {
        var given = GivenIn(answers);
        var stop = StoppedBy(instrument, given);
        var counted = new Dictionary<string, decimal>();
        var missing = new List<InstrumentItem>();
        foreach (var item in instrument.Items)
        {
            if (given.TryGetValue(item.Id, out var value))
            {
                counted[item.Id] = item.Reversed ? item.Least + item.Most - value : value;
            }
            else if (item.SkipWhen is { } skip && given.TryGetValue(skip.Item, out var other) && other == skip.Value)
            {
                counted[item.Id] = skip.TreatAs;
            }
            else if (item.Required && stop is null && !IsLeftOut(item, given))
            {
                missing.Add(item);
            }
        }

        return new(instrument, given, counted, missing, stop);
    }

    public static Dictionary<string, decimal> GivenIn(IReadOnlyDictionary<string, decimal?> answers) =>
        answers.Where(answer => answer.Value is not null).ToDictionary(answer => answer.Key, answer => answer.Value!.Value);

    public static InstrumentItem? StoppedBy(Instrument instrument, IReadOnlyDictionary<string, decimal> given) =>
        instrument.Items.FirstOrDefault(item => item.Gate is { } gate && given.TryGetValue(item.Id, out var value) && value == gate.StopWhenValue);

    /// <summary>True when the answers given mean that nobody asks this item.</summary>
    public static bool IsLeftOut(InstrumentItem item, IReadOnlyDictionary<string, decimal> given) =>
        (item.AskWhen?.RulesOut(given) ?? false) || (item.SkipWhen is { } skip && given.TryGetValue(skip.Item, out var other) && other == skip.Value);

    /// <summary>"Question 3 is" or "Questions 3, 5 and 7 are".</summary>
    public string Numbers(IReadOnlyList<InstrumentItem> items)
    {
        var numbers = items.Select(item => Instrument.NumberOf(item).ToString(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return numbers.Length == 1 ? $"Question {numbers[0]} is" : $"Questions {string.Join(", ", numbers[..^1])} and {numbers[^1]} are";
    }
}
