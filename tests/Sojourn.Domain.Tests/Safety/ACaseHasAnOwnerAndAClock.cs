using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Safety;
using static Sojourn.Domain.Tests.Safety.CaseStory;

namespace Sojourn.Domain.Tests.Safety;

public sealed class ACaseHasAnOwnerAndAClock
{
    [Fact]
    public void What_the_concern_is_who_owns_it_and_by_when_is_kept()
    {
        var opened = Assert.IsType<SafetyCase.Event.Opened>(Assert.Single(Given().When(Opening).Events));
        Assert.Equal((Therapist, Lead, Now.AddMinutes(15), Now.AddHours(24), true), (opened.Owner, opened.Deputy, opened.AcknowledgeBy, opened.ActBy, opened.CrisisHelpShown));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Given().When(Opening with { Reason = "", Owner = default, Deputy = new Owner("role/"), AcknowledgeBy = Now, ActBy = Now.AddMinutes(-1) })
            .ThenRefused("safety.no-reason", "safety.no-owner", "safety.no-deputy", "safety.no-time-to-acknowledge", "safety.act-before-acknowledged");

    [Fact]
    public void The_deputy_is_somebody_else() => Given().When(Opening with { Deputy = Therapist }).ThenRefused("safety.deputy-is-owner");

    [Fact]
    public void The_deputy_is_told_when_nobody_acknowledges_in_time()
    {
        GivenOpen().When(Tick(Now.AddMinutes(15).AddSeconds(-1))).Then();
        GivenOpen().When(Tick(Now.AddMinutes(15))).Then(new SafetyCase.Event.Escalated(Lead, WasAcknowledged: false, Now.AddMinutes(15)))
            .And().When(Tick(Now.AddMinutes(30))).Then();
    }

    [Fact]
    public void The_deputy_is_told_again_when_it_was_seen_but_nothing_was_done_in_time()
    {
        var seen = GivenOpen().When(Tick(Now.AddMinutes(15))).And().When(new SafetyCase.Command.Acknowledge(Now.AddMinutes(16), Noor)).And();
        seen.When(Tick(Now.AddHours(23))).Then();
        seen.When(Tick(Now.AddHours(24))).Then(new SafetyCase.Event.Escalated(Lead, WasAcknowledged: true, Now.AddHours(24)));
        seen.When(Act("Called her")).And().When(Tick(Now.AddHours(25))).Then();
    }

    [Fact]
    public void Handing_over_starts_the_clock_again()
    {
        var other = Owner.Whoever("nurse");
        var handed = GivenOpen().When(new SafetyCase.Command.Acknowledge(Now, Noor)).And().When(new SafetyCase.Command.HandOver(Now.AddHours(1), other, "End of shift", Now.AddHours(2)))
            .Then(new SafetyCase.Event.HandedOver(Therapist, other, "End of shift", Now.AddHours(2), Now.AddHours(1))).And();
        handed.When(Tick(Now.AddHours(2))).Then(new SafetyCase.Event.Escalated(Lead, WasAcknowledged: false, Now.AddHours(2)));
    }

    [Fact]
    public void It_is_not_handed_to_nobody_to_oneself_or_to_the_deputy()
    {
        GivenOpen().When(new SafetyCase.Command.HandOver(Now, default, "", Now)).ThenRefused("safety.no-owner", "safety.no-reason", "safety.no-time-to-acknowledge");
        GivenOpen().When(new SafetyCase.Command.HandOver(Now, Therapist, "x", Now.AddHours(1))).ThenRefused("safety.owner-already");
        GivenOpen().When(new SafetyCase.Command.HandOver(Now, Lead, "x", Now.AddHours(1))).ThenRefused("safety.deputy-is-owner");
    }

    [Fact]
    public void A_concern_grows_graver_and_never_less_grave()
    {
        GivenOpen().When(Graver("C-SSRS: a plan", Now.AddMinutes(5), Now.AddHours(8)))
            .Then(new SafetyCase.Event.Raised(ConcernLevel.Moderate, ConcernLevel.High, "C-SSRS: a plan", Now.AddMinutes(5), Now.AddHours(8), Now));
        GivenOpen().When(Graver("", Now, Now.AddMinutes(-1))).ThenRefused("safety.no-reason", "safety.no-time-to-acknowledge", "safety.act-before-acknowledged");
        GivenOpen().When(Graver("better", Now.AddHours(1), Now.AddHours(2)) with { To = ConcernLevel.Low }).Then();
    }

    [Fact]
    public void A_graver_concern_is_acknowledged_anew_and_sets_no_clock_back()
    {
        GivenOpen().When(Graver("worse", Now.AddHours(30), Now.AddDays(2)))
            .Then(new SafetyCase.Event.Raised(ConcernLevel.Moderate, ConcernLevel.High, "worse", Now.AddMinutes(15), Now.AddHours(24), Now));
        var raised = GivenOpen().When(new SafetyCase.Command.Acknowledge(Now, Noor)).And().When(Graver("worse", Now.AddHours(1), Now.AddHours(2))).And();
        raised.When(Tick(Now.AddHours(1))).Then(new SafetyCase.Event.Escalated(Lead, WasAcknowledged: false, Now.AddHours(1)));
    }

    private static SafetyCase.Command.Raise Graver(string why, DateTimeOffset acknowledgeBy, DateTimeOffset actBy) => new(Now, ConcernLevel.High, why, acknowledgeBy, actBy);

    private static SafetyCase.Command.Escalate Tick(DateTimeOffset at) => new(at);

    private static SafetyCase.Command.RecordAction Act(string words) => new(Now, Noor, words);
}
