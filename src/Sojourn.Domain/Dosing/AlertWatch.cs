using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>What was seen at one instant, by the names of <see cref="SessionFacts"/>: numbers of a reading, a sign, or how much time has passed.</summary>
/// <param name="Carries">True for a sign alone: the last numbers stand beside it. A reading is judged by its own numbers only.</param>
internal sealed record Observation(DateTimeOffset At, EntryId? Entry, IReadOnlyDictionary<string, FactValue> Own, bool Carries);

/// <summary>
/// Whether a rule is met, over all that was seen: so many readings in a row, so far apart, for so long. Pure: what was entered late counts at the
/// time when it happened, and the run of readings that a late one completes is found on both sides of it.
/// </summary>
internal sealed class AlertWatch
{
    private readonly MedicineSession.State state;
    private readonly List<Observation> seen;

    internal AlertWatch(MedicineSession.State state, Observation? added = null)
    {
        this.state = state;
        seen = [.. Seen(state).Concat(added is null ? [] : [added]).OrderBy(observation => observation.At)];
    }

    /// <summary>The numbers and signs of everything entered so far.</summary>
    private static IEnumerable<Observation> Seen(MedicineSession.State state) =>
        state.Readings.Select(Of)
            .Concat(state.DeviceReadings.Where(reading => !reading.IsArtefact).Select(reading => Of(new Reading(reading.Id, reading.HappenedAt, reading.Vitals))))
            .Concat(state.Symptoms.Where(symptom => symptom.Sign is not null).Select(Of))
            .Concat(state.Depths.Where(mark => mark.Depth == Depth.Unresponsive).Select(Of));

    private static Observation Of(Reading reading) =>
        new(reading.HappenedAt, reading.Id, Measured.Facts(reading.Vitals).ToDictionary(pair => pair.Fact, pair => (FactValue)new FactValue.Number(pair.Value), StringComparer.Ordinal), Carries: false);

    private static Observation Of(Symptom symptom) =>
        new(symptom.HappenedAt, symptom.Id, new Dictionary<string, FactValue>(StringComparer.Ordinal) { [symptom.Sign!] = new FactValue.YesNo(true) }, Carries: true);

    /// <summary>No answer to voice or touch is 0 on the response scale, by the words of both.</summary>
    private static Observation Of(DepthMark mark) =>
        new(mark.HappenedAt, mark.Id, new Dictionary<string, FactValue>(StringComparer.Ordinal) { [SessionFacts.Sedation] = new FactValue.Number(0m) }, Carries: false);

    /// <summary>What an entry showed; null when no rule can speak of it.</summary>
    internal Observation? Entered(EntryId entry) => seen.Find(observation => observation.Entry == entry);

    /// <summary>Rules met by the run of observations that this one belongs to.</summary>
    internal IEnumerable<AlertRule> MetBy(Observation added, IEnumerable<AlertRule> rules) => rules.Where(rule => IsMetBy(added, rule));

    /// <summary>The latest that the rule speaks of still meets it, whatever became of its alert; persistence is not asked.</summary>
    internal bool IsStillMet(AlertRule rule) => Latest(rule) is { } latest && Holds(latest, rule);

    /// <summary>The latest that the rule speaks of; null where nothing was seen.</summary>
    internal Observation? Latest(AlertRule rule) => seen.LastOrDefault(observation => Concerns(observation, rule));

    /// <summary>What was entered lies beyond everything that has met the rule since its alert: a higher pressure, or a lower saturation.</summary>
    internal bool IsWorse(Observation added, AlertRule rule, DateTimeOffset since)
    {
        if (added.At < since || !Concerns(added, rule) || !Holds(added, rule))
        {
            return false;
        }

        var before = seen.Where(other => other != added && other.At >= since && Concerns(other, rule)).ToList();
        return rule.When.Comparisons().Any(compares => Number(added, compares.Fact) is { } now
            && compares.Over(added.Own) == Truth.Yes
            && before.Select(other => Number(other, compares.Fact)).OfType<decimal>().ToList() is var numbers
            && (compares.Comparison is Comparison.AtLeast or Comparison.More ? numbers.TrueForAll(number => now > number) : numbers.TrueForAll(number => now < number)));
    }

    internal static decimal? Number(Observation observation, string fact) => observation.Own.GetValueOrDefault(fact) is FactValue.Number number ? number.Value : null;

    private bool IsMetBy(Observation added, AlertRule rule)
    {
        if (!Concerns(added, rule) || !Holds(added, rule))
        {
            return false;
        }

        var run = Run(added, rule);
        var least = Math.Max(rule.ForMinutes, rule.MinutesApart * (rule.Readings - 1));
        return run.Count >= rule.Readings && run[^1].At - run[0].At >= TimeSpan.FromMinutes(least);
    }

    /// <summary>The unbroken run of observations around this one in which the rule holds.</summary>
    private List<Observation> Run(Observation added, AlertRule rule)
    {
        var concerned = seen.Where(observation => Concerns(observation, rule)).ToList();
        var (first, last) = (concerned.IndexOf(added), concerned.IndexOf(added));
        while (first > 0 && Holds(concerned[first - 1], rule))
        {
            first--;
        }

        while (last < concerned.Count - 1 && Holds(concerned[last + 1], rule))
        {
            last++;
        }

        return concerned.GetRange(first, last - first + 1);
    }

    private static bool Concerns(Observation observation, AlertRule rule) => rule.When.Facts().Any(observation.Own.ContainsKey);

    private bool Holds(Observation observation, AlertRule rule) => rule.When.Over(At(observation)) == Truth.Yes;

    /// <summary>What was known at that instant.</summary>
    private Dictionary<string, FactValue> At(Observation observation)
    {
        var known = SessionFacts.Signs.Keys.ToDictionary(sign => sign, sign => (FactValue)new FactValue.YesNo(Lasts(sign, observation.At)), StringComparer.Ordinal);
        foreach (var (fact, value) in SessionTimes.Facts(state, observation.At))
        {
            known[fact] = value;
        }

        var numbers = observation.Carries ? seen.TakeWhile(other => other != observation).Where(other => !other.Carries).Append(observation) : [observation];
        foreach (var (fact, value) in numbers.SelectMany(other => other.Own))
        {
            known[fact] = value;
        }

        return known;
    }

    private bool Lasts(string sign, DateTimeOffset at) =>
        state.Symptoms.Any(symptom => symptom.Sign == sign && symptom.HappenedAt <= at && (symptom.EndedAt is null || at <= symptom.EndedAt));
}
