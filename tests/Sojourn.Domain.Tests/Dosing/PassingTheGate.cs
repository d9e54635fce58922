using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;
using static Sojourn.Domain.Tests.Dosing.Room;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>DOSE-1 to DOSE-5.</summary>
public sealed class PassingTheGate
{
    private static Command.PassGate Pass(GateFacts? facts = null) => new(At(-2), Rules.Nair, facts ?? Rules.Gate);

    [Fact]
    public void DOSE_1_An_empty_gate_names_everything_that_is_missing()
    {
        var facts = Rules.Gate with
        {
            Escort = null,
            RoomApproved = false,
            Conditions = ["Pressure below 150/90 before the dose"],
            Standing = [new Refusal("consent.missing", "Consent to treatment is not signed."), new Refusal("team.no-prescriber", "No prescriber is named.")],
        };
        var refused = Empty.When(Pass(facts));
        Assert.Equal(
            [
                "consent.missing", "gate.baseline-vitals", "gate.condition-1", "gate.emergency-kit-checked", "gate.escort-named-for-this-day", "gate.identity-checked",
                "gate.no-driving-agreed", "gate.observer-present", "gate.room-approved", "gate.weight-today", "team.no-prescriber",
            ],
            refused.Codes.Order(StringComparer.Ordinal));
        Assert.All(refused.Refused.Where(reason => reason.Code.StartsWith("gate.", StringComparison.Ordinal)), reason => Assert.NotNull(reason.Remedy));
    }

    [Fact]
    public void DOSE_1_With_all_of_it_the_gate_is_passed_and_the_event_keeps_why()
    {
        var passed = Ready.When(Pass()).Only<Event.GatePassed>();
        Assert.Equal(new Kilograms(68m), passed.Weight);
        Assert.Equal("Rosa Ruiz", passed.Escort);
        Assert.Equal("Room 2", passed.Room);
        Assert.Equal([Rules.Nair], passed.Observers);
        Assert.Equal(Rules.Nair, passed.Proofs.Single(proof => proof.Item == GateItems.Identity).By);
        Assert.Equal("the record", passed.Proofs.Single(proof => proof.Item == GateItems.BaselineVitals).Held);
    }

    [Fact]
    public void DOSE_2_What_the_record_answers_cannot_be_ticked() =>
        Ready.When(new Command.CheckGateItem(At(-5), Rules.Nair, GateItems.Escort, Holds: true, Rules.Gate)).ThenRefused("gate.answered-by-record");

    [Fact]
    public void DOSE_2_Only_the_roles_of_an_item_tick_it() =>
        Empty.When(new Command.CheckGateItem(At(-5), Rules.Ellery, GateItems.Identity, Holds: true, Rules.Gate)).ThenRefused("gate.not-yours");

    [Fact]
    public void DOSE_2_A_tick_can_be_taken_back_while_the_gate_is_open()
    {
        var room = Ready.Does(new Command.CheckGateItem(At(-4), Rules.Nair, GateItems.Identity, Holds: false, Rules.Gate));
        Assert.Equal(["gate.identity-checked"], room.When(Pass()).Codes);
        GatePassed.When(new Command.CheckGateItem(At(1), Rules.Nair, GateItems.Identity, Holds: false, Rules.Gate)).ThenRefused("gate.passed-already");
    }

    [Fact]
    public void DOSE_3_A_set_that_lacks_something_is_said_not_to_count()
    {
        var room = Empty.Takes(-20, Calm with { Oxygen = null });
        var refused = room.When(Pass()).Refused.Single(reason => reason.Code == "gate.baseline-vitals");
        Assert.Contains("The last set does not count; not entered: oxygen.", refused.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("does not count", Empty.Takes(-20, Calm).When(Pass()).Refused.Single(reason => reason.Code == "gate.baseline-vitals").Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void DOSE_3_Baseline_readings_lie_far_enough_apart(int apart, bool enough)
    {
        var baseline = Baseline.Of(Rules.ImCadence, Empty.Takes(-20, Calm).Takes(-20 + apart, Calm).State.Readings, null);
        Assert.Equal(enough, baseline.IsComplete);
    }

    [Fact]
    public void DOSE_3_A_baseline_reading_takes_all_that_the_cadence_takes() =>
        Assert.Single(Baseline.Of(Rules.ImCadence, Empty.Takes(-20, Calm).Takes(-10, Calm with { Oxygen = null }).State.Readings, null).Counted);

    [Fact]
    public void DOSE_4_An_expired_credential_of_who_watches_closes_the_gate_and_a_new_one_opens_it()
    {
        var expired = Rules.Gate with { Team = [.. Rules.Team.Select(member => member with { Credentials = [new Credential("registered nurse", new DateOnly(2026, 11, 18))] })] };
        var refused = Ready.When(Pass(expired)).ThenRefused("gate.credential-expired");
        Assert.Equal("P. Nair: registered nurse expired on 18-Nov-2026.", refused.Sentence);
        var lastDay = Rules.Gate with { Team = [.. Rules.Team.Select(member => member with { Credentials = [new Credential("registered nurse", new DateOnly(2026, 11, 19))] })] };
        Ready.When(Pass(lastDay)).Only<Event.GatePassed>();
    }

    [Fact]
    public void DOSE_4_A_room_that_is_not_approved_closes_the_gate() => Ready.When(Pass(Rules.Gate with { RoomApproved = false })).ThenRefused("gate.room-approved");

    [Fact]
    public void DOSE_4_A_cancelled_ride_closes_the_gate() =>
        Ready.When(Pass(Rules.Gate with { Escort = new Escort("Rosa Ruiz", NoDrivingPromised: true, Cancelled: true) })).ThenRefused("gate.escort-named-for-this-day");

    [Fact]
    public void DOSE_4_A_positive_suicide_screen_closes_the_gate_whoever_ticks()
    {
        var asked = Rules.Gate with { Items = [.. Rules.Items, new GateItem(GateItems.SuicideScreen, "Suicide screen", ["nurse"], Rules.Default)] };
        Ready.When(Pass(asked with { SuicideScreenClear = false })).ThenRefused("gate.suicide-screen");
        Ready.When(Pass(asked with { SuicideScreenClear = true })).Only<Event.GatePassed>();
        Ready.When(new Command.CheckGateItem(At(-3), Rules.Nair, GateItems.SuicideScreen, Holds: true, asked with { SuicideScreenClear = false })).ThenRefused("gate.answered-by-record");
        Ready.When(new Command.CheckGateItem(At(-3), Rules.Nair, GateItems.SuicideScreen, Holds: true, asked)).Only<Event.GateItemChecked>();
    }

    [Theory]
    [InlineData(139, 89, null)]
    [InlineData(140, 80, "gate.resting-pressure-review")]
    [InlineData(159, 99, "gate.resting-pressure-review")]
    [InlineData(160, 80, "gate.resting-pressure")]
    [InlineData(150, 100, "gate.resting-pressure")]
    public void DOSE_43_Todays_resting_pressure_is_weighed_by_the_rules_of_the_assessment(int systolic, int diastolic, string? code)
    {
        var facts = Rules.Gate with { Eligibility = [Rules.Pressure("E01", 140, 90, Verdict.Review), Rules.Pressure("E03", 160, 100, Verdict.Defer)] };
        var room = Ready.Takes(-8, Calm with { Systolic = systolic, Diastolic = diastolic }).Takes(-3, Calm with { Systolic = systolic, Diastolic = diastolic });
        var asked = room.When(Pass(facts));
        Assert.Equal(code is null ? [] : [code], asked.Answer is Decision<Event>.Refused ? asked.Codes : []);
        if (code == "gate.resting-pressure-review")
        {
            var line = Gate.Lines(facts, room.State, At(-2)).Single(one => !one.Holds);
            room.When(new Command.CheckGateItem(At(-2), Rules.Nair, line.Id, Holds: true, facts)).ThenRefused("gate.not-yours");
            room.Does(new Command.CheckGateItem(At(-2), Rules.Farrow, line.Id, Holds: true, facts)).When(Pass(facts)).Only<Event.GatePassed>();
        }
    }

    [Fact]
    public void DOSE_43_Rest_and_calmer_readings_open_the_gate_again()
    {
        var facts = Rules.Gate with { Eligibility = [Rules.Pressure("E03", 160, 100, Verdict.Defer)] };
        var room = Ready.Takes(-8, Calm with { Systolic = 164 });
        Assert.Contains("164/78 mmHg", room.When(Pass(facts)).ThenRefused("gate.resting-pressure").Sentence, StringComparison.Ordinal);
        room.Takes(-5, Calm).When(Pass(facts)).ThenRefused("gate.resting-pressure");
        room.Takes(-5, Calm).Takes(0, Calm).When(Pass(facts) with { At = At(0) }).Only<Event.GatePassed>();
    }

    [Theory]
    [InlineData(82.0, 180.0, true)]
    [InlineData(82.0, 123.0, false)]
    [InlineData(82.0, 123.1, true)]
    [InlineData(82.0, 54.6, true)]
    [InlineData(null, 130.0, false)]
    [InlineData(null, 130.1, true)]
    public void DOSE_5_Pounds_for_kilograms_are_asked_about(double? last, double weight, bool asks)
    {
        var weigh = new Command.Weigh(At(-40), new Kilograms((decimal)weight), last is { } known ? new Kilograms((decimal)known) : null, null);
        if (!asks)
        {
            Empty.When(weigh).Only<Event.Weighed>();
            return;
        }

        Assert.Contains("pounds", Empty.When(weigh).ThenRefused("dosing.weight-unusual").Sentence, StringComparison.Ordinal);
        Assert.True(Empty.When(weigh with { Again = weigh.Weight }).Only<Event.Weighed>().ConfirmedTwice);
    }

    [Fact]
    public void DOSE_5_An_impossible_weight_is_refused_even_twice() =>
        Empty.When(new Command.Weigh(At(-40), new Kilograms(400m), null, new Kilograms(400m))).ThenRefused("dosing.weight-implausible");
}
