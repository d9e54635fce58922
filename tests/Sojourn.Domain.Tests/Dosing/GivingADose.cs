using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;
using static Sojourn.Domain.Tests.Dosing.Room;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>DOSE-6 to DOSE-18.</summary>
public sealed class GivingADose
{
    private static readonly Override Farrow = new(Rules.Farrow, "Partial benefit, two calm sessions.");

    private static DoseFacts After(params EarlierDose[] earlier) => Rules.ImDose with { Earlier = earlier };

    private static EarlierDose Earlier(double daysAgo, decimal mg, int session = 1) =>
        new(new SessionId(new Guid(session, 0, 0, new byte[8])), At(-daysAgo * 24 * 60), DoseRoute.Intramuscular, new Milligrams(mg));

    [Fact]
    public void DOSE_6_A_dose_keeps_what_it_was_checked_against()
    {
        var given = GatePassed.When(Gives(0, 30m)).Only<Event.DoseGiven>();
        Assert.Equal(new MilligramsPerKilogram(0.441m), given.PerKilogram);
        Assert.Equal(0.6m, given.Millilitres);
        Assert.Equal(DosePlace.Psycholytic, given.Place);
        Assert.Equal(new Milligrams(102m), given.Limits.PerDose);
        Assert.Equal(new Milligrams(600m), given.Limits.PerThirtyDays);
        Assert.Equal("default", given.Limits.PerDoseSource);
        Assert.Equal((Rules.Nair, Rules.Ellery, 3), (given.GivenBy, given.CheckedBy, given.ProgrammeVersion));
        Assert.Null(given.ReasonedBy);
    }

    [Theory]
    [InlineData(101.9, false)]
    [InlineData(102.0, false)]
    [InlineData(102.001, true)]
    public void DOSE_7_The_lower_of_milligrams_and_milligrams_by_weight_is_absolute(double mg, bool above)
    {
        var asked = GatePassed.When(Gives(0, (decimal)mg, After(Earlier(7, 90m))) with { Override = Farrow });
        Assert.Equal(above, asked.Answer is Decision<Event>.Refused);
        if (above)
        {
            Assert.Equal(
                "102.001 mg, injection into a muscle, is above the absolute limit for one dose, 102 mg (the lower of 130 mg and 1.5 mg/kg at 68 kg; source: default). No reason lifts this limit; the order must change.",
                asked.ThenRefused("dosing.above-absolute-limit").Sentence);
        }
    }

    [Fact]
    public void DOSE_7_A_prescribers_reason_does_not_lift_an_absolute_limit() =>
        GatePassed.When(Gives(0, 110m) with { Override = Farrow, Again = new Milligrams(110m) }).ThenRefused("dosing.above-absolute-limit");

    [Theory]
    [InlineData(72.0, false)]
    [InlineData(72.1, true)]
    public void DOSE_8_All_doses_of_a_session_count_together(double second, bool above)
    {
        var asked = Dosed.Takes(12, Calm).When(Gives(15, (decimal)second) with { Override = Farrow });
        Assert.Equal(above, asked.Answer is Decision<Event>.Refused);
        if (above)
        {
            Assert.Contains("would bring this session to 102.1 mg", asked.ThenRefused("dosing.above-session-limit").Sentence, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(29.9, true)]
    [InlineData(30.1, false)]
    public void DOSE_9_Thirty_days_are_counted_back_from_the_dose(double daysAgo, bool above)
    {
        var facts = After([.. Enumerable.Range(1, 6).Select(i => Earlier(daysAgo, 96m, i)), Earlier(3, 25m, 9)]);
        var asked = GatePassed.When(Gives(0, 30m, facts) with { Override = Farrow });
        Assert.Equal(above, asked.Answer is Decision<Event>.Refused refused && refused.Reasons.Any(reason => reason.Code == "dosing.above-thirty-day-limit"));
    }

    [Theory]
    [InlineData(47.9, true)]
    [InlineData(48.0, false)]
    public void DOSE_10_Sessions_lie_apart(double hours, bool tooSoon)
    {
        var asked = GatePassed.When(Gives(0, 30m, After(Earlier(hours / 24, 30m))));
        Assert.Equal(tooSoon, asked.Answer is Decision<Event>.Refused refused && refused.Reasons.Any(reason => reason.Code == "dosing.too-soon"));
    }

    [Theory]
    [InlineData(16.9, "dosing.below-recommended")]
    [InlineData(102.0, null)]
    [InlineData(17.0, null)]
    public void DOSE_11_Outside_the_recommended_range_a_named_prescriber_gives_a_reason(double mg, string? code)
    {
        var facts = After(Earlier(7, (decimal)mg));
        var asked = GatePassed.When(Gives(0, (decimal)mg, facts));
        if (code is null)
        {
            asked.Only<Event.DoseGiven>();
            return;
        }

        Assert.Equal("override-reason", asked.ThenRefused(code).Field);
        var given = GatePassed.When(Gives(0, (decimal)mg, facts) with { Override = Farrow }).Only<Event.DoseGiven>();
        Assert.Equal((Rules.Farrow, "Partial benefit, two calm sessions."), (given.ReasonedBy!.Prescriber, given.ReasonedBy.Reason));
        Assert.Equal([code], given.ReasonedBy.Matters);
        Assert.Equal(DosePlace.Below, given.Place);
    }

    [Fact]
    public void DOSE_11_Above_the_range_and_below_the_limit_asks_as_well()
    {
        var wide = Rules.ImDose with { Dosing = Rules.Im with { PerDose = new DoseLimit(200m, null, Rules.Default), PerSession = new DoseLimit(200m, null, Rules.Default) }, Earlier = [Earlier(7, 100m)] };
        GatePassed.When(Gives(0, 110m, wide)).ThenRefused("dosing.above-recommended");
        GatePassed.When(Gives(0, 110m, wide) with { Override = Farrow }).Only<Event.DoseGiven>();
        GatePassed.When(Gives(0, 110m, wide) with { Override = Farrow with { Prescriber = Rules.Nair } }).ThenRefused("dosing.not-a-prescriber");
        GatePassed.When(Gives(0, 110m, wide) with { Override = Farrow with { Reason = "  " } }).ThenRefused("dosing.above-recommended");
    }

    [Theory]
    [InlineData(39.0, false)]
    [InlineData(39.1, true)]
    public void DOSE_12_A_steep_step_up_asks_for_a_reason(double mg, bool asks)
    {
        var dosing = Rules.Im with { FirstSessionBand = null, Bands = [Rules.Im.Bands[0] with { Most = 1.5m }] };
        var asked = GatePassed.When(Gives(0, (decimal)mg, After(Earlier(7, 30m)) with { Dosing = dosing }));
        Assert.Equal(asks, asked.Answer is Decision<Event>.Refused);
        Assert.Equal(asks ? ["dosing.step-up"] : [], asks ? asked.Codes : []);
    }

    [Fact]
    public void DOSE_13_The_first_session_starts_low_and_the_agreed_band_is_kept_unless_a_prescriber_says_why()
    {
        GatePassed.When(Gives(0, 60m)).ThenRefused("dosing.first-session-band");
        GatePassed.When(Gives(0, 60m, After(Earlier(7, 60m)) with { Aim = DoseBandName.Psycholytic })).ThenRefused("dosing.other-band");
        GatePassed.When(Gives(0, 60m, After(Earlier(7, 60m)) with { Aim = DoseBandName.Psychedelic })).Only<Event.DoseGiven>();
    }

    [Theory]
    [InlineData(30.0, 149.9, false)]
    [InlineData(30.0, 150.0, true)]
    [InlineData(30.0, 6.0, true)]
    [InlineData(30.0, 6.1, false)]
    public void DOSE_14_A_tenfold_slip_is_asked_about_before_it_is_saved(double last, double mg, bool asks)
    {
        var asked = GatePassed.When(Gives(0, (decimal)mg, After(Earlier(7, (decimal)last))) with { Override = Farrow });
        Assert.Equal(asks, asked.Answer is Decision<Event>.Refused refused && refused.Reasons.Any(reason => reason.Code == "dosing.confirm-figure"));
    }

    [Fact]
    public void DOSE_14_Without_a_last_dose_the_recommended_range_tells_and_the_second_figure_must_be_the_same()
    {
        var give = Gives(0, 3m) with { Override = Farrow };
        var asked = GatePassed.When(give).ThenRefused("dosing.confirm-figure");
        Assert.Equal(("mg-again", "3 mg is a small part of the bottom of the recommended range, 17 mg. Is a decimal point out of place? If 3 mg is right, type the figure a second time."), (asked.Field, asked.Sentence));
        GatePassed.When(give with { Again = new Milligrams(30m) }).ThenRefused("dosing.confirm-figure");
        Assert.True(GatePassed.When(give with { Again = new Milligrams(3.0m) }).Only<Event.DoseGiven>().ConfirmedTwice);
    }

    [Fact]
    public void DOSE_15_A_second_person_checks()
    {
        GatePassed.When(Gives(0, 30m) with { CheckedBy = null }).ThenRefused("dosing.no-second-check");
        GatePassed.When(Gives(0, 30m) with { CheckedBy = Rules.Nair }).ThenRefused("dosing.checked-by-giver");
        GatePassed.When(Gives(0, 30m) with { CheckedBy = Rules.Okafor }).ThenRefused("dosing.checker-not-allowed");
        GatePassed.When(Gives(0, 30m) with { By = Rules.Ellery, CheckedBy = Rules.Nair }).ThenRefused("dosing.giver-not-allowed");
    }

    [Fact]
    public void DOSE_15_Naming_a_second_person_is_not_enough_they_confirm_it_themselves_and_the_event_says_so()
    {
        GatePassed.When(Gives(0, 30m) with { CheckConfirmed = false }).ThenRefused("dosing.check-not-confirmed");
        Assert.True(Assert.Single(GatePassed.When(Gives(0, 30m)).Events.OfType<Event.DoseGiven>()).CheckedWithPin);
    }

    [Fact]
    public void DOSE_16_Nothing_is_given_without_the_gate() =>
        Assert.Equal(["dosing.gate-not-passed"], Ready.When(Gives(0, 30m)).Codes);

    [Fact]
    public void DOSE_16_Nothing_is_given_once_the_gate_no_longer_holds()
    {
        var withdrawn = Rules.ImDose with { Gate = Rules.Gate with { Standing = [new Refusal("consent.missing", "Consent was withdrawn.")] } };
        GatePassed.When(Gives(0, 30m, withdrawn)).ThenRefused("consent.missing");
        GatePassed.Does(new Command.EndPresence(At(-1), Rules.Nair, At(-1))).When(Gives(0, 30m)).ThenRefused("gate.observer-present");
        GatePassed.When(Gives(0, 30m) with { GivenAt = At(-3) }).ThenRefused("dosing.before-the-gate");
    }

    [Fact]
    public void DOSE_17_Nothing_is_given_while_a_red_alert_is_open_or_still_measured()
    {
        var high = Calm with { Systolic = 186, Diastolic = 112 };
        var room = Dosed.Takes(10, high).Takes(15, high);
        var red = room.State.Alerts.Single(alert => alert.Code == "A02");
        Assert.Contains("dosing.alert-open", room.When(Gives(20, 10m)).Codes);
        var closed = room.Does(new Command.CloseAlert(At(20), red.Number, Rules.Farrow, "Clonidine given by order; falling."));
        Assert.Contains("dosing.alert-still-met", closed.When(Gives(21, 30m)).Codes);
        Assert.DoesNotContain("dosing.alert-still-met", Codes(closed.Takes(25, Calm).When(Gives(26, 30m))));
    }

    [Fact]
    public void DOSE_17_A_further_dose_needs_fresh_vitals()
    {
        Dosed.When(Gives(15, 20m)).ThenRefused("dosing.fresh-vitals-first");
        Dosed.Takes(12, Calm).When(Gives(15, 20m) with { Override = Farrow }).Only<Event.DoseGiven>();
    }

    [Fact]
    public void DOSE_18_A_route_that_the_programme_does_not_have_is_refused() =>
        GatePassed.When(Gives(0, 30m, Rules.ImDose with { Dosing = null })).ThenRefused("dosing.route-not-allowed");

    [Fact]
    public void DOSE_18_An_entry_is_recorded_once()
    {
        var give = Gives(0, 30m);
        GatePassed.Does(give).When(give).ThenRefused("dosing.entry-exists");
    }

    [Fact]
    public void DOSE_18_A_dose_entered_wrongly_is_corrected_with_both_values_and_never_above_a_limit()
    {
        var room = Dosed;
        var dose = room.State.Doses[0];
        var amend = new Command.AmendDose(At(5), dose.Id, Rules.Nair, new Milligrams(25m), Rules.Ellery, "Read the syringe again.", Rules.ImDose, CheckConfirmed: true);
        var amended = room.When(amend);
        Assert.Equal(new Change("mg", "30", "25"), Assert.Single(amended.Only<Event.EntryAmended>().Changes));
        Assert.Equal(new Milligrams(25m), amended.And().State.Total);
        room.When(amend with { Milligrams = new Milligrams(103m) }).ThenRefused("dosing.above-absolute-limit");
        room.When(amend with { Why = "" }).ThenRefused("dosing.no-reason");
    }

    private static IReadOnlyList<string> Codes(Room room) => room.Answer is Decision<Event>.Refused ? room.Codes : [];
}
