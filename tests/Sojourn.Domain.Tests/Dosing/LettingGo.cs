using Sojourn.Domain.Dosing;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;
using static Sojourn.Domain.Tests.Dosing.Room;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>DOSE-34 to DOSE-37.</summary>
public sealed class LettingGo
{
    /// <summary>30 mg at minute 0, every reading taken, walking ticked.</summary>
    private static Room Recovered => new[] { 5.0, 10, 15, 30, 45, 60, 90, 119 }.Aggregate(Dosed, (room, minute) => room.Takes(minute, Calm))
        .Does(new Command.CheckDischargeItem(At(119), Rules.Nair, "walks", Holds: true, Rules.Home));

    private static Command.Discharge Leave(double minute) => new(At(minute), Rules.Nair, "Rosa Ruiz", NoDrivingSaid: true, Rules.Home);

    [Theory]
    [InlineData(119, false)]
    [InlineData(120, true)]
    public void DOSE_34_Not_before_the_routes_time(double minute, bool may)
    {
        var asked = Recovered.When(Leave(minute));
        Assert.Equal(may ? [] : ["discharge.too-early"], may ? [] : asked.Codes);
        if (may)
        {
            Assert.Equal(("Rosa Ruiz", At(24 * 60)), (asked.Only<Event.Discharged>().Escort, asked.Only<Event.Discharged>().NoDrivingUntil));
        }
    }

    [Fact]
    public void DOSE_34_Everything_that_is_missing_is_said_at_once()
    {
        var room = Dosed.Does(new Command.EndPresence(At(20), Rules.Nair, At(20))).Takes(21, Calm with { Systolic = 165, Diastolic = 95 });
        Assert.Equal(
            [
                "discharge.alert-open", "discharge.no-driving-not-said", "discharge.no-escort", "discharge.nobody-watches", "discharge.not-yours", "discharge.pressure", "discharge.too-early",
                "discharge.vitals-overdue", "discharge.walks",
            ],
            room.When(Leave(60) with { By = Rules.Ellery, EscortArrived = "", NoDrivingSaid = false }).Codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DOSE_35_Measured_criteria_look_at_readings_after_the_last_dose()
    {
        var line = GoingHome.Lines(Rules.Home, Dosed.State, At(125)).Single(one => one.Id == "pressure");
        Assert.Contains("not measured since the last dose", line.Missing!.Sentence, StringComparison.Ordinal);
        var falling = Dosed.Takes(30, Calm with { Systolic = 150, Diastolic = 91 }).Takes(60, Calm with { Systolic = 146, Diastolic = 90 });
        Assert.True(GoingHome.Lines(Rules.Home, falling.State, At(125)).Single(one => one.Id == "pressure").Holds);
        var rising = Dosed.Takes(30, Calm with { Systolic = 144, Diastolic = 90 }).Takes(60, Calm with { Systolic = 146, Diastolic = 90 });
        Assert.False(GoingHome.Lines(Rules.Home, rising.State, At(125)).Single(one => one.Id == "pressure").Holds);
        Dosed.When(new Command.CheckDischargeItem(At(119), Rules.Nair, "pressure", Holds: true, Rules.Home)).ThenRefused("discharge.measured");
    }

    [Fact]
    public void DOSE_35_A_running_infusion_keeps_the_person_here_and_its_end_is_counted_from()
    {
        var running = GatePassed.Does(Infuses(0, 34m, 40));
        Assert.Contains("discharge.infusion-running", running.When(Leave(30)).Codes);
        Assert.Equal(At(100), GoingHome.NotBefore(Rules.Home.Cadences, running.State.Doses));
        Assert.Equal(At(80), GoingHome.NotBefore(Rules.Home.Cadences, running.Does(new Command.StopInfusion(At(20), At(20), null)).State.Doses));
    }

    [Fact]
    public void DOSE_36_The_escort_is_here_by_name_and_the_no_driving_words_are_said()
    {
        Assert.Contains("Rosa Ruiz was named", Recovered.When(Leave(120) with { EscortArrived = " " }).ThenRefused("discharge.no-escort").Sentence, StringComparison.Ordinal);
        Assert.Contains("No escort is named", Recovered.When(Leave(120) with { EscortArrived = "", Facts = Rules.Home with { Escort = null } }).ThenRefused("discharge.no-escort").Sentence, StringComparison.Ordinal);
        Assert.Contains("No driving until tomorrow", Recovered.When(Leave(120) with { NoDrivingSaid = false }).ThenRefused("discharge.no-driving-not-said").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void DOSE_37_Leaving_against_advice_takes_words_and_keeps_open_alerts()
    {
        var room = Dosed.Takes(5, Calm with { Systolic = 165 });
        room.When(new Command.LeaveAgainstAdvice(At(20), Rules.Nair, "")).ThenRefused("discharge.no-words");
        var left = room.When(new Command.LeaveAgainstAdvice(At(20), Rules.Nair, "Told of the risks; his brother drives."));
        Assert.Equal(["A01"], left.Only<Event.LeftAgainstAdvice>().OpenAlerts);
        Assert.Equal(Stage.Left, left.And().State.Stage);
        Assert.Empty(left.And().State.WatchingAt(At(21)));
        left.And().When(Gives(21, 10m)).ThenRefused("dosing.over");
        left.And().When(new Command.CloseAlert(At(30), 1, Rules.Nair, "Went home.")).Only<Event.AlertClosed>();
        GatePassed.When(new Command.LeaveAgainstAdvice(At(20), Rules.Nair, "No.")).ThenRefused("discharge.not-dosed");
    }
}
