using Sojourn.Domain.Measures;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Instruments;

public static partial class InstrumentReader
{
    private sealed record AnswerList(string? Loinc, IReadOnlyList<AnswerOption> Options);

    private static List<InstrumentItem> Items(Fields top)
    {
        var lists = top.Block("answers", AnswerLists) ?? [];
        var written = top.Blocks("items", map => Item(map, lists)).ToList();
        var runs = top.Blocks("skeleton", Run);
        if (written.Count > 0 && runs.Count > 0)
        {
            top.Findings.Add(top.Find("skeleton")!, "“items” and “skeleton” stand side by side.", "Keep “items” where the wording may be shipped, “skeleton” where it may not.");
        }
        else if (written.Count == 0 && runs.Count == 0)
        {
            top.Findings.Add(top.Here, "The questions are missing.", "Write “items: …”, or “skeleton: …” where the wording may not be shipped.");
        }

        return written.Count > 0 ? written : Skeleton(runs, top.TextOrNull("id"));
    }

    private static Dictionary<string, AnswerList> AnswerLists(Fields map) =>
        map.Here.Entries.Select(entry => entry.Key).ToDictionary(name => name, name => map.NeedBlock(name, AnswerListOf, new AnswerList(null, [])));

    private static AnswerList AnswerListOf(Fields map) => new(map.TextOrNull("loinc"), map.Blocks("options", Option));

    private static AnswerOption Option(Fields map) => new(map.Number("value", -1000, 1000), map.Text("label"), map.TextOrNull("loinc"));

    private static InstrumentItem Item(Fields map, Dictionary<string, AnswerList> lists)
    {
        var name = map.Text("answers");
        if (!lists.TryGetValue(name, out var list) || list.Options.Count == 0)
        {
            map.Findings.Add(map.Find("answers") ?? map.Here, $"There is no list of answers named “{name}”.", "Write it below “answers” at the top of the file.");
            list = new(null, [new AnswerOption(0, string.Empty)]);
        }

        return new InstrumentItem
        {
            Id = map.Text("id"),
            Text = map.Text("text"),
            Stem = map.TextOrNull("stem"),
            Recall = map.TextOrNull("recall"),
            Loinc = map.TextOrNull("loinc"),
            LoincAnswerList = list.Loinc,
            Scored = map.YesNo("scored", otherwise: true),
            Required = map.YesNo("required", otherwise: true),
            Reversed = map.YesNo("reversed", otherwise: false),
            Least = list.Options.Min(option => option.Value),
            Most = list.Options.Max(option => option.Value),
            Options = list.Options,
            AskWhen = map.Block("ask-when", AskWhen),
            SkipWhen = map.Block("skip-when", SkipWhen),
            Gate = map.Block("gate", Gate),
        };
    }

    private static AskWhen AskWhen(Fields map) => new(map.Texts("any-yes"), map.Texts("all-yes"));

    private static SkipWhen SkipWhen(Fields map) => new(map.Text("item"), map.Number("value", -1000, 1000), map.Number("treat-as", -1000, 1000));

    private static Gate Gate(Fields map) => new(map.Number("stop-when", -1000, 1000), map.Number("score", -1000, 1000));

    private sealed record ItemRun(int Count, decimal Least, decimal Most, IReadOnlyList<int> Reversed, bool Fractions);

    private static ItemRun Run(Fields map) => new(
        map.Whole("count", 1, 200),
        map.Number("least", -1000, 1000),
        map.Number("most", -1000, 1000),
        map.Wholes("reversed", 1, 200),
        map.YesNo("fractions", otherwise: false));

    private static List<InstrumentItem> Skeleton(IReadOnlyList<ItemRun> runs, string? id) =>
    [
        .. runs.SelectMany(run => Enumerable.Repeat(run, run.Count)).Select((run, index) => new InstrumentItem
        {
            Id = $"{id}-{index + 1}",
            Least = run.Least,
            Most = run.Most,
            Fractions = run.Fractions,
            Reversed = run.Reversed.Contains(index + 1),
        }),
    ];
}
