using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Tests.Kernel;
using static Sojourn.Domain.Boosters.Booster;

namespace Sojourn.Domain.Tests.Boosters;

public sealed class DecidingOnABooster
{
    private static readonly Gen<Command.DecideFor> Decisions =
        from party in Gen.Elements(Enum.GetValues<Party>())
        from yes in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from number in Gen.Choose(1, 3)
        from under in Gen.Elements(false, false, true)
        select BoosterStory.Says(party, yes, number) with { UnderMedicine = new(under) };

    [Fact] // BOOST-4
    public void It_is_agreed_when_the_third_says_yes() =>
        BoosterStory.GivenProposed().After(BoosterStory.Says(Party.Prescriber, yes: true)).When(BoosterStory.Says(Party.Patient, yes: true, reason: null))
            .Then(new Event.Decided(1, Party.Patient, Yes: true, null, null), new Event.Agreed(1));

    [Fact] // BOOST-5
    public void The_patient_declines_and_it_is_over_with_the_reason_kept()
    {
        var story = BoosterStory.GivenProposed().When(BoosterStory.Says(Party.Patient, yes: false, reason: "I feel well"));
        story.Then(new Event.Decided(1, Party.Patient, Yes: false, "I feel well", null), new Event.Declined(1, Party.Patient));
        story.Given(story.Events).When(BoosterStory.Says(Party.Prescriber, yes: true)).ThenRefused("booster.declined-already");
    }

    [Fact] // BOOST-5
    public void The_patient_need_not_say_why() => Assert.Equal(2, BoosterStory.GivenProposed().When(BoosterStory.Says(Party.Patient, yes: false, reason: null)).Events.Count);

    [Fact] // BOOST-5
    public void Staff_say_why_not() =>
        Assert.Equal("reason", BoosterStory.GivenProposed().When(BoosterStory.Says(Party.Prescriber, yes: false, reason: " ")).ThenRefused("booster.no-reason").Field);

    [Fact] // BOOST-6
    public void An_agreed_booster_can_still_be_declined_until_it_is_given()
    {
        var no = BoosterStory.Says(Party.Patient, yes: false);
        Assert.Equal(new Event.Declined(1, Party.Patient), BoosterStory.GivenAgreed().When(no).Events[1]);
        BoosterStory.GivenAgreed().When(no with { LastMedicineOn = BoosterStory.Last.AddDays(7) }).ThenRefused("booster.given-already");
    }

    [Fact] // BOOST-7
    public void Under_medicine_nobody_says_yes_and_everybody_may_say_no()
    {
        BoosterStory.GivenProposed().When(BoosterStory.Says(Party.Patient, yes: true) with { UnderMedicine = new(true) }).ThenRefused("booster.under-medicine");
        Assert.Equal(2, BoosterStory.GivenProposed().When(BoosterStory.Says(Party.Patient, yes: false) with { UnderMedicine = new(true) }).Events.Count);
    }

    [Fact]
    public void A_yes_said_twice_is_said_once() =>
        BoosterStory.GivenProposed().After(BoosterStory.Says(Party.Prescriber, yes: true)).When(BoosterStory.Says(Party.Prescriber, yes: true)).Then();

    [Fact]
    public void Nothing_is_decided_before_it_is_proposed() => BoosterStory.Given().When(BoosterStory.Says(Party.Patient, yes: true)).ThenRefused("booster.none");

    [Fact]
    public void A_past_booster_is_not_decided_again() =>
        BoosterStory.GivenProposed().After(BoosterStory.Says(Party.Patient, yes: false)).After(BoosterStory.Propose)
            .When(BoosterStory.Says(Party.Patient, yes: true, number: 1)).ThenRefused("booster.superseded");

    [Fact]
    public void A_party_that_the_step_does_not_name_decides_nothing()
    {
        var two = BoosterStory.Propose with { Ladder = [BoosterStory.Ladder[0] with { DecidedBy = ["patient", "prescriber"] }] };
        BoosterStory.Given().After(two).When(BoosterStory.Says(Party.Therapist, yes: true)).ThenRefused("booster.not-asked");
    }

    [Fact] // BOOST-4, BOOST-5
    public void Whatever_the_order_one_no_ends_it_and_only_three_yes_agree_it() =>
        Prop.ForAll(Arb.From(Decisions.ListOf(10)), decisions =>
        {
            var state = BoosterStory.GivenProposed().State;
            var (yes, ended) = (new HashSet<Party> { Party.Therapist }, false);
            foreach (var decision in decisions)
            {
                if (Decide(decision, state) is not Decision<Event>.Accepted accepted)
                {
                    continue;
                }

                ended |= !decision.Yes;
                yes.Add(decision.Party);
                state = accepted.Events.Aggregate(state, Evolve);
                if (ended != (state.Last!.Standing == Standing.Declined) || (!ended && (yes.Count == 3) != (state.Last.Standing == Standing.Agreed)))
                {
                    return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true));

    [Fact]
    public void Every_event_of_a_booster_is_folded()
    {
        var state = BoosterStory.GivenProposed().State;
        Assert.All(Blank.EveryOne<Event>(), e => Assert.NotNull(Evolve(state, e)));
    }
}
