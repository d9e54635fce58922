using Sojourn.Domain.Consents;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Tests.Kernel;
using static Sojourn.Domain.Consents.Consent;

namespace Sojourn.Domain.Tests.Consents;

public sealed class GivingConsent
{
    [Fact] // CONS-1
    public void The_text_its_version_its_hash_and_the_name_are_kept() => ConsentStory.Given().When(ConsentStory.Give).Then(ConsentStory.Signed);

    [Fact]
    public void Who_handed_over_the_tablet_is_kept()
    {
        var nurse = new StaffId(new Guid(3, 0, 0, new byte[8]));
        ConsentStory.Given().When(ConsentStory.Give with { TakenBy = nurse }).Then(ConsentStory.Signed with { TakenBy = nurse });
    }

    [Fact] // CONS-2
    public void Under_medicine_nothing_is_signed() => ConsentStory.Given().When(ConsentStory.Give with { UnderMedicine = new(true) }).ThenRefused("consent.under-medicine");

    [Fact] // CONS-3
    public void A_text_without_the_not_a_cure_statement_cannot_be_signed() =>
        ConsentStory.Given().When(ConsentStory.Give with { Text = ConsentStory.Text with { SaysNotACure = false } }).ThenRefused("consent.no-not-a-cure");

    [Fact] // CONS-4
    public void Every_section_is_ticked_and_each_one_missed_is_named()
    {
        var story = ConsentStory.Given().When(ConsentStory.Give with { SectionsRead = [2] });
        Assert.Equal(["read-1", "read-3"], story.Reasons.Where(r => r.Code == "consent.not-read").Select(r => r.Field));
    }

    [Fact] // CONS-5
    public void Another_persons_name_is_no_signature() =>
        Assert.Equal("typed-name", ConsentStory.Given().When(ConsentStory.Give with { TypedName = "Priya Nair" }).ThenRefused("consent.name-differs").Field);

    [Theory] // CONS-6
    [InlineData(1, "ab12")]
    [InlineData(2, "cd34")]
    public void What_changed_since_it_was_read_is_read_again(int version, string hash) =>
        ConsentStory.Given().When(ConsentStory.Give with { VersionRead = version, Sha256Read = hash }).ThenRefused("consent.text-changed");

    [Fact]
    public void All_that_is_missing_is_said_at_once()
    {
        var nothing = ConsentStory.Give with { Text = ConsentStory.Text with { SaysNotACure = false }, VersionRead = 1, SectionsRead = [], TypedName = "", UnderMedicine = new(true) };
        Assert.Equal(7, ConsentStory.Given().When(nothing).Reasons.Count);
    }

    [Fact]
    public void Signing_twice_is_signing_once() => ConsentStory.Given(ConsentStory.Signed).When(ConsentStory.Give).Then();

    [Fact] // CONS-6
    public void A_new_version_is_signed_again()
    {
        var story = ConsentStory.Given(ConsentStory.Signed);
        Assert.False(story.State.IsCurrent("treatment", 3, "ef56"));
        var third = ConsentStory.Give with { Text = ConsentStory.Text with { Version = 3, Sha256 = "ef56" }, VersionRead = 3, Sha256Read = "ef56" };
        Assert.True(story.After(third).State.IsCurrent("treatment", 3, "ef56"));
    }

    [Fact] // CONS-7
    public void A_consent_is_taken_back_for_no_reason_at_any_time()
    {
        var story = ConsentStory.Given(ConsentStory.Signed).After(new Command.Withdraw("treatment", null));
        Assert.False(story.State.IsCurrent("treatment", 2, "ab12"));
        story.When(new Command.Withdraw("treatment", null)).Then();
        story.When(ConsentStory.Give).Then(ConsentStory.Signed);
    }

    [Fact] // CONS-7
    public void What_was_not_signed_cannot_be_taken_back() => ConsentStory.Given().When(new Command.Withdraw("treatment", null)).ThenRefused("consent.not-given");

    [Fact]
    public void Every_event_of_a_consent_is_folded()
    {
        var state = ConsentStory.Given(ConsentStory.Signed with { Document = "words" }).State;
        Assert.All(Blank.EveryOne<Event>(), e => Assert.NotNull(Evolve(state, e)));
    }
}
