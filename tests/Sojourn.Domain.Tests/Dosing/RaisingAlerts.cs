using Sojourn.Domain.Dosing;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;
using static Sojourn.Domain.Tests.Dosing.Room;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>DOSE-26 to DOSE-31.</summary>
public sealed class RaisingAlerts
{
    private static readonly Vitals High = Calm with { Systolic = 182, Diastolic = 104 };

    private static IReadOnlyList<string> Raised(Room room) => [.. room.Events.OfType<Event.AlertRaised>().Select(alert => alert.Code)];

    private static Command.NoteSymptom Sign(double minute, string sign) =>
        new(At(minute), NewId(), Rules.Nair, At(minute), sign, Severity.Moderate, null, SymptomOutcome.Ongoing, Rules.Watch);

    [Theory]
    [InlineData(159, 99, false)]
    [InlineData(160, 99, true)]
    [InlineData(159, 100, true)]
    [InlineData(161, 99, true)]
    public void DOSE_26_Below_at_and_above_a_threshold(int systolic, int diastolic, bool raises) =>
        Assert.Equal(raises, Raised(Dosed.When(Reads(5, Calm with { Systolic = systolic, Diastolic = diastolic }))).Contains("A01"));

    [Fact]
    public void DOSE_26_An_alert_says_what_since_when_by_which_rule_and_whose_it_is()
    {
        var alert = Dosed.When(Reads(5, Calm with { Systolic = 162, Diastolic = 96 })).Only<Event.AlertRaised>();
        Assert.Equal(
            (1, "A01", AlertLevel.Amber, "systolic pressure ≥ 160 mmHg or diastolic pressure ≥ 100 mmHg", "162/96 mmHg", $"staff/{Rules.Nair.Value:D}", "role/prescriber", At(5), At(7), 3),
            (alert.Number, alert.Code, alert.Level, alert.Threshold, alert.Value, alert.Owner, alert.Deputy, alert.HappenedAt, alert.AnswerBy, alert.ProgrammeVersion));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void DOSE_27_Two_readings_far_enough_apart(double apart, bool raises) =>
        Assert.Equal(raises, Raised(Dosed.Takes(5, High).When(Reads(5 + apart, High))).Contains("A02"));

    [Fact]
    public void DOSE_27_A_calm_reading_between_breaks_the_run_and_one_without_pressure_does_not()
    {
        Assert.DoesNotContain("A02", Raised(Dosed.Takes(5, High).Takes(8, Calm).When(Reads(11, High))));
        Assert.Contains("A02", Raised(Dosed.Takes(5, High).Takes(8, new Vitals(Pain: 2)).When(Reads(11, High))));
        Assert.Contains("A02", Raised(Dosed.Takes(5, High).Takes(8, High).When(Reads(10, High))));
    }

    [Fact]
    public void DOSE_27_A_late_reading_completes_a_run_before_and_after_it()
    {
        Assert.Contains("A02", Raised(Dosed.Takes(5, High).Takes(12, Calm).When(Reads(40, High) with { HappenedAt = At(10) })));
        Assert.Contains("A02", Raised(Dosed.Takes(12, High).Takes(14, Calm).When(Reads(40, High) with { HappenedAt = At(6) })));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void DOSE_27_For_so_long(double minutes, bool raises) =>
        Assert.Equal(raises, Raised(Dosed.Takes(5, Calm with { Pulse = 126 }).When(Reads(5 + minutes, Calm with { Pulse = 124 }))).Contains("A04"));

    [Fact]
    public void DOSE_28_A_sign_counts_with_the_last_numbers_and_a_reading_with_the_signs_that_last()
    {
        Assert.Equal(["A03"], Raised(Dosed.Takes(5, High).When(Sign(6, "pressure-symptoms"))));
        Assert.Contains("A03", Raised(Dosed.Does(Sign(4, "pressure-symptoms")).When(Reads(5, High))));
        Assert.Equal(["A07"], Raised(Dosed.When(Sign(6, "apnoea-15-seconds"))));
        var ended = Dosed.Does(Sign(3, "pressure-symptoms"));
        Assert.DoesNotContain("A03", Raised(ended.Does(new Command.EndSymptom(At(4), ended.State.Symptoms[0].Id, At(4))).When(Reads(5, High))));
    }

    [Fact]
    public void DOSE_28_Unresponsive_is_an_emergency_at_once()
    {
        var marked = Dosed.When(new Command.MarkDepth(At(12), NewId(), Rules.Nair, At(12), Depth.Unresponsive, Rules.Watch));
        Assert.Equal(("A12", AlertLevel.Emergency, "marked unresponsive"), (marked.Only<Event.AlertRaised>().Code, marked.Only<Event.AlertRaised>().Level, marked.Only<Event.AlertRaised>().Value));
        Assert.Empty(Raised(Dosed.When(new Command.MarkDepth(At(12), NewId(), Rules.Nair, At(12), Depth.OutOfBody, Rules.Watch))));
    }

    [Fact]
    public void DOSE_29_An_open_alert_is_not_raised_twice_and_a_closed_one_is()
    {
        var first = Dosed.Takes(5, Calm with { Systolic = 165 });
        Assert.Empty(Raised(first.When(Reads(10, Calm with { Systolic = 168 }))));
        var closed = first.Does(new Command.CloseAlert(At(8), 1, Rules.Nair, "Reassured, falling."));
        Assert.Equal(2, closed.When(Reads(10, Calm with { Systolic = 168 })).Only<Event.AlertRaised>().Number);
    }

    [Fact]
    public void DOSE_30_Acknowledged_is_not_closed_and_closing_takes_words()
    {
        var room = Dosed.Takes(5, Calm with { Systolic = 165 });
        var acknowledged = room.Does(new Command.AcknowledgeAlert(At(6), 1, Rules.Nair));
        Assert.Equal((true, false), (acknowledged.State.Alerts[0].Acknowledged, acknowledged.State.Alerts[0].Closed));
        acknowledged.When(new Command.CloseAlert(At(7), 1, Rules.Nair, " ")).ThenRefused("alert.no-words");
        Assert.True(acknowledged.Does(new Command.CloseAlert(At(7), 1, Rules.Nair, "Recheck 148/88.")).State.Alerts[0].Closed);
        Assert.Equal(2, room.When(new Command.CloseAlert(At(7), 1, Rules.Nair, "Recheck 148/88.")).Events.Count);
        room.When(new Command.AcknowledgeAlert(At(6), 9, Rules.Nair)).ThenRefused("alert.unknown");
    }

    [Fact]
    public void A_reading_beyond_an_acknowledged_alert_asks_again_with_what_was_seen()
    {
        var acknowledged = Dosed.Takes(5, Calm with { Systolic = 164, Diastolic = 96 }).Does(new Command.AcknowledgeAlert(At(6), 1, Rules.Nair));
        var worse = acknowledged.When(Reads(15, Calm with { Systolic = 182, Diastolic = 96 }));
        Assert.Equal((1, "182/96 mmHg", At(15), At(17)), worse.Only<Event.AlertWorsened>() is var e ? (e.Number, e.Value, e.HappenedAt, e.AnswerBy) : default);
        Assert.False(worse.And().State.Alerts[0].Acknowledged);
        Assert.Contains(worse.And().When(new Command.LookAgain(At(18), Rules.Watch)).Events, e => e is Event.AlertEscalated { Number: 1 });
    }

    [Fact]
    public void A_reading_beyond_an_alert_that_nobody_answered_leaves_its_clock_alone()
    {
        var worse = Dosed.Takes(5, Calm with { Systolic = 164, Diastolic = 96 }).When(Reads(6, Calm with { Systolic = 170, Diastolic = 96 })).Only<Event.AlertWorsened>();
        Assert.Equal(At(7), worse.AnswerBy);
    }

    [Theory]
    [InlineData(164, 96, 5)] // the same again
    [InlineData(162, 96, 15)] // still above, but less
    [InlineData(120, 80, 15)]
    [InlineData(190, 96, 4)] // before it, entered late
    public void What_is_not_beyond_it_leaves_an_alert_as_it_is(int systolic, int diastolic, double minute)
    {
        var acknowledged = Dosed.Takes(5, Calm with { Systolic = 164, Diastolic = 96 }).Does(new Command.AcknowledgeAlert(At(6), 1, Rules.Nair));
        Assert.DoesNotContain(acknowledged.When(Reads(20, Calm with { Systolic = systolic, Diastolic = diastolic }) with { HappenedAt = At(minute) }).Events, e => e is Event.AlertWorsened);
    }

    [Fact]
    public void DOSE_31_No_data_is_an_alert_of_its_own_and_the_reading_answers_it()
    {
        Assert.Empty(Dosed.When(new Command.LookAgain(At(10), Rules.Watch)).Events);
        var missed = Dosed.When(new Command.LookAgain(At(11), Rules.Watch));
        Assert.Equal(("A17", "vitals overdue 6 min", At(5)), (missed.Only<Event.AlertRaised>().Code, missed.Only<Event.AlertRaised>().Value, missed.Only<Event.AlertRaised>().DueAt));
        Assert.Empty(missed.And().When(new Command.LookAgain(At(12), Rules.Watch)).Events);
        Assert.Null(missed.And().When(Reads(13, Calm)).Only<Event.AlertClosed>().By);
        var closed = missed.And().Does(new Command.CloseAlert(At(12), 1, Rules.Nair, "Cuff slipped; trying again."));
        Assert.Empty(closed.When(new Command.LookAgain(At(13), Rules.Watch)).Events);
    }

    [Fact]
    public void DOSE_31_Not_back_three_hours_after_the_last_dose()
    {
        var room = Dosed.Does(Sign(170, "not-at-baseline"));
        Assert.DoesNotContain("A16", Raised(room.When(new Command.LookAgain(At(179), Rules.Watch))));
        Assert.Contains("A16", Raised(room.When(new Command.LookAgain(At(180), Rules.Watch))));
    }
}
