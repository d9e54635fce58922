namespace Sojourn.Domain.Measures;

/// <summary>How answers become a total, parts and a level.</summary>
public sealed record ScoringRule
{
    public required ScoringMethod Method { get; init; }

    /// <summary>Least and most total; both belong to it. Null when there is no total.</summary>
    public ScoreRange? Range { get; init; }

    public MissingRule Missing { get; init; } = MissingRule.AllNeeded;

    /// <summary>Decimals kept in the total, half up. Default 0.</summary>
    public int RoundTo { get; init; }

    /// <summary>Decimals kept before a band is looked up, half up; null means the same as <see cref="RoundTo"/>.</summary>
    public int? BandsRoundTo { get; init; }

    /// <summary>Subscales and clusters.</summary>
    public IReadOnlyList<PartRule> Parts { get; init; } = [];

    /// <summary>Levels of a triage, tested in order; the last is the one that applies when none does.</summary>
    public IReadOnlyList<TriageLevel> Levels { get; init; } = [];

    /// <summary>Why there is no total, in one sentence, for the methods that give none.</summary>
    public string? WhyNoTotal { get; init; }
}

public enum ScoringMethod
{
    /// <summary>The scored items added up.</summary>
    Sum,

    /// <summary>The mean of the scored items.</summary>
    Mean,

    /// <summary>The parts added up.</summary>
    SumOfParts,

    /// <summary>Parts only: they have no common total.</summary>
    PartsOnly,

    /// <summary>Each item by itself; never added up.</summary>
    ItemsOnly,

    /// <summary>A level found from yes and no.</summary>
    Triage,

    /// <summary>Scored outside, with tables that may not be shipped.</summary>
    Elsewhere,
}

/// <summary>Both ends belong to it.</summary>
public sealed record ScoreRange(decimal Least, decimal Most);

/// <summary>What happens when answers are missing.</summary>
/// <param name="Most">The most missing answers with which a score is still given.</param>
/// <param name="Prorates">True: each missing answer counts the mean of those given. False: a score needs every answer.</param>
/// <param name="Note">Where the rule comes from; null when not stated.</param>
public sealed record MissingRule(int Most, bool Prorates, string? Note = null)
{
    public static readonly MissingRule AllNeeded = new(0, Prorates: false);

    public int Allowed => Prorates ? Most : 0;
}

/// <summary>A subscale or cluster.</summary>
public sealed record PartRule
{
    public required string Id { get; init; }

    public string? Title { get; init; }

    public required PartMethod Method { get; init; }

    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>The part's sum is divided by it; 1 for most.</summary>
    public decimal DividedBy { get; init; } = 1;

    public required ScoreRange Range { get; init; }

    public MissingRule Missing { get; init; } = MissingRule.AllNeeded;

    /// <summary>Decimals kept, half up.</summary>
    public int RoundTo { get; init; }

    /// <summary>At or above it the part is called positive; null when none is published.</summary>
    public decimal? Cutoff { get; init; }

    public string? LoincPanel { get; init; }

    public string? LoincTotal { get; init; }
}

public enum PartMethod
{
    Sum,
    Mean,
    Highest,
}

/// <summary>One level of a triage.</summary>
/// <param name="Level">Name of the level: <c>high</c>.</param>
/// <param name="AnyYes">A yes (1 or more) to any of these reaches it.</param>
/// <param name="AnyUnanswered">Leaving any of these unanswered reaches it too.</param>
public sealed record TriageLevel(string Level, IReadOnlyList<string> AnyYes, IReadOnlyList<string> AnyUnanswered);
