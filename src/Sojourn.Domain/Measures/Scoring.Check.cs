using System.Globalization;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Measures;

public static partial class Scoring
{
    /// <summary>What is wrong with one answer by itself; null when nothing is. A skip (null) is never wrong.</summary>
    public static Fault? CheckAnswer(Instrument instrument, string item, decimal? value) =>
        instrument.Item(item) is not { } asked ? new(item, $"{instrument.Title} has no question \"{item}\".")
        : value is not { } given || Takes(asked, given) ? null
        : new(item, $"Question {instrument.NumberOf(asked)} ({item}) takes {WhatItTakes(asked)}; {Text(given)} was given.");

    private static List<Fault> Check(Instrument instrument, IReadOnlyDictionary<string, decimal?> answers)
    {
        var faults = answers.Select(answer => CheckAnswer(instrument, answer.Key, answer.Value)).OfType<Fault>().ToList();
        return faults.Count > 0 ? faults : Contradictions(instrument, Sheet.GivenIn(answers));
    }

    private static List<Fault> Contradictions(Instrument instrument, Dictionary<string, decimal> given)
    {
        var faults = new List<Fault>();
        var stop = Sheet.StoppedBy(instrument, given);
        foreach (var item in instrument.Items.Where(item => item != stop && given.ContainsKey(item.Id)))
        {
            if (stop is not null && given[item.Id] > 0)
            {
                faults.Add(new(item.Id, $"Question {instrument.NumberOf(stop)} ({stop.Id}) ends the questionnaire at {Answer(stop, given[stop.Id])}, but question {instrument.NumberOf(item)} ({item.Id}) is answered {Answer(item, given[item.Id])}: correct one of them."));
            }

            if (item.SkipWhen is { } skip && given.TryGetValue(skip.Item, out var other) && other == skip.Value && given[item.Id] != skip.TreatAs)
            {
                var first = instrument.Item(skip.Item)!;
                faults.Add(new(item.Id, $"Question {instrument.NumberOf(first)} ({first.Id}) is answered {Answer(first, other)}, so question {instrument.NumberOf(item)} ({item.Id}) counts {Text(skip.TreatAs)} and cannot be {Answer(item, given[item.Id])}: correct one of them."));
            }
        }

        return faults;
    }

    private static bool Takes(InstrumentItem item, decimal value) =>
        item.Options.Count > 0
            ? item.Options.Any(option => option.Value == value)
            : value >= item.Least && value <= item.Most && (item.Fractions || value == decimal.Truncate(value));

    private static string WhatItTakes(InstrumentItem item) =>
        item.Options.Count is > 0 and <= 5
            ? Or([.. item.Options.Select(option => Text(option.Value))])
            : $"a {(item.Fractions ? "number" : "whole number")} from {Text(item.Least)} to {Text(item.Most)}";

    private static string Answer(InstrumentItem item, decimal value) =>
        item.Options.FirstOrDefault(option => option.Value == value) is { } option ? $"\"{option.Label}\"" : Text(value);

    private static string Or(string[] words) => words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";

    private static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
