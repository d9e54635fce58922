using Sojourn.Domain.Dosing;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;
using static Sojourn.Domain.Tests.Dosing.Room;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>DOSE-21 to DOSE-25.</summary>
public sealed class TakingVitals
{
    [Fact]
    public void DOSE_21_Slips_of_the_pen_are_caught()
    {
        Empty.When(Reads(0, new Vitals())).ThenRefused("vitals.empty");
        Empty.When(Reads(0, Calm with { Systolic = 78, Diastolic = 124 })).ThenRefused("vitals.pressures-swapped");
        Empty.When(Reads(0, Calm with { Diastolic = null })).ThenRefused("vitals.half-a-pressure");
        Assert.Equal(
            "720/min for pulse cannot be right: 20 to 250/min is believed here. Read it again.",
            Empty.When(Reads(0, Calm with { Pulse = 720 })).ThenRefused("vitals.implausible").Sentence);
        Empty.When(Reads(0, new Vitals(Pain: 11))).ThenRefused("vitals.implausible");
        Empty.When(Reads(0, new Vitals(Temperature: 98.6m))).ThenRefused("vitals.implausible");
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(2.1, false)]
    public void DOSE_22_A_tablets_clock_may_be_ahead_a_little(double ahead, bool believed) =>
        Assert.Equal(believed, Empty.When(Reads(0, Calm) with { HappenedAt = At(ahead) }).Answer is Sojourn.Domain.Kernel.Decision<Event>.Accepted);

    [Fact]
    public void DOSE_22_A_late_entry_keeps_when_it_happened_and_is_still_taken_after_the_end()
    {
        var late = Dosed.When(Reads(40, Calm) with { HappenedAt = At(28) });
        Assert.Equal(At(28), late.Only<Event.VitalsTaken>().HappenedAt);
        var gone = Dosed.Does(new Command.LeaveAgainstAdvice(At(60), Rules.Nair, "Wants to go; walks with his sister."));
        gone.When(Reads(65, Calm) with { HappenedAt = At(45) }).Only<Event.VitalsTaken>();
        gone.When(Reads(65, Calm)).ThenRefused("dosing.after-the-end");
    }

    [Fact]
    public void DOSE_23_An_amended_reading_keeps_both_values_and_may_raise_an_alert()
    {
        var room = Dosed.Takes(5, Calm);
        var reading = room.State.Readings[^1];
        var amended = room.When(new Command.AmendVitals(At(8), reading.Id, Rules.Nair, Calm with { Systolic = 164 }, "Misread the display.", Rules.Watch));
        Assert.Equal(new Change("systolic", "124", "164"), Assert.Single(amended.Only<Event.EntryAmended>().Changes));
        Assert.Equal("A01", amended.Only<Event.AlertRaised>().Code);
        Assert.Equal(164, amended.And().State.Readings[^1].Vitals.Systolic);
        room.When(new Command.AmendVitals(At(8), reading.Id, Rules.Nair, Calm with { Systolic = 164 }, " ", Rules.Watch)).ThenRefused("dosing.no-reason");
    }

    [Fact]
    public void DOSE_24_Which_reading_is_due_when()
    {
        var list = List(Dosed, 12);
        Assert.Equal(
            [(5, DueState.Overdue), (10, DueState.Due), (15, DueState.Later), (30, DueState.Later)],
            list.Take(4).Select(due => (due.Minute, due.State)));
        Assert.Equal(At(5), DueReadings.Next(list)!.DueAt);
    }

    [Fact]
    public void DOSE_24_A_reading_counts_for_the_minute_it_lies_at_and_what_was_passed_over_is_missed()
    {
        var room = Dosed.Takes(14, Calm);
        Assert.Equal([(5, DueState.Missed), (10, DueState.Missed), (15, DueState.Taken), (30, DueState.Later)], List(room, 16).Take(4).Select(due => (due.Minute, due.State)));
        Assert.Equal(DueState.Taken, List(Dosed.Takes(7.4, Calm), 8)[0].State);
        Assert.Equal(DueState.Taken, List(Dosed.Takes(8.5, Calm), 9)[1].State);
    }

    [Theory]
    [InlineData(65, DueState.Due)]
    [InlineData(65.1, DueState.Overdue)]
    [InlineData(59.9, DueState.Later)]
    public void DOSE_24_Due_becomes_overdue_after_the_cadences_time(double minute, DueState state) =>
        Assert.Equal(state, List(Dosed.Takes(45, Calm), minute).Single(due => due.Minute == 60).State);

    [Fact]
    public void DOSE_24_A_reading_just_before_the_dose_counts_for_minute_nought()
    {
        var cadence = Rules.ImCadence with { AfterStartMinutes = [0, 10] };
        var room = GatePassed.Takes(-1, Calm).Does(Gives(0, 30m));
        Assert.Equal(DueState.Taken, DueReadings.List([cadence], room.State.Doses, room.State.Readings, At(1), null, TimeSpan.Zero)[0].State);
    }

    [Fact]
    public void DOSE_24_A_reading_without_oxygen_leaves_oxygen_due()
    {
        var due = List(Dosed.Takes(5, Calm with { Oxygen = null }), 6)[0];
        Assert.Equal((DueState.Due, "OxygenSaturation"), (due.State, string.Join(',', due.Missing)));
    }

    [Fact]
    public void DOSE_24_A_further_dose_begins_the_cadence_anew()
    {
        var room = Dosed.Takes(5, Calm).Takes(10, Calm).Takes(15, Calm).Does(Gives(20, 15m) with { Override = new Override(Rules.Farrow, "Agreed before.") });
        Assert.Equal([0 + 5, 10, 15, 20 + 5, 30, 35, 50], List(room, 21).Take(7).Select(due => (int)(due.DueAt - At(0)).TotalMinutes));
    }

    [Fact]
    public void DOSE_25_Recovery_goes_on_until_the_person_goes_home()
    {
        Assert.Equal([90, 120, 150], List(Dosed, 60).Select(due => due.Minute).Where(minute => minute > 60).Take(3));
        var gone = Dosed.Does(new Command.LeaveAgainstAdvice(At(61), Rules.Nair, "Wants to go."));
        Assert.All(DueReadings.List([Rules.ImCadence], gone.State.Doses, gone.State.Readings, At(100), gone.State.EndedAt, TimeSpan.FromHours(2)), due => Assert.Equal(DueState.Missed, due.State));
    }

    [Fact]
    public void DOSE_25_Pain_free_minutes_are_counted_from_a_rating_of_none_to_the_next_rating()
    {
        var room = GatePassed.Takes(-1, new Vitals(Pain: 7)).Does(Gives(0, 30m)).Takes(20, new Vitals(Pain: 0)).Takes(50, new Vitals(Pain: 0)).Takes(80, new Vitals(Pain: 3));
        Assert.Equal(new PainFree(7, 0, 3, 60), PainFree.Of(room.State.Readings, room.State.FirstDoseAt));
    }

    private static IReadOnlyList<DueReading> List(Room room, double minute) =>
        DueReadings.List([Rules.ImCadence, Rules.IvCadence], room.State.Doses, room.State.Readings, At(minute), null, TimeSpan.FromHours(2));
}
