using Sojourn.Domain.Measures;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Safety;

/// <summary>Where a concern came up.</summary>
public enum ConcernPlace
{
    /// <summary>Staff wrote it down, or the person is in the clinic.</summary>
    InClinic,

    /// <summary>Answered elsewhere, alone.</summary>
    Remote,
}

/// <summary>How long something may take.</summary>
/// <param name="Minutes">1 or more; null: until the end of the same day by the clinic's clock.</param>
public sealed record TimeAllowed(int? Minutes)
{
    public static TimeAllowed SameDay { get; } = new((int?)null);
}

/// <summary>The clocks of a concern of one level that came up in one place.</summary>
/// <param name="Acknowledge">Somebody has said by then that they have it; else the deputy is told.</param>
/// <param name="Act">Something was done by then; else the deputy is told.</param>
public sealed record ConcernClock(ConcernPlace Where, ConcernLevel Level, TimeAllowed Acknowledge, TimeAllowed Act, Source Source);

/// <summary>What a level of concern asks the clinic to do, in words.</summary>
public sealed record LevelAsks(ConcernLevel Level, IReadOnlyList<string> AsksFor, Source Source);

/// <summary>The instants of one case.</summary>
public sealed record CaseTimes(DateTimeOffset AcknowledgeBy, DateTimeOffset ActBy);

/// <summary>The clinic's safety rules as its file says them: one clock for each place and level, each with its source.</summary>
/// <param name="SameDayAtLeast">Whole minutes, 1 or more, that "same day" lasts at least, however late it is.</param>
public sealed record SafetyRules(string Author, Sourced<int> SameDayAtLeast, IReadOnlyList<ConcernClock> Clocks, IReadOnlyList<LevelAsks> Levels)
{
    /// <exception cref="InvalidOperationException">The file's reader let a gap through.</exception>
    public ConcernClock ClockOf(ConcernPlace where, ConcernLevel level) => Clocks.First(clock => clock.Where == where && clock.Level == level);

    public LevelAsks AskedAt(ConcernLevel level) => Levels.First(asked => asked.Level == level);

    /// <param name="zone">The clinic's, for "same day".</param>
    public CaseTimes Times(ConcernPlace where, ConcernLevel level, DateTimeOffset at, TimeZoneInfo zone)
    {
        var clock = ClockOf(where, level);
        var acknowledge = By(clock.Acknowledge, at, zone);
        var act = By(clock.Act, at, zone);
        return new(acknowledge, act < acknowledge ? acknowledge : act);
    }

    private DateTimeOffset By(TimeAllowed allowed, DateTimeOffset at, TimeZoneInfo zone)
    {
        if (allowed.Minutes is { } minutes)
        {
            return at.AddMinutes(minutes);
        }

        var midnight = new DateTimeOffset(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime).AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        var endOfDay = midnight - zone.GetUtcOffset(midnight - zone.GetUtcOffset(midnight));
        var least = at.AddMinutes(SameDayAtLeast.Value);
        return endOfDay < least ? least : endOfDay;
    }
}
