using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>One line of the discharge list.</summary>
/// <param name="Said">What the record says about it, as it stands: "128/82 mmHg at the last reading".</param>
/// <param name="Missing">Why it does not hold; null when it does.</param>
/// <param name="ByHand">True: a person looks and ticks.</param>
public sealed record DischargeLine(string Id, string Text, string? Said, Refusal? Missing, Tick? Ticked, bool ByHand)
{
    public bool Holds => Missing is null;
}

/// <summary>The criteria of the programme, each as it stands at an instant. Measured ones look at readings after the last dose only.</summary>
public static class GoingHome
{
    public static IReadOnlyList<DischargeLine> Lines(DischargeFacts facts, MedicineSession.State state, DateTimeOffset at)
    {
        var known = Known(facts, state, at);
        return [.. facts.Criteria.Select(criterion => criterion switch
        {
            { Kind: CriterionKind.Checked } => ByHand(criterion, state),
            { Holds: null } => EarliestTime(criterion, facts, state, at),
            { Holds: { } trigger } => ByRecord(criterion, trigger, known),
        })];
    }

    /// <summary>From when the cadences of the routes that were given allow going home; null while nothing was given.</summary>
    public static DateTimeOffset? NotBefore(IReadOnlyList<VitalsCadence> cadences, IReadOnlyList<Dose> doses) => doses
        .Select(dose => (Dose: dose, Cadence: cadences.FirstOrDefault(cadence => cadence.Route == dose.Route)))
        .Where(pair => pair.Cadence is not null)
        .Select(pair => (DateTimeOffset?)(pair.Cadence!.DischargeCountedFrom == CountedFrom.EndOfInfusion ? pair.Dose.EndsAt : pair.Dose.GivenAt).AddMinutes(pair.Cadence.EarliestDischargeMinutes))
        .Max();

    private static DischargeLine ByHand(DischargeCriterion criterion, MedicineSession.State state) =>
        state.DischargeTicks.TryGetValue(criterion.Id, out var tick)
            ? new(criterion.Id, criterion.Text, null, null, tick, ByHand: true)
            : new(criterion.Id, criterion.Text, null, new("discharge." + criterion.Id, Write.Ended($"Not ticked yet: {criterion.Text}"), Field: criterion.Id), null, ByHand: true);

    private static DischargeLine EarliestTime(DischargeCriterion criterion, DischargeFacts facts, MedicineSession.State state, DateTimeOffset at)
    {
        var from = NotBefore(facts.Cadences, state.Doses);
        var left = from is { } instant ? (int)Math.Ceiling((instant - at).TotalMinutes) : 0;
        return left <= 0
            ? new(criterion.Id, criterion.Text, "the time has passed", null, null, ByHand: false)
            : new(criterion.Id, criterion.Text, $"in {Write.Minutes(left)}", new("discharge.too-early", $"{criterion.Text.TrimEnd('.')}: {Write.Minutes(left)} are left.", Field: criterion.Id), null, ByHand: false);
    }

    private static DischargeLine ByRecord(DischargeCriterion criterion, Trigger trigger, Dictionary<string, FactValue> known)
    {
        var said = Said(trigger, known);
        return trigger.Over(known) switch
        {
            Truth.Yes => new(criterion.Id, criterion.Text, said, null, null, ByHand: false),
            Truth.Unknown => new(criterion.Id, criterion.Text, said, new("discharge." + criterion.Id, $"{criterion.Text.TrimEnd('.')}: not measured since the last dose ({Lacking(trigger, known)}).", Field: criterion.Id), null, ByHand: false),
            _ => new(criterion.Id, criterion.Text, said, new("discharge." + criterion.Id, $"{criterion.Text.TrimEnd('.')}: it is {said}.", Field: criterion.Id), null, ByHand: false),
        };
    }

    /// <summary>Latest of each number since the last dose, what follows from them, and the signs that last.</summary>
    private static Dictionary<string, FactValue> Known(DischargeFacts facts, MedicineSession.State state, DateTimeOffset at)
    {
        var known = SessionFacts.Signs.Keys.ToDictionary(
            sign => sign,
            sign => (FactValue)new FactValue.YesNo(state.Symptoms.Any(symptom => symptom.Sign == sign && (symptom.EndedAt is null || symptom.EndedAt > at))),
            StringComparer.Ordinal);
        var since = state.Doses.Count == 0 ? DateTimeOffset.MinValue : state.Doses.Max(dose => dose.GivenAt);
        var readings = state.Readings.Where(reading => reading.HappenedAt > since && reading.HappenedAt <= at + MedicineSession.ClockMayBeAhead).OrderBy(reading => reading.HappenedAt).ToList();
        foreach (var (fact, value) in readings.SelectMany(reading => Measured.Facts(reading.Vitals)))
        {
            known[fact] = new FactValue.Number(value);
        }

        foreach (var (fact, value) in SessionTimes.Facts(state, at))
        {
            known[fact] = value;
        }

        Compare(facts, state, readings, known);
        return known;
    }

    private static void Compare(DischargeFacts facts, MedicineSession.State state, List<Reading> readings, Dictionary<string, FactValue> known)
    {
        if (state.Doses.Count == 0 || facts.Cadences.FirstOrDefault(cadence => cadence.Route == state.Doses[0].Route) is not { } cadence)
        {
            return;
        }

        var baseline = Baseline.Of(cadence, state.Readings, state.FirstDoseAt);
        if (baseline is { Systolic: { } systolic, Diastolic: { } diastolic } && Number(known, SessionFacts.Systolic) is { } lastSystolic && Number(known, SessionFacts.Diastolic) is { } lastDiastolic)
        {
            var percent = Math.Max((lastSystolic - systolic) / systolic, (lastDiastolic - diastolic) / diastolic) * 100m;
            known[SessionFacts.PercentAboveBaseline] = new FactValue.Number(decimal.Round(percent, 1, MidpointRounding.AwayFromZero));
        }

        if (baseline.Oxygen is { } oxygen && Number(known, SessionFacts.OxygenSaturation) is { } lastOxygen)
        {
            known[SessionFacts.OxygenBelowBaseline] = new FactValue.Number(Math.Max(0, oxygen - lastOxygen));
        }

        var pressures = readings.Where(reading => reading.Vitals.Systolic is not null).Select(reading => reading.Vitals.Systolic!.Value).ToList();
        if (pressures.Count > 1 && pressures[^1] < pressures[^2])
        {
            known["pressure-falling"] = new FactValue.YesNo(true);
        }
    }

    private static decimal? Number(Dictionary<string, FactValue> known, string fact) => known.GetValueOrDefault(fact) is FactValue.Number number ? number.Value : null;

    private static string Said(Trigger trigger, Dictionary<string, FactValue> known) => string.Join(", ", trigger.Facts().Where(known.ContainsKey).Select(fact => known[fact] switch
    {
        FactValue.Number number => $"{Measured.Name(fact).Name} {Write.Number(decimal.Round(number.Value, 1))}{Measured.Name(fact).Unit}",
        FactValue.YesNo { Value: true } => Measured.Name(fact).Name,
        _ => $"{Measured.Name(fact).Name}: no",
    }));

    private static string Lacking(Trigger trigger, Dictionary<string, FactValue> known) =>
        string.Join(", ", trigger.Facts().Where(fact => !known.ContainsKey(fact)).Select(fact => Measured.Name(fact).Name));
}
