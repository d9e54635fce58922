using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Boosters;

/// <summary>Whether there is to be another medicine session after the series. Proposed on the programme's ladder, decided by all who must; one no ends it.</summary>
public static partial class Booster
{
    public static Decision<Event> Decide(Command command, State state) => command switch
    {
        Command.Propose propose => Propose(propose, state),
        Command.DecideFor decide => DecideFor(decide, state),
        _ => Refuse("booster.not-now", "This cannot be done to the booster as it stands."),
    };

    private static Decision<Event> Propose(Command.Propose propose, State state)
    {
        var step = propose.Ladder.FirstOrDefault(rung => rung.Id == propose.Step);
        var parties = step?.DecidedBy.Select(Parties.Of).OfType<Party>().Distinct().ToList() ?? [];
        var reasons = WhyNotProposed(propose, step, state).ToList();
        if (reasons.Count > 0 || step is null || propose.Series.LastMedicineOn is not { } last)
        {
            return Refuse(reasons);
        }

        var number = state.Rounds.Count + 1;
        var (earliest, latest) = Ladder.Window(step, last, propose.Series.Today);
        var proposed = new Event.Proposed(number, step.Id, step.Title, propose.Reason.Trim(), earliest, latest, last, parties);
        return propose.By is { } by && parties.Contains(by)
            ? Accept([proposed, .. Saying(number, by, propose.Staff, parties)])
            : proposed;
    }

    /// <summary>Who proposes has said yes; with a rung that nobody else decides, that is all it takes.</summary>
    private static IEnumerable<Event> Saying(int number, Party by, StaffId staff, List<Party> parties)
    {
        yield return new Event.Decided(number, by, Yes: true, Reason: null, staff);
        if (parties is [_])
        {
            yield return new Event.Agreed(number);
        }
    }

    private static IEnumerable<Refusal> WhyNotProposed(Command.Propose propose, BoosterStep? step, State state)
    {
        if (step is null)
        {
            yield return propose.Ladder.Count == 0
                ? new("booster.no-ladder", "This programme has no boosters.")
                : new("booster.no-such-step", "Choose a step of the programme's ladder.", Field: "step");
        }
        else if (step.DecidedBy.Count == 0 || step.DecidedBy.Any(role => Parties.Of(role) is null))
        {
            yield return new("booster.nobody-decides", "The programme does not say who decides at this step in a way that can be recorded. Mend the programme file.", Field: "step");
        }

        if (string.IsNullOrWhiteSpace(propose.Reason))
        {
            yield return new("booster.no-reason", "Write in a few words why a booster is proposed now.", Field: "reason");
        }

        var series = propose.Series;
        if (series.LastMedicineOn is null)
        {
            yield return new("booster.no-medicine-yet", "No medicine session of this course has been given yet. Boosters come after the series.");
        }
        else if (series.Given < series.Planned)
        {
            yield return new(
                "booster.series-not-finished",
                $"{series.Given} of {series.Planned} medicine sessions of the plan are given. Finish the series, or agree a plan with fewer sessions.");
        }

        if (state.Last is { Standing: Standing.Open } open)
        {
            yield return new("booster.open-already", $"Booster {open.Number} is still waiting for {Parties.Words(open.Missing)}. Decide that one first.");
        }

        if (state.Last is { Standing: Standing.Agreed } agreed && !(series.LastMedicineOn > agreed.LastMedicineOn))
        {
            yield return new("booster.not-given-yet", $"Booster {agreed.Number} is agreed and not given yet. Book it, or decline it first.");
        }
    }

    private static Decision<Event> DecideFor(Command.DecideFor decide, State state)
    {
        if (state.Last is not { } round || decide.Number < 1 || decide.Number > round.Number)
        {
            return Refuse("booster.none", "No booster is proposed.");
        }

        var reasons = WhyNotDecided(decide, round).ToList();
        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var reason = string.IsNullOrWhiteSpace(decide.Reason) ? null : decide.Reason.Trim();
        var decided = new Event.Decided(round.Number, decide.Party, decide.Yes, reason, decide.Staff);
        return decide.Yes switch
        {
            false => Accept<Event>(decided, new Event.Declined(round.Number, decide.Party)),
            true when round.Yes.Contains(decide.Party) => Accept<Event>(),
            true when round.Missing.Remove(decide.Party).IsEmpty => Accept<Event>(decided, new Event.Agreed(round.Number)),
            true => decided,
        };
    }

    private static IEnumerable<Refusal> WhyNotDecided(Command.DecideFor decide, Round round)
    {
        if (decide.Number != round.Number)
        {
            yield return new("booster.superseded", $"Booster {decide.Number} is past; the last one is {round.Number}. Load the page again.");
            yield break;
        }

        if (round.Standing == Standing.Declined)
        {
            yield return new("booster.declined-already", $"Booster {round.Number} was declined and is over. A new one can be proposed.");
        }

        if (round.Standing == Standing.Agreed && decide.LastMedicineOn > round.LastMedicineOn)
        {
            yield return new("booster.given-already", $"Booster {round.Number} has been given already.");
        }

        if (!round.DecidedBy.Contains(decide.Party))
        {
            yield return new("booster.not-asked", $"This step is not decided by {Parties.Words(decide.Party)}.");
        }

        if (decide.Yes && decide.UnderMedicine.Holds)
        {
            yield return decide.UnderMedicine.Refuse("booster.under-medicine", "Nothing can be agreed");
        }

        if (!decide.Yes && decide.Party != Party.Patient && string.IsNullOrWhiteSpace(decide.Reason))
        {
            yield return new("booster.no-reason", "Write in a few words why not; the reason is kept.", Field: "reason");
        }
    }
}
