using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Dosing.MedicineSession;
using static Sojourn.Domain.Tests.Dosing.Room;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>DOSE-19 and DOSE-20.</summary>
public sealed class RunningAnInfusion
{
    /// <summary>34 mg over 40 minutes: 0.85 mg a minute.</summary>
    private static Room Running => GatePassed.Does(Infuses(0, 34m, 40));

    private static Command.ChangeInfusion Change(double minute, decimal rate, int minutes) =>
        new(At(minute), Rules.Nair, At(minute), rate, minutes, Rules.Ellery, null, Rules.IvDose, CheckConfirmed: true);

    [Fact]
    public void DOSE_19_What_was_given_follows_from_the_rates()
    {
        var infusion = Running.State.Doses[0].Infusion!;
        Assert.Equal(new Milligrams(31.45m), infusion.GivenUpTo(At(37)));
        Assert.Equal(new Milligrams(34m), infusion.GivenUpTo(At(90)));
        Assert.Equal(0.85m, infusion.RateAt(At(39.9)));
        Assert.Equal(0m, infusion.RateAt(At(40)));
    }

    [Fact]
    public void DOSE_19_A_change_moves_the_total_and_a_stop_ends_it()
    {
        var changed = Running.When(Change(20, 0.5m, 20));
        Assert.Equal((new Milligrams(17m), new Milligrams(27m)), (changed.Only<Event.InfusionChanged>().GivenSoFar, changed.Only<Event.InfusionChanged>().Total));
        var stopped = changed.And().When(new Command.StopInfusion(At(30), At(30), "Nausea"));
        Assert.Equal(new Milligrams(22m), stopped.Only<Event.InfusionStopped>().Given);
        Assert.Equal((new Milligrams(22m), At(30)), (stopped.And().State.Total, stopped.And().State.LastDoseEndsAt));
        stopped.And().When(new Command.StopInfusion(At(31), At(31), null)).ThenRefused("dosing.nothing-runs");
    }

    [Fact]
    public void DOSE_19_An_infusion_needs_minutes_and_another_dose_waits_for_its_end()
    {
        GatePassed.When(Infuses(0, 34m, 40) with { OverMinutes = null }).ThenRefused("dosing.infusion-minutes");
        GatePassed.When(Gives(0, 30m) with { OverMinutes = 40 }).ThenRefused("dosing.not-an-infusion");
        Running.Takes(10, Calm).When(Infuses(20, 10m, 40)).ThenRefused("dosing.infusion-running");
        GatePassed.When(Infuses(0, 30m, 20)).ThenRefused("dosing.infusion-length");
    }

    [Fact]
    public void DOSE_20_Faster_is_checked_like_a_dose()
    {
        Running.When(Change(20, 3m, 20)).ThenRefused("dosing.above-absolute-limit");
        Running.When(Change(20, 1m, 20) with { CheckedBy = null }).ThenRefused("dosing.no-second-check");
        Running.When(Change(20, 1m, 20)).ThenRefused("dosing.above-recommended");
        Running.When(Change(20, 1m, 20) with { Override = new Override(Rules.Farrow, "As discussed with the patient.") }).Only<Event.InfusionChanged>();
    }

    [Fact]
    public void DOSE_20_Slower_is_never_held_up()
    {
        var high = Calm with { Systolic = 186, Diastolic = 112 };
        var alarmed = Running.Takes(10, high).Takes(15, high);
        Assert.Contains("dosing.alert-open", alarmed.When(Change(20, 0.9m, 20)).Codes);
        alarmed.When(Change(20, 0.4m, 20) with { CheckedBy = null, Facts = Rules.IvDose with { Gate = Rules.Gate with { Escort = null } } }).Only<Event.InfusionChanged>();
        alarmed.When(new Command.StopInfusion(At(20), At(20), null)).Only<Event.InfusionStopped>();
    }
}
