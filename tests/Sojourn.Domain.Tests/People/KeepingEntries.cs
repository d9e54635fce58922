using Sojourn.Domain.People;

namespace Sojourn.Domain.Tests.People;

/// <summary>PEOPLE-6 to PEOPLE-9.</summary>
public sealed class KeepingEntries
{
    private static readonly Condition Depression = new("Major depression", "the grey", new Coding("http://snomed.info/sct", "370143000"), new PartialDate(2019), null, ConditionStatus.Active);
    private static readonly Allergy Penicillin = new("Penicillin", null, "rash", AllergySeverity.Mild, AllergyStatus.Active);
    private static readonly Medicine Sertraline = new(
        "Sertraline", null, "50 mg in the morning", new PartialDate(2023, 4), null, null, MedicineStatus.Current, TrialAdequacy.Adequate, TreatmentEffect.HelpedPartly);

    [Fact]
    public void Every_kind_of_entry_is_recorded()
    {
        Fact[] facts = [Depression, Penicillin, Sertraline];
        foreach (var fact in facts)
        {
            var story = Story.GivenAna().When(new Person.Command.Record(Story.Now, Story.Id(1), fact)).And();
            Assert.Equal(new Person.Held(fact, InError: false), story.Known.Facts[Story.Id(1)]);
        }
    }

    [Fact]
    public void The_same_entry_is_not_made_twice() =>
        With(Penicillin).When(new Person.Command.Record(Story.Now, Story.Id(2), Penicillin)).ThenRefused("people.on-record-already");

    [Fact]
    public void An_amendment_keeps_both_readings()
    {
        var higher = Sertraline with { Dose = "100 mg in the morning" };
        With(Sertraline).When(new Person.Command.Amend(Story.Now, Story.Id(1), higher, "Raised in October"))
            .Then(new Person.Event.MedicineAmended(Story.Id(1), Sertraline, higher, "Raised in October"));
    }

    [Fact]
    public void An_amendment_needs_a_reason() =>
        With(Sertraline).When(new Person.Command.Amend(Story.Now, Story.Id(1), Sertraline with { Dose = null }, "")).ThenRefused("people.no-reason");

    [Fact]
    public void An_entry_does_not_become_one_of_another_kind() =>
        With(Sertraline).When(new Person.Command.Amend(Story.Now, Story.Id(1), Penicillin, "slip")).ThenRefused("people.other-kind");

    [Fact]
    public void A_struck_out_entry_stays_with_its_words_and_reason() =>
        With(Penicillin).When(new Person.Command.EnterInError(Story.Now, Story.Id(1), "Other person's chart"))
            .Then(new Person.Event.EnteredInError(Story.Id(1), "Penicillin (rash)", "Other person's chart"));

    [Fact]
    public void A_struck_out_entry_is_not_amended() =>
        With(Penicillin).When(new Person.Command.EnterInError(Story.Now, Story.Id(1), "slip")).And()
            .When(new Person.Command.Amend(Story.Now, Story.Id(1), Penicillin with { Reaction = null }, "no")).ThenRefused("people.struck-out");

    [Fact]
    public void No_known_allergies_is_not_said_beside_an_allergy() =>
        With(Penicillin).When(new Person.Command.StateNoKnownAllergies(Story.Now)).ThenRefused("people.has-allergies");

    [Fact]
    public void An_allergy_found_later_ends_no_known_allergies()
    {
        var story = Story.GivenAna().When(new Person.Command.StateNoKnownAllergies(Story.Now)).And();
        Assert.True(story.Known.NoKnownAllergies);
        Assert.False(story.When(new Person.Command.Record(Story.Now, Story.Id(1), Penicillin)).And().Known.NoKnownAllergies);
    }

    [Theory]
    [InlineData("2027", null, "people.begins-in-the-future")]
    [InlineData("1984", null, "people.begins-before-birth")]
    [InlineData("2020-05", "2020-04", "people.ends-before-it-begins")]
    [InlineData("2020", "2027", "people.ends-in-the-future")]
    public void A_condition_lies_in_the_persons_life(string onset, string? ended, string code) =>
        Story.GivenAna()
            .When(new Person.Command.Record(Story.Now, Story.Id(1), Depression with { Onset = PartialDate.Read(onset), Ended = PartialDate.Read(ended) }))
            .ThenRefused(code);

    [Fact]
    public void A_year_alone_can_be_the_year_of_birth() =>
        Assert.Single(Story.GivenAna().When(new Person.Command.Record(Story.Now, Story.Id(1), Depression with { Onset = new PartialDate(1985) })).Events);

    private static Story With(Fact fact) => Story.GivenAna().When(new Person.Command.Record(Story.Now, Story.Id(1), fact)).And();
}
