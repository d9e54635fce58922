using Sojourn.Domain.Measures;

namespace Sojourn.Domain.Tests.Measures;

/// <summary>Small instruments made for the tests; the real ones are files.</summary>
internal static class Invented
{
    /// <summary>Four questions from 0 to 3; one may be missing; a yes to the last is a safety flag; 6 or more wants a review.</summary>
    public static Instrument Mood { get; } = Of("mood", ScoringMethod.Sum, 4, 0, 3) with
    {
        Scoring = new() { Method = ScoringMethod.Sum, Range = new(0, 12), Missing = new(1, Prorates: true) },
        Bands = [new(0, 5, "Low"), new(6, 12, "High")],
        Flags =
        [
            new("worry", FlagLevel.Safety, ConcernLevel.Moderate, "Something worrying.", "Ask.", "default", new FlagTest.ItemAtLeast("mood-4", 1)),
            new("much", FlagLevel.Review, null, "6 or more.", null, "default", new FlagTest.TotalAtLeast(6)),
        ],
    };

    /// <summary>Three yes-or-no questions; the first is moderate, the second high, the third asked only after the second.</summary>
    public static Instrument Risk { get; } = Of("risk", ScoringMethod.Triage, 3, 0, 1) with
    {
        Items =
        [
            Item("risk-1", 0, 1),
            Item("risk-2", 0, 1),
            Item("risk-3", 0, 1) with { AskWhen = new([], ["risk-2"]) },
        ],
        Scoring = new() { Method = ScoringMethod.Triage, Levels = [new("high", ["risk-3"], []), new("moderate", ["risk-1", "risk-2"], []), new("none", [], [])] },
        Flags =
        [
            new("high", FlagLevel.Safety, ConcernLevel.High, "High.", "Stay.", "default", new FlagTest.LevelIs("high")),
            new("moderate", FlagLevel.Safety, ConcernLevel.Moderate, "Moderate.", "Review.", "default", new FlagTest.LevelIs("moderate")),
            new("unanswered", FlagLevel.Safety, ConcernLevel.Low, "Not answered.", "Ask.", "default", new FlagTest.AnyUnanswered()),
        ],
    };

    /// <summary>A skeleton of two items from 0 to 4.</summary>
    public static Instrument Licensed { get; } = Of("licensed", ScoringMethod.Sum, 2, 0, 4) with
    {
        Items = [new() { Id = "licensed-1", Least = 0, Most = 4 }, new() { Id = "licensed-2", Least = 0, Most = 4 }],
        Scoring = new() { Method = ScoringMethod.Sum, Range = new(0, 8) },
        Bands = [new(0, 3, "Below"), new(4, 8, "Above")],
        Flags = [new("cut-point", FlagLevel.Review, null, "4 or more.", null, "default", new FlagTest.TotalAtLeast(4))],
        Licence = new("permission-required", ShipFullText: false, null, "somebody", null, null),
    };

    public static IReadOnlyDictionary<string, decimal?> Answers(Instrument instrument, params decimal?[] values) =>
        values.Select((value, index) => (instrument.Items[index].Id, value)).ToDictionary(answer => answer.Id, answer => answer.value);

    private static Instrument Of(string id, ScoringMethod method, int items, decimal least, decimal most) => new()
    {
        Id = id,
        Version = 1,
        Hash = new('a', 64),
        Title = id,
        Construct = "a test",
        Respondent = Respondent.Patient,
        Items = [.. Enumerable.Range(1, items).Select(number => Item($"{id}-{number}", least, most))],
        Scoring = new() { Method = method },
        Source = "default",
        Licence = new("project-authored", ShipFullText: true, "CC0", null, null, null),
    };

    private static InstrumentItem Item(string id, decimal least, decimal most) => new()
    {
        Id = id,
        Text = $"Question {id}",
        Least = least,
        Most = most,
        Options = [.. Enumerable.Range((int)least, (int)(most - least) + 1).Select(value => new AnswerOption(value, $"{value}"))],
    };
}
