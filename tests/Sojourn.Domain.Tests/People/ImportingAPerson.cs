using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Domain.Tests.People;

/// <summary>PEOPLE-13, PEOPLE-14.</summary>
public sealed class ImportingAPerson
{
    private static readonly Allergy Latex = new("Latex", null, null, AllergySeverity.NotStated, AllergyStatus.Active);
    private static readonly Condition Asthma = new("Asthma", null, null, new PartialDate(1999), null, ConditionStatus.Active);

    [Fact]
    public void Somebody_new_is_registered_with_everything_and_where_it_came_from()
    {
        var known = Story.Given().When(Import(Entry(1, Latex), Entry(2, Asthma))).And().Known;
        Assert.Equal(Story.Ana, known.Details);
        Assert.Equal([Latex, Asthma], known.Facts.OrderBy(held => held.Key.Value).Select(held => held.Value.Fact));
        Assert.Equal(2, known.Sources.Count);
    }

    [Fact]
    public void The_same_file_again_changes_nothing() =>
        Story.Given().When(Import(Entry(1, Latex), Entry(2, Asthma))).And().When(Import(Entry(1, Latex), Entry(2, Asthma))).Then();

    [Fact]
    public void What_changed_in_the_source_is_amended()
    {
        var resolved = Asthma with { Status = ConditionStatus.Resolved };
        var story = Story.Given().When(Import(Entry(2, Asthma))).And().When(Import(Entry(2, resolved)) with { Details = Story.Ana });
        var amended = Assert.IsType<Person.Event.ConditionAmended>(story.Events[0]);
        Assert.Equal((Asthma, resolved), (amended.Was, amended.Now));
    }

    [Fact]
    public void What_the_clinic_corrected_stays_when_the_source_says_the_same_again()
    {
        var corrected = Asthma with { Term = "Exercise asthma" };
        var story = Story.Given().When(Import(Entry(2, Asthma))).And()
            .When(new Person.Command.Amend(Story.Now, Story.Id(2), corrected, "Asked the person")).And()
            .When(Import(Entry(2, Asthma)));
        Assert.Empty(story.Events);
    }

    [Fact]
    public void What_the_clinic_struck_out_stays_struck_out()
    {
        var story = Story.Given().When(Import(Entry(2, Asthma))).And()
            .When(new Person.Command.EnterInError(Story.Now, Story.Id(2), "Brother's")).And()
            .When(Import(Entry(2, Asthma with { Status = ConditionStatus.Resolved })));
        Assert.Empty(story.Events);
    }

    [Fact]
    public void What_the_source_struck_out_is_struck_out()
    {
        var story = Story.Given().When(Import(Entry(2, Asthma))).And().When(Import() with { EnteredInError = ["Condition/2", "Condition/77"] });
        Assert.True(story.And().Known.Facts[Story.Id(2)].InError);
    }

    [Fact]
    public void An_entry_that_the_clinic_has_already_is_not_doubled()
    {
        var story = Story.GivenAna().When(new Person.Command.Record(Story.Now, Story.Id(9), Latex)).And().When(Import(Entry(1, Latex)));
        Assert.Equal(1, Assert.IsType<Person.Event.Imported>(Assert.Single(story.Events)).KnownAlready);
    }

    [Fact]
    public void At_the_first_meeting_only_what_is_empty_is_filled()
    {
        var file = Story.Ana with
        {
            Name = new PersonName("Ana", "Ruiz-Ortega"),
            Language = "en",
            Contacts = new Contacts("555 0000", "other@example.test", new Address("1 Elm St", null, null, null, null)),
            Identifiers = [.. Story.Ana.Identifiers, new Identifier("urn:hospital", "77")],
        };
        var details = Story.GivenAna().When(Import() with { Details = file }).And().Known.Details;
        Assert.Equal(Story.Ana with { Contacts = Story.Ana.Contacts with { Address = file.Contacts.Address }, Identifiers = file.Identifiers }, details);
    }

    [Fact]
    public void Later_only_what_changed_in_the_source_is_taken()
    {
        var moved = Story.Ana with { Contacts = Story.Ana.Contacts with { Phone = "206 555 0777" } };
        var story = Story.Given().When(Import()).And()
            .When(new Person.Command.CorrectDetails(Story.Now, Story.Ana with { Pronouns = "they/them" }, "said so", Person.Likeness.Nobody)).And()
            .When(Import() with { Details = moved });
        Assert.Equal(moved with { Pronouns = "they/them" }, story.And().Known.Details);
    }

    [Fact]
    public void A_number_of_quite_another_person_is_refused()
    {
        var other = Story.Ana with { Name = new PersonName("Bob", "Keeling"), BirthDate = new DateOnly(1991, 7, 8) };
        Assert.Contains("One of the numbers is wrong", Story.GivenAna().When(Import() with { Details = other }).ThenRefused("people.other-person").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_broken_entry_is_named_and_nothing_is_taken()
    {
        var impossible = new Vital(VitalKind.Systolic, 1200, null, Story.Now, "import");
        var story = Story.Given().When(Import(Entry(1, Latex), Entry(2, Asthma with { Onset = new PartialDate(1901) }), Entry(3, impossible)));
        Assert.Equal(["Condition/2", "Vital/3"], story.Refused.Select(reason => reason.Field));
    }

    [Fact]
    public void A_lookalike_stops_somebody_new_but_not_somebody_known()
    {
        var likeness = new Person.Likeness([], [new(new PersonId(Guid.AllBitsSet), "Ana Ruiz, born 14-Jul-1985")]);
        Story.Given().When(Import() with { Likeness = likeness }).ThenRefused("people.looks-like");
        Assert.NotEmpty(Story.GivenAna().When(Import() with { Likeness = likeness }).Events);
    }

    [Fact]
    public void A_death_is_taken_over()
    {
        var story = Story.Given().When(Import() with { Died = true, DiedOn = new PartialDate(2022, 7, 22) });
        Assert.Contains(story.Events, e => e is Person.Event.DeathRecorded);
        Assert.True(story.And().Known.Died);
    }

    private static Person.ImportedFact Entry(int number, Fact fact) => new(Story.Id(number), $"{fact.GetType().Name}/{number}", fact);

    private static Person.Command.Import Import(params Person.ImportedFact[] facts) =>
        new(Story.Now, "ana.json", "abc", "Patient/1", Story.Ana, null, Died: false, NoKnownAllergies: false, facts, [], Person.Likeness.Nobody);
}
