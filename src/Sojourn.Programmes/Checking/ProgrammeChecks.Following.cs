using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Checking;

/// <summary>What comes after the medicine can come: measures are asked, reviews fall due, rungs are reached, therapy is there to be booked.</summary>
internal sealed partial class ProgrammeChecks
{
    private int MostMedicine => programme.Phases.SelectMany(phase => phase.Sessions).Where(booked => KindOf(booked) == SessionKind.Medicine).Sum(booked => booked.Count.Most);

    private void Asked()
    {
        var asked = programme.Measures.Select(measure => measure.Instrument).ToHashSet(StringComparer.Ordinal);
        foreach (var measure in programme.Measures)
        {
            if (measure.OnlyIf is { } first && !asked.Contains(first.Instrument))
            {
                Add(measure, $"“{measure.Id}” is asked only after “{first.Instrument}”, which is never asked here.", "Ask that one too, or take “only-if” away.");
            }
            else if (Round(measure) is { } round)
            {
                Add(measure, $"“{measure.Id}” can never be asked: {round}.", "Take one “only-if” away, so that something is asked first.");
            }

            if (measure.When == MeasureMoment.EachBooster && programme.Phases.All(phase => phase.Kind != PhaseKind.Booster))
            {
                Add(measure, $"“{measure.Id}” is asked at each booster, but the programme has no phase of that kind.", "Add one, or ask at another time.");
            }

            if (programme.GivesMedicine && measure.EveryNth > MostMedicine)
            {
                Add(measure, $"“{measure.Id}” is asked before every {measure.EveryNth}th session; there are {MostMedicine} at most.", "Ask oftener.");
            }
        }

        foreach (var review in programme.Reviews)
        {
            if (programme.GivesMedicine && review.AfterMedicineSession > MostMedicine)
            {
                Add(review, $"The review “{review.Id}” comes after medicine session {review.AfterMedicineSession}; there are {MostMedicine} at most.", "Let it come earlier, or take it away.");
            }

            foreach (var instrument in review.Instruments.Where(instrument => !asked.Contains(instrument)))
            {
                Add(review, $"The review “{review.Id}” looks at “{instrument}”, which is never asked here.", "Ask it under “measures”, or name another.");
            }
        }

        foreach (var signal in programme.BoosterSignals.Where(signal => !asked.Contains(signal.Instrument)))
        {
            Add(signal, $"The signal “{signal.Id}” looks at “{signal.Instrument}”, which is never asked here.", "Ask it under “measures”, or name another.");
        }

        if (programme.OpportunityWindow is { } window && !asked.Contains(window.Instrument))
        {
            Add(window, $"“opportunity-window” looks at “{window.Instrument}”, which is never asked here.", "Ask it under “measures”, or name another.");
        }
    }

    /// <summary>The instruments that wait for each other, where every asking of each waits.</summary>
    private string? Round(MeasureTime measure)
    {
        var chain = new List<string> { measure.Instrument };
        for (var next = measure.OnlyIf?.Instrument; next is not null;)
        {
            chain.Add(next);
            if (chain.IndexOf(next) < chain.Count - 1)
            {
                return string.Join(" waits for ", chain.Select(id => $"“{id}”"));
            }

            var askings = programme.Measures.Where(other => other.Instrument == next).ToList();
            next = askings.TrueForAll(other => other.OnlyIf is not null) ? askings.FirstOrDefault()?.OnlyIf?.Instrument : null;
        }

        return null;
    }

    private void Ladder()
    {
        var boosters = programme.Phases.Where(phase => phase.Kind == PhaseKind.Booster).SelectMany(phase => phase.Sessions.Where(booked => KindOf(booked) == SessionKind.Medicine && booked.Count.Most > 0).Select(booked => (phase, booked))).ToList();
        if (boosters.Count == 0 && programme.BoosterLadder is [var lonely, ..])
        {
            Add(lonely, $"“{lonely.Id}” can never be reached: no phase of the kind “booster” books medicine.", "Add such a phase, or take the ladder away.");
            return;
        }

        if (boosters is [var (open, may), ..] && programme.BoosterLadder.Count == 0)
        {
            Add(may, $"Medicine may go on in “{open.Id}”, but nobody says how often or who decides.", "Write the ladder under “boosters”.");
        }

        for (var at = 0; at < programme.BoosterLadder.Count; at++)
        {
            Rung(programme.BoosterLadder[at], at == 0 ? null : programme.BoosterLadder[at - 1], boosters.Select(one => one.booked).ToList());
        }
    }

    private void Rung(BoosterStep step, BoosterStep? before, IReadOnlyList<PhaseSessions> boosters)
    {
        if (before is { AsNeeded: true })
        {
            Add(step, $"“{step.Id}” can never be reached: “{before.Id}” before it is as needed and has no end.", "Put the step that is as needed last.");
        }
        else if (before is not null && !step.AsNeeded && step.EveryDays.Least < before.EveryDays.Least)
        {
            Add(step, $"“{step.Id}” comes after “{before.Id}”, but its boosters are nearer, {step.EveryDays.Least} days against {before.EveryDays.Least}.", "Write the shortest interval first.");
        }

        if (boosters.Count > 0 && boosters.All(booked => booked.SpacingDays is { } spacing && (spacing.Least > step.EveryDays.Most || spacing.Most < step.EveryDays.Least)))
        {
            var spacing = boosters[0].SpacingDays!;
            Add(step, $"“{step.Id}” asks for {step.EveryDays.Least} to {step.EveryDays.Most} days between boosters, the phase for {spacing.Least} to {spacing.Most}.", "Let the two overlap.");
        }

        var most = boosters.Sum(booked => booked.Count.Most);
        if (step.ExitAfterSessions > most)
        {
            Add(step, $"“{step.Id}” is left after {step.ExitAfterSessions} boosters; the programme has {most} at most.", "Leave it earlier.");
        }

        if (programme.Dosing.Count > 0 && step.LeastGapDays * 24 < programme.Dosing.Min(dosing => dosing.LeastHoursBetween.Value))
        {
            Add(step, $"“{step.Id}” lets boosters be {step.LeastGapDays} days apart, but no allowed route may be given again before {programme.Dosing.Min(dosing => dosing.LeastHoursBetween.Value)} hours.", "Make “least-gap-days” longer.");
        }

        foreach (var role in new[] { Roles.Patient, Roles.Prescriber }.Where(role => !step.DecidedBy.Contains(role)))
        {
            Add(step, $"A booster of “{step.Id}” could be given without the {role}'s word.", $"Add “{role}” under “decided-by”.");
        }
    }

    /// <summary>Where therapy must be near, it can be booked.</summary>
    private void Therapy()
    {
        if (programme.TherapyGap is not { Rule: GapRule.Block } gap || !findings.IsClean("references"))
        {
            return;
        }

        for (var at = 0; at < programme.Phases.Count; at++)
        {
            var phase = programme.Phases[at];
            if (phase.Sessions.Any(booked => KindOf(booked) == SessionKind.Medicine && booked.Count.Most > 0)
                && !programme.Phases.Skip(at - 1).Take(3).Any(near => near.Sessions.Any(booked => booked.Count.Most > 0 && gap.CountsAs.Contains(booked.SessionId))))
            {
                Add(phase, $"Medicine could never be booked in “{phase.Id}”: therapy must be within {gap.Days} days of it, but none of {string.Join(", ", gap.CountsAs)} is booked there or next to it.", "Book one of them in the phase.");
                return;
            }
        }
    }
}
