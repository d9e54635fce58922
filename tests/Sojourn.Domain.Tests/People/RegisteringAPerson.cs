using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Domain.Tests.People;

/// <summary>PEOPLE-1 to PEOPLE-3.</summary>
public sealed class RegisteringAPerson
{
    private static readonly Person.Lookalike Twin = new(new PersonId(Guid.AllBitsSet), "Ana Ruiz, born 14-Jul-1985");

    [Fact]
    public void A_person_with_sound_details_is_registered() =>
        Story.Given().When(Register(Story.Ana)).Then(new Person.Event.Registered(Story.Ana));

    [Fact]
    public void Somebody_registered_is_not_registered_twice() =>
        Story.GivenAna().When(Register(Story.Ana)).ThenRefused("people.registered-already");

    [Theory]
    [InlineData("2026-11-22", null)]
    [InlineData("2026-11-23", "people.born-in-the-future")]
    [InlineData("9999-12-31", "people.born-in-the-future")]
    [InlineData("1906-11-22", null)]
    [InlineData("1906-11-21", "people.born-too-long-ago")]
    public void A_birth_date_lies_between_today_and_120_years_ago(string birthDate, string? refused)
    {
        var story = Story.Given().When(Register(Story.Ana with { BirthDate = DateOnly.Parse(birthDate) }));
        if (refused is null)
        {
            Assert.Single(story.Events);
        }
        else
        {
            Assert.Equal("birth-date", story.ThenRefused(refused).Field);
        }
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData(" ", "-", false)]
    [InlineData("", "Suharto", true)]
    [InlineData("王", "", true)]
    public void A_name_has_at_least_one_letter(string given, string family, bool sound)
    {
        var story = Story.Given().When(Register(Story.Ana with { Name = new PersonName(given, family) }));
        Assert.Equal(sound, story.Answer is Decision<Person.Event>.Accepted);
    }

    [Theory]
    [InlineData("ana@example.test", true)]
    [InlineData("ana.maria+clinic@mail.example.org", true)]
    [InlineData("ana@example", false)]
    [InlineData("ana example.org", false)]
    [InlineData("ana@@example.org", false)]
    [InlineData("", false)]
    public void An_email_address_reads_like_one(string email, bool sound) =>
        Assert.Equal(sound, !Person.EmailIsSound(email, "email").Any());

    [Theory]
    [InlineData("+1 415 555 0101", true)]
    [InlineData("(206) 555-0102", true)]
    [InlineData("555-981-8755 ext. 12", true)]
    [InlineData("+49 (0)30 1234567", true)]
    [InlineData("12", false)]
    [InlineData("call my mother", false)]
    [InlineData("123456789012345678901", false)]
    public void A_telephone_number_reads_like_one(string phone, bool sound) =>
        Assert.Equal(sound, !Person.PhoneIsSound(phone, "phone").Any());

    [Fact]
    public void All_reasons_are_given_at_once()
    {
        var story = Story.Given().When(Register(Story.Ana with
        {
            Name = new PersonName("", ""),
            BirthDate = new DateOnly(2062, 1, 1),
            Contacts = new Contacts("x", "y"),
        }));
        Assert.Equal(["people.no-name", "people.born-in-the-future", "people.email-shape", "people.phone-shape"], story.Refused.Select(reason => reason.Code));
    }

    [Fact]
    public void A_number_belongs_to_one_person()
    {
        var refusal = Story.Given().When(Register(Story.Ana, new Person.Likeness([Twin], [Twin], SaidToBeAnother: true))).ThenRefused("people.identifier-taken");
        Assert.Contains("Ana Ruiz, born 14-Jul-1985", refusal.Sentence, StringComparison.Ordinal);
        Assert.Equal($"people/{Guid.AllBitsSet}", refusal.Remedy?.Resource);
    }

    [Fact]
    public void The_same_name_and_birth_date_ask_whether_they_are_two_people() =>
        Story.Given().When(Register(Story.Ana, new Person.Likeness([], [Twin]))).ThenRefused("people.looks-like");

    [Fact]
    public void Two_people_of_the_same_name_and_birth_date_can_be_registered() =>
        Assert.Single(Story.Given().When(Register(Story.Ana, new Person.Likeness([], [Twin], SaidToBeAnother: true))).Events);

    [Fact]
    public void Nothing_is_done_to_nobody() =>
        Story.Given().When(new Person.Command.StateNoKnownAllergies(Story.Now)).ThenRefused("people.nobody");

    private static Person.Command.Register Register(Demographics details, Person.Likeness? likeness = null) =>
        new(Story.Now, details, likeness ?? Person.Likeness.Nobody);
}
