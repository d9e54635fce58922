using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Boosters;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Boosters;

/// <summary>A course's boosters as their pages show them.</summary>
/// <param name="Rounds">Newest first.</param>
/// <param name="Suggested">The rung that comes next by the exit rules; null where the programme has none.</param>
/// <param name="AtStep">Agreed boosters in a row at the rung of the last one.</param>
public sealed record BoosterSheet(IReadOnlyList<BoosterRound> Rounds, BoosterStep? Suggested, int AtStep, Booster.Series Series)
{
    /// <summary>The booster that waits for somebody, or is agreed and not given; null when a new one can be proposed.</summary>
    public BoosterRound? Current => Rounds is [var last, ..] && (last.Row.State == "proposed" || (last.Row.State == "agreed" && !(Series.LastMedicineOn > last.Row.LastMedicineOn))) ? last : null;

    /// <summary>The programme's months are over: a new treatment needs a reason.</summary>
    public bool IsOccasional { get; init; }

    public int? DaysSinceMedicine => Series.LastMedicineOn is { } last ? Series.Today.DayNumber - last.DayNumber : null;

    /// <summary>True when the series of the plan in force is given, so that a booster may be proposed.</summary>
    public bool SeriesIsGiven => Series.LastMedicineOn is not null && Series.Given >= Series.Planned;
}

/// <summary>One booster with its decisions.</summary>
public sealed record BoosterRound(BoosterRow Row, IReadOnlyList<DecisionRow> Decisions)
{
    public IReadOnlyList<Party> DecidedBy { get; } = [.. Row.DecidedBy.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parties.Of).OfType<Party>()];

    public DecisionRow? By(Party party) => Decisions.FirstOrDefault(d => d.Party == Columns.Word(party));

    public IEnumerable<Party> Missing => DecidedBy.Where(party => By(party) is not { Yes: true });

    /// <summary>Who ended it, where somebody did.</summary>
    public DecisionRow? No => Decisions.FirstOrDefault(d => !d.Yes);
}

public sealed record BoosterRow
{
    public int Number { get; init; }

    public string Step { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>proposed, agreed or declined.</summary>
    public string State { get; init; } = "";

    public DateTimeOffset ProposedAt { get; init; }

    public string ProposedBy { get; init; } = "";

    public DateOnly EarliestOn { get; init; }

    public DateOnly LatestOn { get; init; }

    public string Reason { get; init; } = "";

    public string DecidedBy { get; init; } = "";

    public DateOnly LastMedicineOn { get; init; }
}

public sealed record DecisionRow
{
    public int Number { get; init; }

    public string Party { get; init; } = "";

    public bool Yes { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset At { get; init; }

    public string Who { get; init; } = "";
}

/// <summary>Questions to the booster projection.</summary>
public static class BoosterRecords
{
    public static BoosterSheet Of(Records records, CourseAtHand course, DateTimeOffset now)
    {
        var at = new { course = course.Id };
        var decisions = records.All<DecisionRow>("select * from booster_decision where course_id = @course order by at", at).ToLookup(d => d.Number);
        var rounds = records.All<BoosterRow>("select * from booster where course_id = @course order by number desc", at).Select(row => new BoosterRound(row, [.. decisions[row.Number]])).ToList();
        var agreed = rounds.Where(r => r.Row.State == "agreed").Select(r => r.Row.Step).Reverse().ToList();
        var occasional = SeriesSoFar.IsOccasional(records, course.Id, course.Programme);
        return new(
            rounds,
            occasional ? (course.Programme.BoosterLadder is [.., var last] ? last : null) : Ladder.Next(course.Programme.BoosterLadder, agreed),
            agreed.Count == 0 ? 0 : Enumerable.Reverse(agreed).TakeWhile(step => step == agreed[^1]).Count(),
            SeriesSoFar.Of(records, course.Id, course.Programme, now))
        {
            IsOccasional = occasional,
        };
    }
}
