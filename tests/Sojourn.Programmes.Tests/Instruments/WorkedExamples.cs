using Sojourn.Domain.Measures;
using Sojourn.Programmes.Instruments;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Tests.Instruments;

/// <summary>One case of <c>instruments/examples</c>: answers, and what they come to.</summary>
internal sealed record WorkedExample(
    string Title,
    string Answers,
    IReadOnlyList<string> Refused,
    decimal? Total,
    string? Band,
    bool Prorated,
    IReadOnlyList<string> Flags,
    IReadOnlyList<string> Missing,
    IReadOnlyDictionary<string, decimal> Parts)
{
    public static IReadOnlyList<WorkedExample> Of(string instrument)
    {
        var findings = new Findings();
        var file = new Fields(YamlText.ReadFile(Path.Combine(Shipped.Folder, "examples", $"{instrument}.yaml"), findings)!, findings);
        Assert.Equal(instrument, file.Text("instrument"));
        var examples = file.Blocks("examples", One);
        file.Done();
        Assert.Empty(findings.Faults);
        return examples;
    }

    private static WorkedExample One(Fields fields) => new(
        fields.Text("title"),
        fields.Text("answers"),
        fields.Texts("refused"),
        fields.NumberOrNull("total", 0, 1000),
        fields.TextOrNull("band"),
        fields.YesNo("prorated", otherwise: false),
        fields.Texts("flags"),
        fields.Texts("missing"),
        fields.Block("parts", parts => parts.Here.Entries.ToDictionary(part => part.Key, part => parts.Number(part.Key, 0, 1000))) ?? []);
}

public sealed class WorkedExamples
{
    public static TheoryData<string> Instruments => [.. Shipped.Library.All.Select(instrument => instrument.Id)];

    [Theory]
    [MemberData(nameof(Instruments))]
    public void Every_worked_example_comes_out(string id)
    {
        var instrument = Shipped.Library.Find(id)!;
        var examples = WorkedExample.Of(id);
        Assert.NotEmpty(examples);
        foreach (var example in examples)
        {
            var answers = AnswerLine.Parse(instrument, example.Answers);
            Assert.True(answers.IsGood, $"{example.Title}: {string.Join(' ', answers.Faults.Select(fault => fault.Sentence))}");
            var score = Scoring.Score(instrument, answers.Value!);
            Assert.Equal((example.Title, string.Join(' ', example.Refused)), (example.Title, string.Join(' ', score.Faults.Select(fault => fault.Where))));
            if (score.Value is { } value)
            {
                Assert.Equal(Told(example), Told(example.Title, value));
                Assert.Equal(value.Total is null, value.WhyNoTotal is not null);
                Assert.Equal(value.Prorated, value.WhyProrated is not null);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Instruments))]
    public void Every_band_and_every_flag_has_a_worked_example(string id)
    {
        var instrument = Shipped.Library.Find(id)!;
        var examples = WorkedExample.Of(id);
        Assert.Empty(instrument.Bands.Select(band => band.Label).Concat(instrument.Scoring.Levels.Select(level => level.Level)).Except(examples.Select(example => example.Band)));
        Assert.Empty(instrument.Flags.Select(flag => flag.Id).Except(examples.SelectMany(example => example.Flags)));
    }

    private static string Told(WorkedExample example) =>
        Told(example.Title, example.Total, example.Band, example.Prorated, example.Flags, example.Missing, example.Parts);

    private static string Told(string title, Score score) =>
        Told(title, score.Total, score.Band, score.Prorated, score.Flags.Select(flag => flag.Id), score.Missing, score.Parts.Where(part => part.Value is not null).ToDictionary(part => part.Id, part => part.Value!.Value));

    private static string Told(string title, decimal? total, string? band, bool prorated, IEnumerable<string> flags, IEnumerable<string> missing, IReadOnlyDictionary<string, decimal> parts) =>
        $"{title}: total {total:0.####}, band {band}, prorated {prorated}, flags [{string.Join(' ', flags)}], missing [{string.Join(' ', missing)}], parts [{string.Join(' ', parts.OrderBy(part => part.Key).Select(part => $"{part.Key} {part.Value:0.####}"))}]";
}
