using System.Text.Json;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Clinic.Measures;

/// <summary>One questionnaire asked of one person, as pages show it.</summary>
public sealed record MeasureRow
{
    public AssignmentId Id { get; init; }

    public PersonId PersonId { get; init; }

    public CourseId? CourseId { get; init; }

    public string InstrumentId { get; init; } = "";

    public int InstrumentVersion { get; init; }

    /// <summary>open, begun, finished, declined or lapsed.</summary>
    public string State { get; init; } = "";

    public string Reason { get; init; } = "";

    public SessionId? SessionId { get; init; }

    public DateTimeOffset AssignedAt { get; init; }

    public DateTimeOffset OpensAt { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset ClosesAt { get; init; }

    /// <summary><c>staff/ID</c> or <c>role/nurse</c>.</summary>
    public string Reader { get; init; } = "";

    public string ReaderName { get; init; } = "";

    public int ReadWithinHours { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public decimal? Total { get; init; }

    public string? WhyNoTotal { get; init; }

    public string? Band { get; init; }

    public bool Prorated { get; init; }

    /// <summary>A safety flag was raised by some answer, whatever was answered later.</summary>
    public bool Positive { get; init; }

    /// <summary>A flag asks a clinician to look before the next decision.</summary>
    public bool NeedsReview { get; init; }

    public string? Parts { get; init; }

    public string? Missing { get; init; }

    /// <summary>Where the total came from, when the questions were not answered here.</summary>
    public string? TakenFrom { get; init; }

    public DateTimeOffset? ReadBy { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public string? ReadByName { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? EndedWhy { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    public bool IsOpen => State is "open" or "begun";

    public IReadOnlyList<PartScore> PartScores => Parts is { } json ? JsonSerializer.Deserialize<List<PartScore>>(json, Json.Options)! : [];

    public IReadOnlyList<string> MissingItems => Missing is { } json ? JsonSerializer.Deserialize<List<string>>(json, Json.Options)! : [];

    public bool TakesAnswers(DateTimeOffset now) => IsOpen && OpensAt <= now && now < ClosesAt;
}

/// <summary>One answer. A null value is a skip.</summary>
public sealed record AnswerRow
{
    public string ItemId { get; init; } = "";

    public decimal? Value { get; init; }

    public DateTimeOffset At { get; init; }

    public string ByActor { get; init; } = "";
}

/// <summary>A flag that some answer raised.</summary>
public sealed record FlagRow
{
    public string FlagId { get; init; } = "";

    /// <summary>note, review or safety.</summary>
    public string Level { get; init; } = "";

    public string? Concern { get; init; }

    public string Words { get; init; } = "";

    public string? Action { get; init; }

    /// <summary>False when the answer that raised it was changed before the end.</summary>
    public bool Final { get; init; }
}

/// <summary>A value on a line over time, at the instant at which it was finished.</summary>
public sealed record Reading
{
    public AssignmentId Id { get; init; }

    public DateTimeOffset At { get; init; }

    public decimal Value { get; init; }

    public string? Band { get; init; }
}
