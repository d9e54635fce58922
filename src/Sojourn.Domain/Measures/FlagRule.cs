namespace Sojourn.Domain.Measures;

/// <summary>Something in the answers that somebody must know.</summary>
/// <param name="Id">Stable name inside the instrument: <c>suicide-item</c>.</param>
/// <param name="Level">How much it asks of the clinic.</param>
/// <param name="Concern">For <see cref="FlagLevel.Safety"/>: how grave; null otherwise.</param>
/// <param name="Words">What was found, in one plain sentence.</param>
/// <param name="Action">What the clinic does about it; null when nothing is laid down.</param>
/// <param name="Source">Where the rule comes from.</param>
/// <param name="Test">When it is raised.</param>
public sealed record FlagRule(string Id, FlagLevel Level, ConcernLevel? Concern, string Words, string? Action, string? Source, FlagTest Test);

public enum FlagLevel
{
    /// <summary>Shown with the score.</summary>
    Note,

    /// <summary>A clinician reads it before the next decision.</summary>
    Review,

    /// <summary>Opens a safety case with an owner and a clock.</summary>
    Safety,
}

/// <summary>How grave a safety concern is; the actions for each are in the clinic's safety rules.</summary>
public enum ConcernLevel
{
    Low,
    Moderate,
    High,
}

/// <summary>When a flag is raised. All figures belong to the side that raises it.</summary>
public abstract record FlagTest
{
    private FlagTest()
    {
    }

    public sealed record ItemAtLeast(string Item, decimal Least) : FlagTest;

    public sealed record ItemAtMost(string Item, decimal Most) : FlagTest;

    public sealed record ItemUnanswered(string Item) : FlagTest;

    /// <summary>Any question that should have been answered was not.</summary>
    public sealed record AnyUnanswered : FlagTest;

    public sealed record TotalAtLeast(decimal Least) : FlagTest;

    /// <summary>In each named part at least so many items are at or above <paramref name="AtLeast"/>.</summary>
    public sealed record PartsEndorsed(decimal AtLeast, IReadOnlyDictionary<string, int> Counts) : FlagTest;

    /// <summary>Every part reaches this share of its highest value.</summary>
    public sealed record EveryPartAtLeast(decimal Percent) : FlagTest;

    public sealed record LevelIs(string Level) : FlagTest;
}

/// <summary>A flag that was raised. It is stored with the answer, so that it can be explained when rules have changed.</summary>
public sealed record Flag(string Id, FlagLevel Level, ConcernLevel? Concern, string Words, string? Action);
