using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>The dose. Every reason against it is said at once, and what it was checked against is kept in the event.</summary>
public static partial class MedicineSession
{
    /// <summary>Guard against mistyping: an infusion lasts from 1 minute to 12 hours, both included.</summary>
    public const int LongestInfusionMinutes = 720;

    private static Decision<Event> GiveDose(Command.GiveDose give, State state)
    {
        var facts = give.Facts;
        var reasons = new List<Refusal>();
        reasons.AddRange(Unready(facts, state, give.At, give.GivenAt));
        reasons.AddRange(TimeIsWrong(give.GivenAt, give.At, state));
        reasons.AddRange(WhoGives(give.By, give.CheckedBy, give.CheckConfirmed, facts.Gate.Team, give.At));
        if (facts.Dosing is not { } dosing)
        {
            reasons.Add(new("dosing.route-not-allowed", $"{Capital(DoseRoutes.Words(give.Route))} is not a route of this programme.", Field: "route"));
            return Refuse(reasons);
        }

        if (give.Milligrams.Value <= 0m)
        {
            reasons.Add(new("dosing.no-amount", "Write the dose in milligrams, more than nothing.", Field: "mg"));
        }

        reasons.AddRange(InfusionShape(give, state));
        if (state.Weight is not { } weight || give.Milligrams.Value <= 0m)
        {
            return Refuse(reasons.Count > 0 ? reasons : [NoWeight]);
        }

        var used = DoseLimits.Used(dosing, weight, give.GivenAt, state.Total, ByRoute(state, give.Route), facts.Earlier);
        var session = ByRoute(state, give.Route) + give.Milligrams;
        var slip = TenfoldSlip.In(give.Milligrams, LastDose(state, facts.Earlier, give.Route), DosePlaces.Recommended(dosing, weight));
        reasons.AddRange(DoseLimits.Exceeded(dosing, weight, give.Milligrams, used));
        reasons.AddRange(ChosenBeforehand.AgainstFurther(facts, state, give.Route, give.Milligrams, session, weight));
        reasons.AddRange(DoseLimits.TooSoon(dosing, give.GivenAt, facts.Earlier));
        reasons.AddRange(slip is not null && give.Again != give.Milligrams ? [slip] : []);
        var warnings = DoseWarnings.Of(dosing, weight, give.Milligrams, session, give.OverMinutes, facts.Earlier, facts.Aim).ToList();
        reasons.AddRange(Unreasoned(warnings, give.Override, facts.Gate.Team));
        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var strength = dosing.MilligramsPerMillilitre?.Value;
        return new Event.DoseGiven(
            give.Id,
            facts.Gate.Person,
            facts.Gate.Course,
            give.GivenAt,
            give.Route,
            give.Milligrams,
            give.Milligrams.Per(weight),
            weight,
            strength,
            strength is { } perMillilitre ? decimal.Round(give.Milligrams.Value / perMillilitre, 3, MidpointRounding.ToEven) : null,
            give.OverMinutes,
            DosePlaces.Of(dosing, weight, session, facts.Aim),
            give.By,
            give.CheckedBy!.Value,
            used,
            Reason(warnings, give.Override),
            slip is not null,
            Said(give.Note),
            facts.Gate.Programme,
            facts.Gate.ProgrammeVersion,
            CheckedWithPin: give.CheckConfirmed);
    }

    /// <summary>What must hold of the room before anything is given, whatever the amount.</summary>
    private static IEnumerable<Refusal> Unready(DoseFacts facts, State state, DateTimeOffset at, DateTimeOffset givenAt)
    {
        var gate = new Remedy("To the gate", $"sessions/{facts.Gate.Session.Value:D}/room#gate");
        var lines = Gate.Lines(facts.Gate, state, at);
        if (state.GatePassedAt is not { } passed)
        {
            var open = lines.Count(line => !line.Holds);
            yield return new("dosing.gate-not-passed", open == 0 ? "The gate has not been passed. Pass it first." : $"The gate has not been passed: {open} of {lines.Count} items are open.", gate);
        }
        else
        {
            if (givenAt < passed)
            {
                yield return new("dosing.before-the-gate", "The dose is dated before the gate was passed. Correct the time.", gate, "happened-at");
            }

            foreach (var missing in lines.SelectMany(line => line.Missing))
            {
                yield return missing;
            }
        }

        if (!state.WatchingAt(givenAt).Any() && state.WatchingAt(at).Any())
        {
            yield return new("dosing.nobody-watched", "Nobody is entered as watching at the time of the dose. Correct the time, or say who watched.", Field: "happened-at");
        }

        foreach (var alert in state.Alerts.Where(alert => alert is { Closed: false, HoldsDosing: true }))
        {
            yield return new("dosing.alert-open", $"Alert {alert.Code} is open. Nothing is given until it is closed.", new Remedy($"To alert {alert.Code}", $"sessions/{facts.Gate.Session.Value:D}/room#alert-{alert.Number}"));
        }

        var watch = new AlertWatch(state);
        foreach (var rule in facts.Alerts.Where(rule => (rule.HoldsDosing || rule.Level >= AlertLevel.Red) && !state.IsOpen(rule.Code, rule.Level) && watch.IsStillMet(rule)))
        {
            yield return new("dosing.alert-still-met", $"The latest reading still meets {rule.Code}, {rule.Title.ToLowerInvariant()}: {Measured.Words(rule.When)}. Take another reading first.", new Remedy("Take vitals", $"sessions/{facts.Gate.Session.Value:D}/room#vitals"));
        }

        foreach (var reason in GroupRules.Against(facts.Group, facts.Gate.Team, facts.Gate.Session, state.WatchingAt(at)))
        {
            yield return reason;
        }

        if (state.Doses.Count > 0 && !state.Readings.Any(reading => reading.HappenedAt > state.Doses.Max(dose => dose.GivenAt) && Measured.Has(reading.Vitals, VitalSign.BloodPressure)))
        {
            yield return new("dosing.fresh-vitals-first", "A further dose needs vitals taken after the last one.", new Remedy("Take vitals", $"sessions/{facts.Gate.Session.Value:D}/room#vitals"));
        }
    }

    /// <summary>Who gives is a nurse or a prescriber with valid credentials; who checks is somebody else, and shows that it is them.</summary>
    private static IEnumerable<Refusal> WhoGives(StaffId by, StaffId? checkedBy, bool confirmed, IReadOnlyList<TeamMember> team, DateTimeOffset at)
    {
        var giver = team.FirstOrDefault(member => member.Id == by);
        if (giver is null || !(giver.Is(Roles.Nurse) || giver.Is(Roles.Prescriber)))
        {
            yield return new("dosing.giver-not-allowed", "A nurse or a prescriber gives the dose.");
        }
        else
        {
            foreach (var reason in Gate.Credentials(giver, at))
            {
                yield return reason;
            }
        }

        if (checkedBy is not { } second)
        {
            yield return new("dosing.no-second-check", "A second person checks person, medicine, dose and route independently. Say who did.", Field: "checked-by");
        }
        else if (second == by)
        {
            yield return new("dosing.checked-by-giver", "The one who gives cannot be the one who checks. Choose somebody else.", Field: "checked-by");
        }
        else if (!team.Any(member => member.Id == second && member.Cares))
        {
            yield return new("dosing.checker-not-allowed", "A therapist, a nurse or a prescriber checks. Choose one of them.", Field: "checked-by");
        }
        else if (!confirmed)
        {
            yield return new("dosing.check-not-confirmed", $"{team.First(member => member.Id == second).Name} checks, then types their own PIN here.", Field: "checker-pin");
        }
    }

    private static IEnumerable<Refusal> InfusionShape(Command.GiveDose give, State state)
    {
        if (give.Route == DoseRoute.IvInfusion && give.OverMinutes is not (> 0 and <= LongestInfusionMinutes))
        {
            yield return new("dosing.infusion-minutes", $"Say over how many minutes it runs, 1 to {LongestInfusionMinutes}.", Field: "minutes");
        }

        if (give.Route != DoseRoute.IvInfusion && give.OverMinutes is not null)
        {
            yield return new("dosing.not-an-infusion", "Only an infusion has minutes. Leave them empty, or choose infusion.", Field: "minutes");
        }

        if (state.Doses.Any(dose => dose.IsRunning(give.GivenAt)))
        {
            yield return new("dosing.infusion-running", "An infusion is running. Change or stop it first.");
        }
    }

    /// <summary>Warnings stand until a prescriber takes them on by name, with a reason.</summary>
    private static IEnumerable<Refusal> Unreasoned(List<Refusal> warnings, Override? by, IReadOnlyList<TeamMember> team)
    {
        if (warnings.Count == 0)
        {
            return [];
        }

        if (by is null || string.IsNullOrWhiteSpace(by.Reason))
        {
            return warnings;
        }

        return team.Any(member => member.Id == by.Prescriber && member.Is(Roles.Prescriber))
            ? []
            : [new("dosing.not-a-prescriber", "Only a prescriber can take this on. Choose one by name.", Field: "override-by"), .. warnings];
    }

    private static ReasonGiven? Reason(List<Refusal> warnings, Override? by) =>
        warnings.Count == 0 || by is null ? null : new(by.Prescriber, by.Reason.Trim(), [.. warnings.Select(warning => warning.Code)]);

    private static Milligrams ByRoute(State state, DoseRoute route) => new(state.Doses.Where(dose => dose.Route == route).Sum(dose => dose.Milligrams.Value));

    private static Milligrams? LastDose(State state, IReadOnlyList<EarlierDose> earlier, DoseRoute route) =>
        state.Doses.LastOrDefault(dose => dose.Route == route)?.Milligrams ?? earlier.Where(dose => dose.Route == route).MaxBy(dose => dose.GivenAt)?.Milligrams;

    private static Refusal NoWeight => new("dosing.no-weight", "Weigh the person today; limits are counted by weight.", Field: "weight");

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
