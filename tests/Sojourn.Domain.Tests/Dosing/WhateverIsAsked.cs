using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Domain.Tests.Dosing;

/// <summary>DOSE-38. A thousand sessions of random commands, sound and unsound, in any order.</summary>
public sealed class WhateverIsAsked
{
    private static readonly StaffId[] Staff = [Rules.Nair, Rules.Ellery, Rules.Farrow, Rules.Okafor];
    private static readonly string[] Items = [.. Rules.Items.Select(item => item.Id), "nonsense"];

    private static readonly Gen<Vitals> Vital =
        from systolic in Gen.Choose(80, 210)
        from diastolic in Gen.Choose(50, 120)
        from oxygen in Gen.Frequency((6, Gen.Choose(94, 100)), (1, Gen.Choose(80, 93)))
        from calm in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        select calm ? Room.Calm : new Vitals(systolic, diastolic, 80, oxygen);

    private static readonly Gen<DoseFacts> Facts =
        from iv in Gen.Elements(true, false)
        from broken in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
        from earlier in Gen.Choose(0, 3)
        from mg in Gen.Elements(10m, 30m, 90m)
        select (iv ? Rules.IvDose : Rules.ImDose) with
        {
            Gate = Rules.Gate with { Escort = broken ? null : Rules.Gate.Escort },
            Earlier = [.. Enumerable.Range(1, earlier).Select(i => new EarlierDose(new SessionId(new Guid(i, 0, 0, new byte[8])), Room.At(-i * 4000), DoseRoute.Intramuscular, new Milligrams(mg)))],
        };

    private static readonly Gen<Command> Doses =
        from facts in Facts
        from minute in Gen.Choose(0, 150)
        from mg in Gen.Elements(0m, 3m, 10m, 20m, 30m, 50m, 68m, 80m, 102m, 103m, 130m, 300m, 600m)
        from who in Gen.Elements(Staff)
        from second in Gen.Elements(Staff)
        from again in Gen.Elements(true, false)
        from over in Gen.Elements<Override?>(null, new Override(Rules.Farrow, "Agreed with the patient."), new Override(Rules.Nair, "Because."))
        from minutes in Gen.Elements<int?>(null, 40, 5)
        select (Command)(Room.Gives(minute, mg, facts) with
        {
            By = who,
            CheckedBy = second,
            Again = again ? new Milligrams(mg) : null,
            Override = over,
            Route = facts.Dosing!.Route,
            OverMinutes = facts.Dosing!.Route == DoseRoute.IvInfusion ? minutes : null,
        });

    private static readonly Gen<Command> Commands = Gen.Frequency(
        (6, Doses),
        (2, from minute in Gen.Choose(-60, 150) from vitals in Vital select (Command)Room.Reads(minute, vitals)),
        (1, from item in Gen.Elements(Items) from who in Gen.Elements(Staff) from holds in Gen.Elements(true, true, false) select (Command)new Command.CheckGateItem(Room.At(-3), who, item, holds, Rules.Gate)),
        (1, Gen.Choose(40, 200).Select(kilograms => (Command)new Command.Weigh(Room.At(-9), new Kilograms(kilograms), null, null))),
        (1, from who in Gen.Elements(Staff) from minute in Gen.Choose(-30, 100) select (Command)new Command.BeginPresence(Room.At(minute), who, Room.At(minute), Rules.Team)),
        (1, from who in Gen.Elements(Staff) from minute in Gen.Choose(-30, 100) select (Command)new Command.EndPresence(Room.At(minute), who, Room.At(minute))),
        (2, Gen.Choose(-5, 50).Select(minute => (Command)new Command.PassGate(Room.At(minute), Rules.Nair, Rules.Gate))),
        (2, from minute in Gen.Choose(0, 150)
            from rate in Gen.Elements(0.1m, 0.5m, 0.85m, 1.5m, 4m)
            from minutes in Gen.Choose(0, 60)
            select (Command)new Command.ChangeInfusion(Room.At(minute), Rules.Nair, Room.At(minute), rate, minutes, Rules.Ellery, new Override(Rules.Farrow, "Agreed."), Rules.IvDose, CheckConfirmed: true)),
        (1, Gen.Choose(0, 150).Select(minute => (Command)new Command.StopInfusion(Room.At(minute), Room.At(minute), null))),
        (1, from minute in Gen.Choose(0, 150) from depth in Gen.Elements(Enum.GetValues<Depth>()) select (Command)new Command.MarkDepth(Room.At(minute), Room.NewId(), Rules.Nair, Room.At(minute), depth, Rules.Watch)),
        (1, from number in Gen.Choose(1, 4) from words in Gen.Elements("", "Seen and treated.") select (Command)new Command.CloseAlert(Room.At(100), number, Rules.Farrow, words)),
        (1, from number in Gen.Choose(1, 4) from minute in Gen.Choose(0, 150) select (Command)new Command.SnoozeAlert(Room.At(minute), number, Rules.Nair, Rules.Watch)),
        (1, Gen.Choose(0, 300).Select(minute => (Command)new Command.LookAgain(Room.At(minute), Rules.Watch))),
        (1, Gen.Choose(0, 400).Select(minute => (Command)new Command.Discharge(Room.At(minute), Rules.Nair, "Rosa Ruiz", NoDrivingSaid: true, Rules.Home))));

    /// <summary>Half begin in an empty room, half behind a passed gate, so that doses are reached.</summary>
    private static readonly Arbitrary<(bool Passed, Command[] Commands)> Sessions = Arb.From(
        from passed in Gen.Elements(true, false)
        from commands in Commands.ListOf()
        select (passed, commands.ToArray()));

    [Fact]
    public void DOSE_38_No_order_of_commands_gives_a_dose_without_a_passed_gate_or_unwatched() => Always((before, _, events) =>
        !events.OfType<Event.DoseGiven>().Any() || (before.GatePassedAt is not null && before.Weight is not null && before.Presence.Count > 0));

    [Fact]
    public void DOSE_38_No_order_of_commands_goes_above_an_absolute_limit() => Always((before, command, events) => events.All(@event => (@event, command) switch
    {
        (Event.DoseGiven e, Command.GiveDose give) =>
            e.Milligrams.Value <= give.Facts.Dosing!.PerDose.For(before.Weight!.Value).Value
            && Evolve(before, e).Total.Value <= give.Facts.Dosing.PerSession.For(before.Weight!.Value).Value,
        (Event.InfusionChanged e, Command.ChangeInfusion change) when e.Total.Value > before.Doses.Single(dose => dose.Id == e.Dose).Milligrams.Value =>
            Evolve(before, e).Total.Value <= change.Facts.Dosing!.PerSession.For(before.Weight!.Value).Value,
        _ => true,
    }));

    [Fact]
    public void DOSE_38_No_dose_is_given_while_a_red_alert_is_open() => Always((before, _, events) =>
        !events.OfType<Event.DoseGiven>().Any() || before.Alerts.All(alert => alert.Closed || alert.Level == AlertLevel.Amber));

    [Fact]
    public void DOSE_62_Only_what_is_open_amber_and_unanswered_is_snoozed_and_only_once() => Always((before, _, events) =>
        events.OfType<Event.AlertSnoozed>().All(e => before.Alerts.Single(alert => alert.Number == e.Number) is { Level: AlertLevel.Amber, Closed: false, Acknowledged: false, SnoozedUntil: null }));

    [Fact]
    public void DOSE_61_The_deputy_is_called_once_and_only_when_the_time_to_answer_is_over() => Always((before, command, events) =>
        events.OfType<Event.AlertEscalated>().All(e => before.Alerts.Single(alert => alert.Number == e.Number) is { Escalated: false, Acknowledged: false, Closed: false } alert && alert.AnswerBy <= command.At));

    [Fact]
    public void DOSE_38_Nobody_goes_home_with_an_open_alert_or_a_running_infusion() => Always((before, command, events) =>
        !events.OfType<Event.Discharged>().Any() || (before.Alerts.All(alert => alert.Closed) && !before.Doses.Any(dose => dose.IsRunning(command.At))));

    [Fact]
    public void DOSE_38_A_refusal_has_codes_and_whole_sentences() => Prop.ForAll(Sessions, session =>
    {
        var state = Start(session.Passed);
        return session.Commands.All(command => Decide(command, state) is not Decision<Event>.Refused refused || refused.Reasons.All(reason => reason.Code.Contains('.') && (reason.Sentence.EndsWith('.') || reason.Sentence.EndsWith('?'))));
    }).Check(Thousand);

    [Fact]
    public void DOSE_39_A_higher_dose_never_lowers_a_warning() =>
        Prop.ForAll(
            Arb.From(
                from facts in Facts
                from low in Gen.Choose(170, 6000)
                from more in Gen.Choose(0, 3000)
                from weight in Gen.Choose(45, 120)
                select (facts, low / 10m, (low + more) / 10m, weight)),
            asked =>
            {
                var (facts, low, high, weight) = asked;
                var state = Room.GatePassed.State with { Weight = new Kilograms(weight) };
                return low < DosePlaces.Recommended(facts.Dosing!, new Kilograms(weight)).Least || Upward(state, facts, low).IsSubsetOf(Upward(state, facts, high));
            }).Check(Thousand);

    private static readonly Config Thousand = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true);

    private static readonly string[] UpwardCodes =
        ["dosing.above-absolute-limit", "dosing.above-session-limit", "dosing.above-thirty-day-limit", "dosing.above-recommended", "dosing.step-up", "dosing.first-session-band"];

    private static HashSet<string> Upward(State state, DoseFacts facts, decimal mg) =>
        Decide(Room.Gives(0, mg, facts) with { Route = facts.Dosing!.Route, OverMinutes = facts.Dosing.Route == DoseRoute.IvInfusion ? 40 : null }, state) is Decision<Event>.Refused refused
            ? [.. refused.Reasons.Select(reason => reason.Code).Intersect(UpwardCodes)]
            : [];

    private static State Start(bool passed) => passed ? Room.GatePassed.State : State.Initial;

    private static void Always(Func<State, Command, IReadOnlyList<Event>, bool> holds) => Prop.ForAll(Sessions, session =>
    {
        var state = Start(session.Passed);
        foreach (var command in session.Commands)
        {
            if (Decide(command, state) is Decision<Event>.Accepted accepted)
            {
                if (!holds(state, command, accepted.Events))
                {
                    return false;
                }

                state = accepted.Events.Aggregate(state, Evolve);
            }
        }

        return true;
    }).Check(Thousand);
}
