using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>What is allowed only with a named prescriber's reason: outside the recommended range, a steep step, a band that was not agreed.</summary>
internal static class DoseWarnings
{
    /// <param name="session">The session with this dose: what was given by this route and this amount. The range is about this sum: effects add up.</param>
    internal static IEnumerable<Refusal> Of(
        RouteDosing dosing, Kilograms weight, Milligrams amount, Milligrams session, int? overMinutes, IReadOnlyList<EarlierDose> earlier, DoseBandName? aim)
    {
        var range = DosePlaces.Recommended(dosing, weight);
        var place = DosePlaces.Of(dosing, weight, session, aim);
        var it = session == amount ? $"{amount} is" : $"{amount} brings this session to {session}, which is";
        if (place is DosePlace.Above or DosePlace.Below)
        {
            var above = place == DosePlace.Above;
            yield return Asks(
                above ? "dosing.above-recommended" : "dosing.below-recommended",
                $"{it} {(above ? "above" : "below")} the recommended range, {Write.Number(range.Least)} to {Write.Number(range.Most)} mg at {weight} ({Sources(dosing)}).");
        }

        if (earlier.Count == 0 && dosing.FirstSessionBand is { } first && dosing.Band(first) is { } band && session.Value > band.MilligramsFor(weight).Most)
        {
            yield return Asks("dosing.first-session-band", $"{it} above the {Word(first)} band, in which a first session starts ({band.Source}).");
        }

        if (aim is { } agreed && place is DosePlace.Psycholytic or DosePlace.Psychedelic && place != DosePlaces.Place(agreed))
        {
            yield return Asks("dosing.other-band", $"{it} in the {place.ToString().ToLowerInvariant()} band; {Word(agreed)} was agreed in the plan.");
        }

        if (StepUp(dosing, session, earlier) is { } steep)
        {
            yield return steep;
        }

        if (overMinutes is { } minutes && Lengths(dosing, place) is { } lengths && !lengths.Contains(minutes))
        {
            yield return Asks("dosing.infusion-length", $"{amount} over {Write.Minutes(minutes)} is outside the recommended {lengths.Least} to {lengths.Most} minutes ({Sources(dosing)}).");
        }
    }

    private static Refusal? StepUp(RouteDosing dosing, Milligrams session, IReadOnlyList<EarlierDose> earlier)
    {
        var last = DoseLimits.LastSession(earlier.Where(dose => dose.Route == dosing.Route)).Sum(dose => dose.Milligrams.Value);
        if (dosing.StepUp is not { } step || last == 0m)
        {
            return null;
        }

        var most = last + new[] { step.Percent * last / 100m, step.Milligrams }.OfType<decimal>().DefaultIfEmpty(decimal.MaxValue / 2).Min();
        return session.Value <= most
            ? null
            : Asks(
                "dosing.step-up",
                $"{session} in this session after {Write.Number(last)} mg in the last one rises by more than {Rise(step)}, the most from one session to the next ({step.Source}).");
    }

    private static string Rise(StepUp step) => (step.Percent, step.Milligrams) switch
    {
        ({ } percent, { } most) => $"{Write.Number(percent)} % or {Write.Number(most)} mg",
        ({ } percent, _) => $"{Write.Number(percent)} %",
        _ => $"{Write.Number(step.Milligrams ?? 0m)} mg",
    };

    private static Bounds<int>? Lengths(RouteDosing dosing, DosePlace place)
    {
        var fitting = dosing.Bands.Where(band => DosePlaces.Place(band.Name) == place).ToList();
        var lengths = (fitting.Count > 0 ? fitting : dosing.Bands).Select(band => band.OverMinutes).OfType<Bounds<int>>().ToList();
        return lengths.Count == 0 ? null : new(lengths.Min(bounds => bounds.Least), lengths.Max(bounds => bounds.Most));
    }

    private static string Sources(RouteDosing dosing) => string.Join("; ", dosing.Bands.Select(band => band.Source.ToString()).Distinct());

    private static string Word(DoseBandName band) => band.ToString().ToLowerInvariant();

    private static Refusal Asks(string code, string sentence) => new(code, sentence + " A prescriber must take it on by name, with a reason.", Field: "override-reason");
}
