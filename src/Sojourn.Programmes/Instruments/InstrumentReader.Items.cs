using Sojourn.Domain.Measures;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Instruments;

public static partial class InstrumentReader
{
    private sealed record AnswerList(string? Loinc, IReadOnlyList<AnswerOption> Options);

    private static List<InstrumentItem> Items(YamlMap top)
    {
        var lists = AnswerLists(top.OptionalMap("answers"));
        var written = top.Maps("items").Select(map => Item(map, lists)).ToList();
        var skeleton = Skeleton(top.Maps("skeleton"), top.OptionalText("id"));
        if (written.Count > 0 && skeleton.Count > 0)
        {
            top.Fault("skeleton", "A file has either \"items\" with their wording or a \"skeleton\" without, not both.");
        }
        else if (written.Count == 0 && skeleton.Count == 0)
        {
            top.Fault("\"items\" is missing: give the questions, or a \"skeleton\" where the wording may not be shipped.");
        }

        return written.Count > 0 ? written : skeleton;
    }

    private static Dictionary<string, AnswerList> AnswerLists(YamlMap? map)
    {
        var lists = new Dictionary<string, AnswerList>();
        foreach (var name in map?.Keys ?? [])
        {
            if (map!.OptionalMap(name) is { } list)
            {
                lists[name] = new(list.OptionalText("loinc"), [.. list.Maps("options").Select(Option)]);
                list.NothingElse();
            }
        }

        return lists;
    }

    private static AnswerOption Option(YamlMap map)
    {
        var option = new AnswerOption(map.Number("value"), map.Text("label"), map.OptionalText("loinc"));
        map.NothingElse();
        return option;
    }

    private static InstrumentItem Item(YamlMap map, Dictionary<string, AnswerList> lists)
    {
        var name = map.Text("answers");
        if (!lists.TryGetValue(name, out var list) || list.Options.Count == 0)
        {
            map.Fault("answers", $"There is no list of answers named \"{name}\"; write it under \"answers\" at the top of the file.");
            list = new(null, [new AnswerOption(0, string.Empty)]);
        }

        var item = new InstrumentItem
        {
            Id = map.Text("id"),
            Text = map.Text("text"),
            Stem = map.OptionalText("stem"),
            Recall = map.OptionalText("recall"),
            Loinc = map.OptionalText("loinc"),
            LoincAnswerList = list.Loinc,
            Scored = map.Flag("scored", otherwise: true),
            Required = map.Flag("required", otherwise: true),
            Reversed = map.Flag("reversed", otherwise: false),
            Least = list.Options.Min(option => option.Value),
            Most = list.Options.Max(option => option.Value),
            Options = list.Options,
            AskWhen = AskWhen(map.OptionalMap("ask-when")),
            SkipWhen = SkipWhen(map.OptionalMap("skip-when")),
            Gate = Gate(map.OptionalMap("gate")),
        };
        map.NothingElse();
        return item;
    }

    private static AskWhen? AskWhen(YamlMap? map)
    {
        var when = map is null ? null : new AskWhen(map.Texts("any-yes"), map.Texts("all-yes"));
        map?.NothingElse();
        return when;
    }

    private static SkipWhen? SkipWhen(YamlMap? map)
    {
        var when = map is null ? null : new SkipWhen(map.Text("item"), map.Number("value"), map.Number("treat-as"));
        map?.NothingElse();
        return when;
    }

    private static Gate? Gate(YamlMap? map)
    {
        var gate = map is null ? null : new Gate(map.Number("stop-when"), map.Number("score"));
        map?.NothingElse();
        return gate;
    }

    private static List<InstrumentItem> Skeleton(IReadOnlyList<YamlMap> runs, string? id)
    {
        var items = new List<InstrumentItem>();
        foreach (var run in runs)
        {
            var least = run.Number("least");
            var most = run.Number("most");
            var reversed = run.Numbers("reversed");
            var fractions = run.Flag("fractions", otherwise: false);
            var scored = run.Flag("scored", otherwise: true);
            for (var count = run.Whole("count", 1, 200); count > 0; count--)
            {
                var number = items.Count + 1;
                items.Add(new() { Id = $"{id}-{number}", Least = least, Most = most, Fractions = fractions, Scored = scored, Reversed = reversed.Contains(number) });
            }

            run.NothingElse();
        }

        return items;
    }
}
