using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>Something that should be there and is not.</summary>
/// <param name="Fact">Of <see cref="SessionFacts"/>.</param>
/// <param name="Amount">How much of it: minutes, or charted values.</param>
/// <param name="Since">Since when; what is missing from another instant on is another gap.</param>
internal sealed record Missing(string Fact, decimal Amount, DateTimeOffset Since);

/// <summary>What is missing between the first dose and the end: a reading, somebody who watches, the therapist, the monitor's values. The programme's rules say when that calls somebody.</summary>
internal static class WhatIsMissing
{
    internal static IEnumerable<Missing> Of(MedicineSession.State state, WatchFacts facts, DateTimeOffset at)
    {
        var overdue = DueReadings.List(facts.Cadences, state.Doses, state.Readings, at, state.EndedAt, TimeSpan.Zero).FirstOrDefault(due => due.State == DueState.Overdue);
        if (overdue is not null)
        {
            yield return new(SessionFacts.OverdueMinutes, SessionTimes.Minutes(overdue.DueAt, at), overdue.DueAt);
        }

        if (state.FirstDoseAt is not { } first || at <= first)
        {
            yield break;
        }

        if (OpenGap(state.Presence, first, at) is { } nobody)
        {
            yield return new(SessionFacts.UnwatchedMinutes, SessionTimes.Minutes(nobody, at), nobody);
        }
        else if (facts.TherapistThroughout && OpenGap([.. state.Presence.Where(one => IsTherapist(one, facts))], first, at) is { } alone && state.Presence.Any(one => IsTherapist(one, facts)))
        {
            yield return new(SessionFacts.NoTherapistMinutes, SessionTimes.Minutes(alone, at), alone);
        }

        if (facts.Monitor is { } monitor && Silent(monitor, state, facts, first, at) is { } silent)
        {
            yield return silent;
        }
    }

    /// <summary>Since when nobody has been there; null while somebody is.</summary>
    private static DateTimeOffset? OpenGap(IReadOnlyList<Presence> presence, DateTimeOffset first, DateTimeOffset at) =>
        Unwatched.Between(presence, first, at) is [.., var last] && last.To == at && !presence.Any(one => one.Covers(at)) ? last.From : null;

    private static bool IsTherapist(Presence one, WatchFacts facts) => facts.Team.Any(member => member.Id == one.Staff && member.Is(Roles.Therapist));

    /// <summary>Of everything it sends, or of oxygen alone while the cadence asks for it without a break.</summary>
    private static Missing? Silent(MonitorBound monitor, MedicineSession.State state, WatchFacts facts, DateTimeOffset first, DateTimeOffset at)
    {
        var from = monitor.BoundAt > first ? monitor.BoundAt : first;
        var last = Later(monitor.LastAt, from);
        if (AsksOxygen(state, facts, at) && Later(monitor.LastOxygenAt, from) is var oxygen && oxygen < last)
        {
            last = oxygen;
        }

        var intervals = (int)Math.Floor((at - last).TotalSeconds / Math.Max(1, monitor.ChartEvery));
        return intervals < 1 ? null : new(SessionFacts.SilentIntervals, intervals, last);
    }

    private static DateTimeOffset Later(DateTimeOffset? one, DateTimeOffset other) => one is { } at && at > other ? at : other;

    private static bool AsksOxygen(MedicineSession.State state, WatchFacts facts, DateTimeOffset at)
    {
        var dose = state.Doses.Where(dose => dose.GivenAt <= at).MaxBy(dose => dose.GivenAt);
        var cadence = facts.Cadences.FirstOrDefault(cadence => cadence.Route == dose?.Route);
        return dose is not null && cadence is not null && at <= (cadence.ContinuousOxygenMinutes is { } minutes ? dose.GivenAt.AddMinutes(minutes) : dose.EndsAt);
    }
}
