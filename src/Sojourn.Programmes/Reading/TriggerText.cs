using System.Globalization;
using System.Text.RegularExpressions;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Reading;

/// <summary>
/// Reads conditions such as <c>systolic &gt;= 140 or (on-oxygen and not settled)</c>. Words: <c>and</c>, <c>or</c>, <c>not</c>, <c>is</c>,
/// brackets, and the comparisons. "and" binds closer than "or".
/// </summary>
internal sealed partial class TriggerText
{
    private const int MostDepth = 12;

    private readonly YamlScalar at;
    private readonly IReadOnlyDictionary<string, FactQuestion> facts;
    private readonly Findings findings;
    private readonly string[] words;
    private int next;

    private TriggerText(YamlScalar at, IReadOnlyDictionary<string, FactQuestion> facts, Findings findings)
    {
        this.at = at;
        this.facts = facts;
        this.findings = findings;
        words = [.. WordShape().Matches(at.Text).Select(match => match.Value)];
    }

    /// <summary>The condition, or null with its faults noted.</summary>
    public static Trigger? Read(YamlPart node, IReadOnlyDictionary<string, FactQuestion> facts, Findings findings)
    {
        if (node is not YamlScalar scalar)
        {
            findings.Add(node, $"A condition is expected here, not {node.Kind}.", "Write something like: systolic >= 140 or diastolic >= 90.");
            return null;
        }

        try
        {
            var reading = new TriggerText(scalar, facts, findings);
            var trigger = reading.Or(0);
            return reading.next == reading.words.Length
                ? trigger
                : throw reading.Wrong($"“{reading.words[reading.next]}” was not expected there.", "Join parts with “and” or “or”.");
        }
        catch (WrongWordException wrong)
        {
            findings.Add(scalar, $"The condition “{scalar.Text}” cannot be read: {wrong.Message}", wrong.Mend);
            return null;
        }
    }

    private string? Peek => next < words.Length ? words[next] : null;

    private Trigger Or(int depth)
    {
        if (depth > MostDepth)
        {
            throw Wrong("its brackets are too deep.", "Split it into two rules.");
        }

        var parts = new List<Trigger> { And(depth) };
        while (Take("or"))
        {
            parts.Add(And(depth));
        }

        return parts.Count == 1 ? parts[0] : new Trigger.AnyOf(parts);
    }

    private Trigger And(int depth)
    {
        var parts = new List<Trigger> { Not(depth) };
        while (Take("and"))
        {
            parts.Add(Not(depth));
        }

        return parts.Count == 1 ? parts[0] : new Trigger.AllOf(parts);
    }

    private Trigger Not(int depth) => Take("not") ? new Trigger.Not(Single(depth)) : Single(depth);

    private Trigger Single(int depth)
    {
        if (Take("("))
        {
            var inner = Or(depth + 1);
            return Take(")") ? inner : throw Wrong("a bracket is not closed.", "Add “)”.");
        }

        var fact = Fact();
        if (Take("is"))
        {
            return IsChoice(fact);
        }

        if (Peek is { } sign && Comparisons.TryGetValue(sign, out var comparison))
        {
            next++;
            return Compares(fact, comparison);
        }

        return fact.Kind == FactKind.YesNo
            ? new Trigger.Holds(fact.Id)
            : throw Wrong($"“{fact.Id}” is not a yes-or-no fact.", fact.Kind == FactKind.Number ? $"Compare it: {fact.Id} >= 1." : $"Write: {fact.Id} is {fact.Choices[0].Id}.");
    }

    private FactQuestion Fact()
    {
        var word = Peek ?? throw Wrong("it breaks off.", "Finish it, or take the last word away.");
        next++;
        if (facts.TryGetValue(word, out var fact))
        {
            return fact;
        }

        var near = Spelling.Nearest(word, facts.Keys);
        throw Wrong($"“{word}” is not a known fact.", near is null ? "Name it under “facts” first, or use one that is known." : $"Did you mean “{near}”?");
    }

    private Trigger.Is IsChoice(FactQuestion fact)
    {
        var word = Peek ?? throw Wrong("it breaks off after “is”.", "Write the choice.");
        next++;
        if (fact.Kind != FactKind.Choice)
        {
            throw Wrong($"“{fact.Id}” is not a choice.", fact.Kind == FactKind.YesNo ? $"Write “{fact.Id}” or “not {fact.Id}”." : "Compare it with a number.");
        }

        return fact.Choices.Any(choice => choice.Id == word)
            ? new Trigger.Is(fact.Id, word)
            : throw Wrong($"“{word}” is not a choice of “{fact.Id}”.", $"Write one of: {string.Join(", ", fact.Choices.Select(choice => choice.Id))}.");
    }

    private Trigger.Compares Compares(FactQuestion fact, Comparison comparison)
    {
        var word = Peek ?? throw Wrong("it breaks off after the comparison.", "Write the number.");
        next++;
        if (fact.Kind != FactKind.Number)
        {
            throw Wrong($"“{fact.Id}” is not a number.", "Compare numbers only.");
        }

        if (!decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            throw Wrong($"“{word}” is not a number.", "Write a number without a unit.");
        }

        if (fact.Plausible is { } plausible && !plausible.Contains(value))
        {
            throw Wrong(
                $"{word} is outside what “{fact.Id}” can be, {plausible.Least:0.##} to {plausible.Most:0.##}.",
                plausible.Contains(value / 10) ? "Is it ten times too much?" : "Check the number.");
        }

        return new Trigger.Compares(fact.Id, comparison, value);
    }

    private bool Take(string word)
    {
        if (Peek != word)
        {
            return false;
        }

        next++;
        return true;
    }

    private WrongWordException Wrong(string what, string mend) => new(what, mend);

    private static readonly Dictionary<string, Comparison> Comparisons = new(StringComparer.Ordinal)
    {
        ["<"] = Comparison.Less,
        ["<="] = Comparison.AtMost,
        ["="] = Comparison.Equal,
        [">="] = Comparison.AtLeast,
        [">"] = Comparison.More,
    };

    [GeneratedRegex(@"<=|>=|[<>=()]|[^\s<>=()]+", RegexOptions.None, 1000)]
    private static partial Regex WordShape();

    private sealed class WrongWordException(string what, string mend) : Exception(what)
    {
        public string Mend { get; } = mend;
    }
}
