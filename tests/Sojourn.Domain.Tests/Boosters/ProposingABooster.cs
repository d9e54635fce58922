using Sojourn.Domain.Boosters;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Boosters.Booster;

namespace Sojourn.Domain.Tests.Boosters;

public sealed class ProposingABooster
{
    [Fact] // BOOST-1
    public void Who_proposes_has_said_yes_and_the_others_are_waited_for()
    {
        var story = BoosterStory.Given().When(BoosterStory.Propose);
        story.Then(BoosterStory.First, new Event.Decided(1, Party.Therapist, Yes: true, null, BoosterStory.Therapist));
        Assert.Equal([Party.Patient, Party.Prescriber], story.Given(story.Events).State.Last!.Missing.Order());
    }

    [Fact] // BOOST-2
    public void No_booster_before_the_first_medicine() =>
        BoosterStory.Given().When(BoosterStory.Propose with { Series = BoosterStory.Finished with { LastMedicineOn = null, Given = 0 } }).ThenRefused("booster.no-medicine-yet");

    [Fact] // BOOST-2
    public void No_booster_before_the_series_is_finished() =>
        BoosterStory.Given().When(BoosterStory.Propose with { Series = BoosterStory.Finished with { Given = 5 } }).ThenRefused("booster.series-not-finished");

    [Fact] // BOOST-1
    public void A_reason_is_asked_for() => BoosterStory.Given().When(BoosterStory.Propose with { Reason = "" }).ThenRefused("booster.no-reason");

    [Fact]
    public void A_step_is_one_of_the_ladders() => BoosterStory.Given().When(BoosterStory.Propose with { Step = "daily" }).ThenRefused("booster.no-such-step");

    [Fact]
    public void A_programme_without_a_ladder_has_no_boosters() => BoosterStory.Given().When(BoosterStory.Propose with { Ladder = [] }).ThenRefused("booster.no-ladder");

    [Fact]
    public void A_step_that_nobody_decides_is_the_programme_files_fault() =>
        BoosterStory.Given().When(BoosterStory.Propose with { Ladder = [BoosterStory.Ladder[0] with { DecidedBy = ["manager"] }] }).ThenRefused("booster.nobody-decides");

    [Fact] // BOOST-1
    public void One_booster_at_a_time() => BoosterStory.GivenProposed().When(BoosterStory.Propose).ThenRefused("booster.open-already");

    [Fact] // BOOST-1
    public void The_next_is_proposed_when_the_agreed_one_was_given()
    {
        BoosterStory.GivenAgreed().When(BoosterStory.Propose).ThenRefused("booster.not-given-yet");
        var later = BoosterStory.Propose with { Series = BoosterStory.Finished with { LastMedicineOn = BoosterStory.Last.AddDays(7), Given = 7, Today = BoosterStory.Last.AddDays(9) } };
        Assert.Equal(2, Assert.IsType<Event.Proposed>(BoosterStory.GivenAgreed().When(later).Events[0]).Number);
    }

    [Fact]
    public void Where_one_party_decides_alone_proposing_is_agreeing()
    {
        var alone = BoosterStory.Propose with { Ladder = [BoosterStory.Ladder[0] with { DecidedBy = ["therapist"] }] };
        Assert.Equal(new Event.Agreed(1), BoosterStory.Given().When(alone).Events[^1]);
    }
}

public sealed class ClimbingTheLadder
{
    [Theory] // BOOST-3: four weekly, then four fortnightly, then monthly for as long as people say
    [InlineData(0, 0, "weekly")]
    [InlineData(3, 0, "weekly")]
    [InlineData(4, 0, "fortnightly")]
    [InlineData(4, 1, "fortnightly")]
    [InlineData(0, 4, "monthly")]
    [InlineData(4, 4, "monthly")]
    public void The_next_rung_comes_after_the_exit_rule(int weekly, int fortnightly, string next) =>
        Assert.Equal(next, Ladder.Next(BoosterStory.Ladder, [.. Enumerable.Repeat("weekly", weekly), .. Enumerable.Repeat("fortnightly", fortnightly)])!.Id);

    [Fact] // BOOST-3
    public void Only_boosters_in_a_row_count() =>
        Assert.Equal("weekly", Ladder.Next(BoosterStory.Ladder, ["weekly", "weekly", "fortnightly", "weekly", "weekly"])!.Id);

    [Fact] // BOOST-3
    public void The_last_rung_and_one_without_a_number_stay() => Assert.Equal("monthly", Ladder.Next(BoosterStory.Ladder, [.. Enumerable.Repeat("monthly", 20)])!.Id);

    [Fact]
    public void A_rung_that_the_programme_no_longer_has_begins_again() => Assert.Equal("weekly", Ladder.Next(BoosterStory.Ladder, ["yearly"])!.Id);

    [Fact]
    public void No_ladder_no_rung() => Assert.Null(Ladder.Next([], []));

    [Theory] // BOOST-2
    [InlineData(0, "2026-11-20", "2026-11-27", "2026-11-27")]
    [InlineData(2, "2026-11-22", "2026-12-18", "2026-12-25")]
    [InlineData(2, "2027-01-05", "2027-01-05", "2027-01-05")]
    [InlineData(3, "2026-11-22", "2026-12-11", "2027-02-18")]
    public void Days_are_counted_from_the_last_medicine_and_never_lie_in_the_past(int rung, string today, string earliest, string latest) =>
        Assert.Equal((Day(earliest), Day(latest)), Ladder.Window(BoosterStory.Ladder[rung], BoosterStory.Last, Day(today)));

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
