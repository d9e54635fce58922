using System.Globalization;

namespace Sojourn.Domain.Programmes;

public enum FactKind
{
    YesNo,
    Number,
    Choice,
}

/// <summary>A fact that triggers speak of, and the question that gets it.</summary>
/// <param name="Id">Kebab-case: <c>days-since-cardiac-event</c>.</param>
/// <param name="Section">Heading on the assessment form: "Heart and vessels".</param>
/// <param name="Unit">For numbers; null otherwise.</param>
/// <param name="Plausible">For numbers: outside this is a slip of the pen, refused; null for any.</param>
/// <param name="Choices">For choices; empty otherwise.</param>
/// <param name="FromInstrument">Instrument whose last total answers it; null when a person answers.</param>
public sealed record FactQuestion(
    string Id,
    string Question,
    string Section,
    FactKind Kind,
    string? Unit,
    Bounds<decimal>? Plausible,
    IReadOnlyList<Named> Choices,
    string? FromInstrument = null);

/// <summary>What is known of a fact.</summary>
public abstract record FactValue
{
    private FactValue()
    {
    }

    public sealed record YesNo(bool Value) : FactValue;

    public sealed record Number(decimal Value) : FactValue;

    /// <summary>Id of the choice.</summary>
    public sealed record Choice(string Value) : FactValue;
}

public enum Truth
{
    No,
    Yes,

    /// <summary>A fact that decides it is not known.</summary>
    Unknown,
}

public enum Comparison
{
    Less,
    AtMost,
    Equal,
    AtLeast,
    More,
}

/// <summary>A condition over named facts, as a file writes it: <c>systolic &gt;= 140 or diastolic &gt;= 90</c>.</summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>A yes-or-no fact is yes.</summary>
    public sealed record Holds(string Fact) : Trigger;

    public sealed record Compares(string Fact, Comparison Comparison, decimal Value) : Trigger;

    /// <summary>A choice fact has this choice.</summary>
    public sealed record Is(string Fact, string Choice) : Trigger;

    public sealed record Not(Trigger Inner) : Trigger;

    public sealed record AllOf(IReadOnlyList<Trigger> Parts) : Trigger;

    public sealed record AnyOf(IReadOnlyList<Trigger> Parts) : Trigger;

    /// <summary>Unknown only where the answer hangs on a fact that is not known: one part that is true decides an "or" whatever else is missing.</summary>
    public Truth Over(IReadOnlyDictionary<string, FactValue> facts) => this switch
    {
        Holds holds => Known(facts, holds.Fact) is FactValue.YesNo yesNo ? Of(yesNo.Value) : Truth.Unknown,
        Compares compares => Known(facts, compares.Fact) is FactValue.Number number ? Of(Compare(number.Value, compares)) : Truth.Unknown,
        Is @is => Known(facts, @is.Fact) is FactValue.Choice choice ? Of(choice.Value == @is.Choice) : Truth.Unknown,
        Not not => not.Inner.Over(facts) switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => Truth.Unknown },
        AllOf all => Strongest(all.Parts, facts, Truth.No, Truth.Yes),
        AnyOf any => Strongest(any.Parts, facts, Truth.Yes, Truth.No),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Ids of all facts it speaks of, each once, in reading order.</summary>
    public IReadOnlyList<string> Facts() => [.. Named(this).Distinct()];

    /// <summary>Every comparison with a figure that it makes, those under "not" left out.</summary>
    public IEnumerable<Compares> Comparisons() => this switch
    {
        Compares compares => [compares],
        AllOf all => all.Parts.SelectMany(part => part.Comparisons()),
        AnyOf any => any.Parts.SelectMany(part => part.Comparisons()),
        _ => [],
    };

    /// <summary>As the file writes it.</summary>
    public string Words() => this switch
    {
        Holds holds => holds.Fact,
        Compares compares => $"{compares.Fact} {Sign(compares.Comparison)} {compares.Value.ToString(CultureInfo.InvariantCulture)}",
        Is @is => $"{@is.Fact} is {@is.Choice}",
        Not not => $"not ({not.Inner.Words()})",
        AllOf all => string.Join(" and ", all.Parts.Select(Wrapped)),
        AnyOf any => string.Join(" or ", any.Parts.Select(Wrapped)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Wrapped(Trigger part) => part is AllOf or AnyOf ? $"({part.Words()})" : part.Words();

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.Equal => "=",
        Comparison.AtLeast => ">=",
        _ => ">",
    };

    private static bool Compare(decimal value, Compares compares) => compares.Comparison switch
    {
        Comparison.Less => value < compares.Value,
        Comparison.AtMost => value <= compares.Value,
        Comparison.Equal => value == compares.Value,
        Comparison.AtLeast => value >= compares.Value,
        _ => value > compares.Value,
    };

    private static Truth Of(bool value) => value ? Truth.Yes : Truth.No;

    private static FactValue? Known(IReadOnlyDictionary<string, FactValue> facts, string fact) => facts.GetValueOrDefault(fact);

    private static Truth Strongest(IReadOnlyList<Trigger> parts, IReadOnlyDictionary<string, FactValue> facts, Truth decisive, Truth otherwise)
    {
        var answers = parts.Select(part => part.Over(facts)).ToList();
        return answers.Contains(decisive) ? decisive : answers.Contains(Truth.Unknown) ? Truth.Unknown : otherwise;
    }

    private static IEnumerable<string> Named(Trigger trigger) => trigger switch
    {
        Holds holds => [holds.Fact],
        Compares compares => [compares.Fact],
        Is @is => [@is.Fact],
        Not not => Named(not.Inner),
        AllOf all => all.Parts.SelectMany(Named),
        AnyOf any => any.Parts.SelectMany(Named),
        _ => [],
    };
}
