using System.Globalization;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Safety;
using Sojourn.Programmes.Reading;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Safety;

/// <summary>Reads <c>safety/concerns.yaml</c>: the clocks of safety concerns.</summary>
public static class SafetyRulesFile
{
    /// <summary>Longest time that a file may allow: 30 days, in minutes. A guard against mistyping.</summary>
    private const int MostMinutes = 30 * 24 * 60;

    private static readonly Lazy<SafetyRules> FromTheBox = new(() => Read(PathIn(ProgrammeFolders.Shipped)) is { Rules: { } rules } read
        ? rules
        : throw new InvalidOperationException($"The safety rules that came with the program cannot be read. {string.Join(' ', Read(PathIn(ProgrammeFolders.Shipped)).Faults)}"));

    /// <summary>The rules that came with the program.</summary>
    public static SafetyRules Shipped => FromTheBox.Value;

    public static string PathIn(string programmesFolder) => Path.Combine(programmesFolder, "safety", "concerns.yaml");

    /// <summary>Rules, or every fault; never rules with faults.</summary>
    public static (SafetyRules? Rules, IReadOnlyList<FileFault> Faults) Read(string path)
    {
        var findings = new Findings();
        if (YamlText.ReadFile(path, findings) is not { } document)
        {
            return (null, findings.Faults);
        }

        var top = new Fields(document, findings);
        top.Text("safety");
        top.Text("title");
        var rules = new SafetyRules(
            top.Text("author"),
            top.NeedBlock("same-day-at-least", least => new Sourced<int>(least.Whole("minutes", 1, 720), SourceOf(least)), new Sourced<int>(1, new Source(SourceStatus.Default, ""))),
            top.Blocks("clocks", ClockOf),
            top.Blocks("levels", level => new LevelAsks(level.Choice("level", Words<ConcernLevel>.All), level.Texts("asks-for"), SourceOf(level))));
        top.Done();
        NoGaps(rules, document, findings);
        return (findings.Faults.Count == 0 ? rules : null, findings.Faults);
    }

    private static ConcernClock ClockOf(Fields clock) => new(
        clock.Choice("where", Words<ConcernPlace>.All),
        clock.Choice("level", Words<ConcernLevel>.All),
        Allowed(clock, "acknowledge"),
        Allowed(clock, "act"),
        SourceOf(clock));

    /// <summary>"15 minutes", "24 hours", "7 days" or "same day".</summary>
    private static TimeAllowed Allowed(Fields clock, string key)
    {
        var text = clock.Text(key, 40);
        if (text == "same day")
        {
            return TimeAllowed.SameDay;
        }

        var words = text.Split(' ');
        var unit = words.Length == 2 ? words[1] switch { "minutes" => 1, "hours" => 60, "days" => 24 * 60, _ => 0 } : 0;
        if (unit > 0 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= MostMinutes / unit)
        {
            return new TimeAllowed(number * unit);
        }

        if (text.Length > 0)
        {
            clock.Findings.Add(clock.Here, $"“{key}” is “{text}”, which is not a time allowed.", "Write such as 15 minutes, 24 hours, 7 days (30 at most), or same day.");
        }

        return TimeAllowed.SameDay;
    }

    private static Source SourceOf(Fields fields) =>
        fields.Need("source") is { } node ? ProgrammeReader.SourceOf(node, fields.Findings) : new Source(SourceStatus.Default, "");

    private static void NoGaps(SafetyRules rules, YamlMapping document, Findings findings)
    {
        foreach (var level in Enum.GetValues<ConcernLevel>())
        {
            foreach (var where in Enum.GetValues<ConcernPlace>())
            {
                Once(rules.Clocks.Count(clock => clock.Where == where && clock.Level == level), "clocks", $"{Words<ConcernPlace>.Of(where)}, {Words<ConcernLevel>.Of(level)}");
            }

            Once(rules.Levels.Count(asked => asked.Level == level), "levels", Words<ConcernLevel>.Of(level));
        }

        void Once(int count, string key, string what)
        {
            if (count != 1)
            {
                findings.Add(document[key] ?? document, $"“{key}” has {count} lines for {what}.", "Write exactly one for each: every concern has a clock.");
            }
        }
    }
}
