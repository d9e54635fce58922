using System.Globalization;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>A running infusion: faster, slower, stopped. To give more is a dose and is checked like one; to give less is never held up.</summary>
public static partial class MedicineSession
{
    /// <summary>Guard against mistyping; mg/min, included.</summary>
    public const decimal FastestRate = 100m;

    private static Decision<Event> ChangeInfusion(Command.ChangeInfusion change, State state)
    {
        if (RunningAt(state, change.HappenedAt) is not { Infusion: { } infusion } dose)
        {
            return Refuse("dosing.nothing-runs", "No infusion is running at that time.");
        }

        var reasons = TimeIsWrong(change.HappenedAt, change.At, state).ToList();
        if (change.MilligramsPerMinute is <= 0m or > FastestRate)
        {
            reasons.Add(new("dosing.rate", $"Write the rate in mg/min, above 0 and up to {FastestRate:0}. To end the infusion, stop it.", Field: "rate"));
        }

        if (change.Minutes is < 1 or > LongestInfusionMinutes)
        {
            reasons.Add(new("dosing.infusion-minutes", $"Say for how many minutes it goes on, 1 to {LongestInfusionMinutes}.", Field: "minutes"));
        }

        if (infusion.Steps[^1].From > change.HappenedAt)
        {
            reasons.Add(new("dosing.changed-since", "The rate was changed after that time. Enter changes in their order.", Field: "happened-at"));
        }

        if (state.Weight is not { } weight || reasons.Count > 0)
        {
            return Refuse(reasons.Count > 0 ? reasons : [NoWeight]);
        }

        var changed = infusion.Change(change.HappenedAt, change.MilligramsPerMinute, change.Minutes);
        if (change.Facts.Dosing is not { } dosing)
        {
            return Refuse("dosing.route-not-allowed", "Infusion into a vein is not a route of this programme.");
        }

        var others = new Milligrams(state.Total.Value - dose.Milligrams.Value);
        var sameRoute = new Milligrams(ByRoute(state, dose.Route).Value - dose.Milligrams.Value);
        var used = DoseLimits.Used(dosing, weight, change.HappenedAt, others, sameRoute, change.Facts.Earlier);
        var warnings = new List<Refusal>();
        if (changed.Total.Value > dose.Milligrams.Value || change.MilligramsPerMinute > infusion.RateAt(change.HappenedAt))
        {
            warnings.AddRange(DoseWarnings.Of(dosing, weight, changed.Total, sameRoute + changed.Total, null, change.Facts.Earlier, change.Facts.Aim));
            reasons.AddRange(Unready(change.Facts, state, change.At, change.HappenedAt).Where(reason => reason.Code != "dosing.fresh-vitals-first"));
            reasons.AddRange(WhoGives(change.By, change.CheckedBy, change.CheckConfirmed, change.Facts.Gate.Team, change.At));
            reasons.AddRange(DoseLimits.Exceeded(dosing, weight, changed.Total, used));
            reasons.AddRange(ChosenBeforehand.AgainstMore(change.Facts, sameRoute + changed.Total, weight));
            reasons.AddRange(Unreasoned(warnings, change.Override, change.Facts.Gate.Team));
        }

        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.InfusionChanged(
                dose.Id,
                change.HappenedAt,
                change.MilligramsPerMinute,
                change.Minutes,
                infusion.GivenUpTo(change.HappenedAt),
                changed.Total,
                DosePlaces.Of(dosing, weight, sameRoute + changed.Total, change.Facts.Aim),
                change.By,
                change.CheckedBy,
                used,
                Reason(warnings, change.Override),
                change.CheckConfirmed ? true : null);
    }

    private static Decision<Event> StopInfusion(Command.StopInfusion stop, State state) =>
        RunningAt(state, stop.HappenedAt) is not { Infusion: { } infusion } dose ? Refuse("dosing.nothing-runs", "No infusion is running at that time.")
        : NotNow(stop.HappenedAt, stop.At) is { } wrong ? wrong
        : new Event.InfusionStopped(dose.Id, stop.HappenedAt, infusion.Stop(stop.HappenedAt).Total, Said(stop.Why));

    private static Dose? RunningAt(State state, DateTimeOffset at) => state.Doses.FirstOrDefault(dose => dose.GivenAt <= at && dose.IsRunning(at));

    private static Decision<Event> AmendDose(Command.AmendDose amend, State state)
    {
        if (state.Doses.FirstOrDefault(dose => dose.Id == amend.Id) is not { } dose)
        {
            return Refuse("dosing.unknown-entry", "There is no such dose in this session.");
        }

        if (dose.Infusion is not null)
        {
            return Refuse("dosing.infusion-not-amended", "What an infusion gave follows from its rates. Change or stop it, or write a moment about the slip.");
        }

        var reasons = NoReason(amend.Why).Concat(WhoGives(amend.By, amend.CheckedBy, amend.CheckConfirmed, amend.Facts.Gate.Team, amend.At)).ToList();
        if (amend.Milligrams.Value <= 0m)
        {
            reasons.Add(new("dosing.no-amount", "Write the dose in milligrams, more than nothing.", Field: "mg"));
        }

        if (amend.Facts.Dosing is { } dosing && state.Weight is { } weight)
        {
            var used = DoseLimits.Used(dosing, weight, dose.GivenAt, new(state.Total.Value - dose.Milligrams.Value), new(ByRoute(state, dose.Route).Value - dose.Milligrams.Value), amend.Facts.Earlier);
            reasons.AddRange(DoseLimits.Exceeded(dosing, weight, amend.Milligrams, used));
        }

        return reasons.Count > 0 ? Refuse(reasons)
            : amend.Milligrams == dose.Milligrams ? Accept<Event>()
            : new Event.EntryAmended(amend.Id, EntryKind.Dose, [new Change("mg", Text(dose.Milligrams), Text(amend.Milligrams))], amend.Why.Trim());
    }

    private static string Text(Milligrams amount) => amount.Value.ToString(CultureInfo.InvariantCulture);
}
