using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using static Sojourn.Domain.Plans.Plan;

namespace Sojourn.Domain.Tests.Plans;

public sealed class AgreeingToAPlan
{
    [Fact] // PLAN-8
    public void A_plan_is_in_force_when_the_third_has_agreed() =>
        PlanStory.GivenVersion().After(PlanStory.Agree(1, Party.Prescriber)).After(PlanStory.Agree(1, Party.Patient)).When(PlanStory.Agree(1, Party.Therapist))
            .Then(new Event.Agreed(1, Party.Therapist, PlanStory.Therapist, null), new Event.Activated(1));

    [Fact] // PLAN-8
    public void Two_are_not_enough()
    {
        var story = PlanStory.GivenVersion().After(PlanStory.Agree(1, Party.Prescriber)).After(PlanStory.Agree(1, Party.Patient));
        Assert.Null(story.State.Active);
        Assert.Equal([Party.Therapist], story.State.Versions[1].Missing);
    }

    [Fact] // PLAN-17
    public void Agreed_by_all_it_comes_into_force_when_what_is_asked_before_the_course_is_answered()
    {
        var story = PlanStory.GivenVersion().After(Unmeasured(Party.Prescriber)).After(Unmeasured(Party.Patient));
        story.When(new Command.ComeIntoForce()).Then();
        story.When(Unmeasured(Party.Therapist)).Then(new Event.Agreed(1, Party.Therapist, PlanStory.Therapist, null));
        story.After(Unmeasured(Party.Therapist));
        Assert.Null(story.State.Active);
        story.When(new Command.ComeIntoForce()).Then(new Event.Activated(1));
        story.After(new Command.ComeIntoForce()).When(new Command.ComeIntoForce()).Then();

        static Command.Agree Unmeasured(Party party) => PlanStory.Agree(1, party) with { AllMeasured = false };
    }

    [Fact] // PLAN-10
    public void A_new_version_asks_everybody_again_and_the_old_one_stays_in_force_until_then()
    {
        var story = PlanStory.GivenActive().After(PlanStory.Propose);
        Assert.Equal(1, story.State.Active);
        Assert.Equal(3, story.State.Versions[2].Missing.Count);
        story.After(PlanStory.Agree(2, Party.Patient)).After(PlanStory.Agree(2, Party.Therapist));
        Assert.Equal(1, story.State.Active);
        story.After(PlanStory.Agree(2, Party.Prescriber));
        Assert.Equal(2, story.State.Active);
    }

    [Fact] // PLAN-9
    public void A_version_that_was_replaced_cannot_be_agreed_to() =>
        PlanStory.GivenVersion().After(PlanStory.Propose).When(PlanStory.Agree(1, Party.Patient)).ThenRefused("plan.superseded");

    [Fact] // PLAN-9
    public void A_version_that_does_not_exist_cannot_be_agreed_to() =>
        PlanStory.GivenVersion().When(PlanStory.Agree(7, Party.Patient)).ThenRefused("plan.no-such-version");

    [Fact] // PLAN-9
    public void Without_a_plan_there_is_nothing_to_agree_to() => PlanStory.Given().When(PlanStory.Agree(1, Party.Patient)).ThenRefused("plan.none-yet");

    [Theory] // PLAN-11
    [InlineData(Party.Patient)]
    [InlineData(Party.Therapist)]
    [InlineData(Party.Prescriber)]
    public void Nobody_agrees_while_the_patient_is_under_medicine(Party party) =>
        PlanStory.GivenVersion().When(PlanStory.Agree(1, party, underMedicine: true)).ThenRefused("plan.under-medicine");

    [Fact] // PLAN-12
    public void Only_the_therapist_of_the_plan_agrees_as_therapist() =>
        PlanStory.GivenVersion().When(PlanStory.Agree(1, Party.Therapist) with { Staff = PlanStory.Nurse }).ThenRefused("plan.not-in-team");

    [Theory] // PLAN-13
    [InlineData("")]
    [InlineData("Priya Nair")]
    [InlineData("Ana")]
    public void The_patient_signs_with_their_own_name(string typed) =>
        Assert.Equal(
            "typed-name",
            PlanStory.GivenVersion().When(PlanStory.Agree(1, Party.Patient) with { Signed = new(typed, PlanStory.Ana) }).ThenRefused("plan.name-differs").Field);

    [Fact]
    public void Agreeing_twice_is_agreeing_once() => PlanStory.GivenVersion().After(PlanStory.Agree(1, Party.Patient)).When(PlanStory.Agree(1, Party.Patient)).Then();

    [Fact]
    public void A_party_that_the_programme_does_not_ask_cannot_agree()
    {
        var without = PlanStory.Template with { AgreementOf = [Party.Patient, Party.Prescriber] };
        PlanStory.Given(PlanStory.SleepAgain).After(PlanStory.Propose with { Template = without }).When(PlanStory.Agree(1, Party.Therapist)).ThenRefused("plan.not-asked");
    }

    [Fact] // PLAN-14
    public void The_patient_takes_agreement_back_without_a_reason_and_nothing_is_in_force()
    {
        var story = PlanStory.GivenActive().After(new Command.WithdrawAgreement(1, Party.Patient, null, null));
        Assert.Null(story.State.Active);
        story.When(PlanStory.Agree(1, Party.Patient)).Then(new Event.Agreed(1, Party.Patient, null, "ana ruiz"), new Event.Activated(1));
    }

    [Fact] // PLAN-14
    public void Staff_give_a_reason_for_taking_agreement_back() =>
        PlanStory.GivenActive().When(new Command.WithdrawAgreement(1, Party.Prescriber, PlanStory.Prescriber, " ")).ThenRefused("plan.no-reason");

    [Fact] // PLAN-14
    public void Nobody_takes_back_what_another_agreed_to() =>
        PlanStory.GivenActive().When(new Command.WithdrawAgreement(1, Party.Prescriber, PlanStory.Therapist, "Doubt")).ThenRefused("plan.not-in-team");

    [Fact]
    public void What_was_not_agreed_cannot_be_taken_back() =>
        PlanStory.GivenVersion().When(new Command.WithdrawAgreement(1, Party.Patient, null, null)).ThenRefused("plan.not-agreed");
}
