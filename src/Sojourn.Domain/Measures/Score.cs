namespace Sojourn.Domain.Measures;

/// <summary>What answers to an instrument come to.</summary>
public sealed record Score
{
    public required string Instrument { get; init; }

    /// <summary>Null when there is none; <see cref="WhyNoTotal"/> then says why.</summary>
    public decimal? Total { get; init; }

    public string? WhyNoTotal { get; init; }

    public ScoreRange? Range { get; init; }

    /// <summary>Name of the band, or of the level of a triage; null when there is none.</summary>
    public string? Band { get; init; }

    /// <summary>True when missing answers were counted as the mean of the others; <see cref="WhyProrated"/> then says which.</summary>
    public bool Prorated { get; init; }

    public string? WhyProrated { get; init; }

    public required IReadOnlyList<Flag> Flags { get; init; }

    public required IReadOnlyList<PartScore> Parts { get; init; }

    /// <summary>Ids of the items that should have been answered and were not.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>The answers as given, in the order of the instrument.</summary>
    public required IReadOnlyList<ItemAnswer> Answers { get; init; }
}

/// <summary>The score of a subscale or cluster.</summary>
/// <param name="Value">Null when it cannot be given; <paramref name="WhyNot"/> then says why.</param>
/// <param name="Positive">Whether it reaches its cut-point; null when it has none, or no value.</param>
public sealed record PartScore(string Id, string? Title, decimal? Value, string? WhyNot, ScoreRange Range, bool? Positive);

public sealed record ItemAnswer(string Item, decimal Value);
