using Sojourn.Domain.People;

namespace Sojourn.Domain.Tests.People;

/// <summary>PEOPLE-6.</summary>
public sealed class CorrectingDetails
{
    [Fact]
    public void Both_readings_are_kept()
    {
        var married = Story.Ana with { Name = new PersonName("Ana Lucía", "Ruiz Ortega") };
        Story.GivenAna().When(Correct(married, "Married")).Then(new Person.Event.DetailsCorrected(Story.Ana, married, "Married"));
    }

    [Fact]
    public void Unchanged_details_change_nothing() => Story.GivenAna().When(Correct(Story.Ana, "")).Then();

    [Fact]
    public void A_reason_is_asked_for() =>
        Story.GivenAna().When(Correct(Story.Ana with { Pronouns = null }, " ")).ThenRefused("people.no-reason");

    [Fact]
    public void A_birth_date_in_the_future_is_refused_here_too() =>
        Story.GivenAna().When(Correct(Story.Ana with { BirthDate = new DateOnly(2027, 1, 1) }, "typo")).ThenRefused("people.born-in-the-future");

    [Fact]
    public void A_changed_telephone_number_does_not_ask_again_about_a_namesake()
    {
        var twin = new Person.Likeness([], [new(new(Guid.AllBitsSet), "Ana Ruiz, born 14-Jul-1985")]);
        Assert.Single(Story.GivenAna().When(new Person.Command.CorrectDetails(Story.Now, Story.Ana with { Contacts = Contacts.None }, "asked", twin)).Events);
    }

    [Fact]
    public void An_emergency_contact_needs_a_name_and_a_number()
    {
        var story = Story.GivenAna().When(new Person.Command.NameEmergencyContact(Story.Now, new EmergencyContact("", "sister", "")));
        Assert.Equal(["people.no-emergency-name", "people.no-emergency-phone"], story.Refused.Select(reason => reason.Code));
    }

    [Fact]
    public void An_emergency_contact_named_twice_is_named_once()
    {
        var command = new Person.Command.NameEmergencyContact(Story.Now, new EmergencyContact("Marta Ruiz", "sister", "206 555 0199"));
        Story.GivenAna().When(command).And().When(command).Then();
    }

    [Fact]
    public void A_family_doctor_is_named()
    {
        var doctor = new FamilyDoctor("Dr Okafor", "Harbour Practice", null, "desk@harbour.example");
        Story.GivenAna().When(new Person.Command.NameFamilyDoctor(Story.Now, doctor)).Then(new Person.Event.FamilyDoctorNamed(doctor));
    }

    [Fact]
    public void A_death_before_birth_is_refused() =>
        Story.GivenAna().When(new Person.Command.RecordDeath(Story.Now, new PartialDate(1980))).ThenRefused("people.death-before-birth");

    private static Person.Command.CorrectDetails Correct(Demographics details, string reason) => new(Story.Now, details, reason, Person.Likeness.Nobody);
}
