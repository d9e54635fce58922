using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Safety;
using static Sojourn.Domain.Tests.Safety.CaseStory;

namespace Sojourn.Domain.Tests.Safety;

public sealed class ClosingACase
{
    private static readonly SafetyCase.Command.RecordAction Action = new(Now.AddMinutes(5), Noor, "Called her; her sister is with her");
    private static readonly SafetyCase.Command.Close Close = new(Now.AddHours(3), Noor, "Safety plan made");

    [Fact]
    public void It_needs_an_action_and_words_on_what_was_done()
    {
        GivenOpen().When(Close with { WhatWasDone = " " }).ThenRefused("safety.nothing-done", "safety.no-action");
        GivenOpen().When(Close).ThenRefused("safety.no-action");
        GivenOpen().When(new SafetyCase.Command.Acknowledge(Now, Noor)).And().When(Close).ThenRefused("safety.no-action");
        GivenOpen().When(Action).And().When(Close with { WhatWasDone = "" }).ThenRefused("safety.nothing-done");
        GivenOpen().When(Action).And().When(Close).Then(new SafetyCase.Event.Closed(Noor, "Safety plan made", Now.AddHours(3)));
    }

    [Fact]
    public void Acting_acknowledges() =>
        GivenOpen().When(Action).Then(new SafetyCase.Event.Acknowledged(Noor, Now.AddMinutes(5)), new SafetyCase.Event.ActionRecorded(Noor, "Called her; her sister is with her", Now.AddMinutes(5)))
            .And().When(Action).Then(new SafetyCase.Event.ActionRecorded(Noor, "Called her; her sister is with her", Now.AddMinutes(5)));

    [Fact]
    public void An_action_has_words() => GivenOpen().When(Action with { Words = "" }).ThenRefused("safety.no-words");

    [Fact]
    public void A_closed_case_stays_closed()
    {
        var closed = GivenOpen().When(Action).And().When(Close).And();
        closed.When(Action).ThenRefused("safety.closed");
        closed.When(Close).ThenRefused("safety.closed");
        closed.When(Opening).ThenRefused("safety.opened-already");
    }

    [Fact]
    public void No_order_of_commands_closes_a_case_without_an_action() => Prop.ForAll(Commands.ListOf().ToArbitrary(), commands =>
    {
        var told = Run([Opening, .. commands]);
        var closed = told.FindIndex(e => e is SafetyCase.Event.Closed);
        return closed < 0 || (told.Take(closed).Any(e => e is SafetyCase.Event.ActionRecorded) && closed == told.Count - 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_event_of_a_case_is_folded() => Folding.EveryEvent(SafetyCase.State.Initial, SafetyCase.Evolve, Run(
    [
        Opening,
        new SafetyCase.Command.Escalate(Now.AddHours(1)),
        Action,
        new SafetyCase.Command.Raise(Now, ConcernLevel.High, "worse", Now.AddMinutes(15), Now.AddHours(8)),
        new SafetyCase.Command.HandOver(Now, Owner.Whoever("nurse"), "shift", Now.AddHours(1)),
        Close,
    ]));

    private static readonly Gen<SafetyCase.Command> Commands = Gen.Elements<SafetyCase.Command>(
        Opening,
        Action,
        Action with { Words = "" },
        Close,
        Close with { WhatWasDone = "" },
        new SafetyCase.Command.Acknowledge(Now, Noor),
        new SafetyCase.Command.Escalate(Now.AddDays(2)),
        new SafetyCase.Command.Raise(Now, ConcernLevel.High, "worse", Now.AddMinutes(15), Now.AddHours(8)),
        new SafetyCase.Command.HandOver(Now, Owner.Whoever("nurse"), "shift", Now.AddHours(1)));

    private static List<SafetyCase.Event> Run(IEnumerable<SafetyCase.Command> commands)
    {
        var told = new List<SafetyCase.Event>();
        var state = SafetyCase.State.Initial;
        foreach (var accepted in commands.Select(command => SafetyCase.Decide(command, state)).OfType<Decision<SafetyCase.Event>.Accepted>())
        {
            told.AddRange(accepted.Events);
            state = accepted.Events.Aggregate(state, SafetyCase.Evolve);
        }

        return told;
    }
}
