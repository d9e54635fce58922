using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using static Sojourn.Domain.Plans.Plan;

namespace Sojourn.Domain.Tests.Plans;

/// <summary>A thousand histories of random commands by everybody in any order.</summary>
public sealed class WhateverIsAskedOfAPlan
{
    private static readonly Gen<Party> Anybody = Gen.Elements(Enum.GetValues<Party>());

    private static readonly Gen<Command> Commands = Gen.Frequency(
        (1, Gen.Elements<Command>(new Command.SetGoal(PlanStory.Goal, "Sleep"), new Command.DropGoal(PlanStory.Goal, "Reached"))),
        (2, Gen.Elements<Command>(PlanStory.Propose, PlanStory.With(terms => terms.Line("medicine", 5, 9)), PlanStory.Propose with { Answers = PlanStory.Suggestion })),
        (1, Gen.Elements<Command>(new Command.SuggestChange(PlanStory.Suggestion, "Fridays"), new Command.AnswerSuggestion(PlanStory.Suggestion, "No"))),
        (6, from version in Gen.Choose(0, 4)
            from party in Anybody
            from staff in Gen.Elements<StaffId?>(PlanStory.Therapist, PlanStory.Prescriber, null)
            from under in Gen.Elements(false, false, false, true)
            from typed in Gen.Elements("Ana Ruiz", "Ana Ruiz", "Priya Nair")
            select (Command)new Command.Agree(version, party, staff, new(under), new Signed(typed, PlanStory.Ana))),
        (1, from version in Gen.Choose(1, 4)
            from party in Anybody
            select (Command)new Command.WithdrawAgreement(version, party, PlanStory.Who(party), "Doubt")));

    private static readonly Arbitrary<IReadOnlyList<Command>> Histories = Arb.From(Commands.ListOf(30).Select(list => (IReadOnlyList<Command>)[new Command.SetGoal(PlanStory.Goal, "Sleep"), .. list]));

    [Fact] // PLAN-8
    public void No_order_of_commands_puts_a_plan_in_force_that_three_have_not_agreed_to_in_the_same_version() =>
        Always(events => Activations(events).All(at =>
        {
            var version = ((Event.Activated)events[at]).Version;
            var agreed = new HashSet<Party>();
            foreach (var e in events.Take(at))
            {
                _ = e switch
                {
                    Event.Agreed yes when yes.Version == version => agreed.Add(yes.Party),
                    Event.AgreementWithdrawn no when no.Version == version => agreed.Remove(no.Party),
                    _ => false,
                };
            }

            return agreed.SetEquals(Enum.GetValues<Party>());
        }));

    [Fact] // PLAN-10
    public void What_is_in_force_was_agreed_and_never_goes_back_to_an_older_version() =>
        Always(events =>
        {
            var state = events.Aggregate(State.Initial, Evolve);
            var activated = Activations(events).Select(at => ((Event.Activated)events[at]).Version).ToList();
            return (state.Active is not { } active || state.Versions[active].Missing.IsEmpty) && activated.Order().SequenceEqual(activated);
        });

    [Fact] // PLAN-11
    public void Nothing_is_agreed_under_medicine() =>
        Prop.ForAll(Histories, history => history.OfType<Command.Agree>().Where(agree => agree.UnderMedicine.Holds).All(agree => Decide(agree, Live(history).Aggregate(State.Initial, Evolve)) is Decision<Event>.Refused))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));

    [Fact]
    public void A_refusal_has_a_code_of_the_slice_and_a_sentence() =>
        Prop.ForAll(Histories, history => history.All(command => Decide(command, State.Initial) is not Decision<Event>.Refused refused
            || (refused.Reasons.Count > 0 && refused.Reasons.All(r => r.Code.StartsWith("plan.", StringComparison.Ordinal) && r.Sentence.EndsWith('.')))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));

    private static void Always(Func<IReadOnlyList<Event>, bool> holds) =>
        Prop.ForAll(Histories, history => holds(Live(history))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));

    private static IEnumerable<int> Activations(IReadOnlyList<Event> events) => Enumerable.Range(0, events.Count).Where(i => events[i] is Event.Activated);

    private static List<Event> Live(IEnumerable<Command> history)
    {
        var (state, events) = (State.Initial, new List<Event>());
        foreach (var command in history)
        {
            if (Decide(command, state) is Decision<Event>.Accepted accepted)
            {
                events.AddRange(accepted.Events);
                state = accepted.Events.Aggregate(state, Evolve);
            }
        }

        return events;
    }
}
