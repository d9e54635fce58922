using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Domain.Tests.People;

/// <summary>PEOPLE-20, PEOPLE-21.</summary>
public sealed class ClosingADuplicate
{
    private static readonly PersonId Self = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly PersonId Other = new(new Guid(2, 0, 0, new byte[8]));

    private static Person.Command.MarkDuplicate Mark => new(Story.Now, Self, Other, OfGoesOn: true, OthersLeadHere: false, VisitsAhead: 0, "Same health card");

    [Fact]
    public void It_is_recorded_with_the_reason() => Story.GivenAna().When(Mark).Then(new Person.Event.MarkedDuplicate(Other, "Same health card"));

    [Fact]
    public void Nothing_more_is_written_in_it() =>
        Story.GivenAna().When(Mark).And().When(new Person.Command.StateNoKnownAllergies(Story.Now)).ThenRefused("people.duplicate");

    [Fact]
    public void It_leads_to_a_record_that_goes_on_and_has_nothing_booked()
    {
        Story.GivenAna().When(Mark with { Of = Self }).ThenRefused("people.no-other");
        Story.GivenAna().When(Mark with { OfGoesOn = false }).ThenRefused("people.no-other");
        Story.GivenAna().When(Mark with { OthersLeadHere = true }).ThenRefused("people.others-lead-here");
        Story.GivenAna().When(Mark with { VisitsAhead = 1 }).ThenRefused("people.visits-ahead");
        Story.GivenAna().When(Mark with { Reason = " " }).ThenRefused("people.no-reason");
    }
}
