using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Outcomes;

/// <summary>A finished questionnaire with its total.</summary>
public sealed record TotalRow
{
    public string InstrumentId { get; init; } = "";

    public DateTimeOffset FinishedAt { get; init; }

    public decimal Total { get; init; }

    public string? Band { get; init; }
}

/// <summary>A questionnaire that was asked and has no answers.</summary>
public sealed record NotAnsweredRow
{
    public string InstrumentId { get; init; } = "";

    public DateTimeOffset DueAt { get; init; }

    /// <summary>open or begun (late), declined or lapsed.</summary>
    public string State { get; init; } = "";
}

/// <summary>A dose that was given.</summary>
public sealed record DoseRow
{
    public SessionId SessionId { get; init; }

    /// <summary>Which medicine session of its course; null where the calendar does not say.</summary>
    public int? Number { get; init; }

    public string Route { get; init; } = "";

    public decimal Mg { get; init; }

    public decimal MgPerKg { get; init; }

    /// <summary>below, psycholytic, between, psychedelic or above.</summary>
    public string Band { get; init; } = "";

    public DateTimeOffset GivenAt { get; init; }

    public string? GivenByName { get; init; }

    public string? OverrideReason { get; init; }

    /// <summary>The prescriber who gave the reason; null where none was asked for.</summary>
    public string? OverrideByName { get; init; }

    public bool IsOutside => Band is "below" or "above" || OverrideReason is not null;
}

/// <summary>How a measure moved since the first medicine session.</summary>
/// <param name="Before">The last total until the first medicine session.</param>
/// <param name="Last">The latest total after it.</param>
public sealed record Change(string Instrument, TotalRow Before, TotalRow Last);
