using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>
/// The assessment's rules on resting pressure, asked again of today's baseline: the last readings that count and any between and after them, the higher of
/// each figure. What defers or excludes shuts the gate until calmer readings are taken; what asks for review is ticked by a prescriber.
/// </summary>
internal static class RestingPressure
{
    internal const string Systolic = "resting-systolic";
    internal const string Diastolic = "resting-diastolic";

    internal static IEnumerable<GateLine> Lines(GateFacts facts, MedicineSession.State state)
    {
        var baseline = Baseline.Of(facts.Cadence, state.Readings, state.FirstDoseAt);
        if (!baseline.IsComplete || baseline.Wanted == 0)
        {
            return [];
        }

        var since = baseline.Counted[^baseline.Wanted].HappenedAt;
        var last = state.Readings
            .Where(reading => reading.HappenedAt >= since && reading.HappenedAt <= (state.FirstDoseAt ?? DateTimeOffset.MaxValue))
            .Select(reading => reading.Vitals)
            .Where(vitals => vitals is { Systolic: not null, Diastolic: not null })
            .ToList();
        if (last.Count == 0)
        {
            return [];
        }

        var (systolic, diastolic) = (last.Max(vitals => vitals.Systolic!.Value), last.Max(vitals => vitals.Diastolic!.Value));
        var known = new Dictionary<string, FactValue>(StringComparer.Ordinal) { [Systolic] = new FactValue.Number(systolic), [Diastolic] = new FactValue.Number(diastolic) };
        var met = facts.Eligibility.Where(rule => rule.Verdict != Verdict.Allow && rule.When.Facts().Any(known.ContainsKey) && rule.When.Over(known) == Truth.Yes).ToList();
        var worst = met.Count == 0 ? Verdict.Allow : met.Max(rule => rule.Verdict);
        return met.Where(rule => rule.Verdict == worst).Select(rule => Line(rule, $"{systolic}/{diastolic} mmHg", facts, state));
    }

    private static GateLine Line(EligibilityRule rule, string today, GateFacts facts, MedicineSession.State state)
    {
        var id = "resting-pressure-" + rule.Id;
        var title = $"Resting pressure today, {today}: {rule.Title} ({rule.Id})";
        if (rule.Verdict != Verdict.Review)
        {
            var remedy = new Remedy("Take vitals again", $"sessions/{facts.Session.Value:D}/room#vitals");
            var sentence = rule.Verdict == Verdict.Exclude ? "No medicine today; a medical assessment on the same day." : "Not while it holds: let the person rest and take it again, or move the session.";
            return new(id, title, [new("gate.resting-pressure", $"{title}. {sentence} Source: {rule.Source}.", remedy)], null, ByHand: false, [Roles.Prescriber]);
        }

        return state.GateTicks.TryGetValue(id, out var tick)
            ? new(id, title, [], tick, ByHand: true, [Roles.Prescriber])
            : new(id, title, [new("gate.resting-pressure-review", $"{title}. A prescriber looks and ticks it. Source: {rule.Source}.", new Remedy("To the gate", $"sessions/{facts.Session.Value:D}/room#gate"))], null, ByHand: true, [Roles.Prescriber]);
    }
}
