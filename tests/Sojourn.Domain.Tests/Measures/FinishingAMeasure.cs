using Sojourn.Domain.Measures;
using static Sojourn.Domain.Tests.Measures.MeasureStory;

namespace Sojourn.Domain.Tests.Measures;

public sealed class FinishingAMeasure
{
    private static readonly Measure.Command.Finish Finish = new(Now.AddHours(1), Invented.Mood);

    [Fact]
    public void The_score_follows_from_the_answers_and_is_kept_with_its_flags()
    {
        var finished = GivenOpen(Invented.Mood).Answered(Invented.Mood, 2, 2, 1, 1).When(Finish).Then<Measure.Event.Finished>();
        Assert.Equal((6m, "High"), (finished.Total!.Value, finished.Band!));
        Assert.Equal(["worry", "much"], finished.Flags.Select(flag => flag.Id));
        Assert.Equal(Now.AddHours(25), finished.ReadBy);
    }

    [Fact]
    public void Every_question_is_answered_or_skipped_first()
    {
        var reasons = GivenOpen(Invented.Mood).Answered(Invented.Mood, 2, null).When(Finish).Reasons;
        Assert.Equal(["mood-3", "mood-4"], reasons.Select(reason => reason.Field));
        Assert.All(reasons, reason => Assert.Equal("measures.unanswered", reason.Code));
    }

    [Fact]
    public void A_skip_within_the_rule_is_prorated() =>
        Assert.True(GivenOpen(Invented.Mood).Answered(Invented.Mood, 2, 1, null, 0).When(Finish).Then<Measure.Event.Finished>().Prorated);

    [Fact]
    public void Skipping_everything_on_risk_is_not_silent()
    {
        var finished = GivenOpen(Invented.Risk).Answered(Invented.Risk, null, null, null).When(new Measure.Command.Finish(Now, Invented.Risk)).Then<Measure.Event.Finished>();
        Assert.Equal(["unanswered"], finished.Flags.Select(flag => flag.Id));
        Assert.Null(finished.Band);
    }

    [Fact]
    public void A_question_that_nobody_asks_need_not_be_answered() =>
        Assert.Equal("none", GivenOpen(Invented.Risk).Answered(Invented.Risk, 0, 0).When(new Measure.Command.Finish(Now, Invented.Risk)).Then<Measure.Event.Finished>().Band);

    [Fact]
    public void A_correction_changes_the_score_but_not_what_was_answered_before()
    {
        var corrected = GivenOpen(Invented.Mood).Answered(Invented.Mood, 0, 0, 0, 3).When(new Measure.Command.Answer(Now, Invented.Mood, "mood-4", 0)).And();
        Assert.Empty(corrected.When(Finish).Then<Measure.Event.Finished>().Flags);
    }

    [Fact]
    public void It_is_read_once()
    {
        var finished = GivenOpen(Invented.Mood).Answered(Invented.Mood, 0, 0, 0, 0).When(Finish).And();
        finished.When(new Measure.Command.Read(Now)).Then<Measure.Event.Read>();
        finished.When(new Measure.Command.Read(Now)).And().When(new Measure.Command.Read(Now)).ThenNothing();
    }
}

public sealed class EnteringATotal
{
    [Theory]
    [InlineData(3, "Below", 0)]
    [InlineData(4, "Above", 1)]
    public void A_licensed_instrument_is_known_by_its_total(int total, string band, int flags)
    {
        var finished = GivenOpen(Invented.Licensed).When(Enter(total)).Then<Measure.Event.Finished>();
        Assert.Equal(((decimal?)total, band, flags, "paper form"), (finished.Total, finished.Band!, finished.Flags.Count, finished.TakenFrom!));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(9)]
    [InlineData(3.5)]
    public void A_total_that_cannot_be_is_refused(double total)
    {
        var story = GivenOpen(Invented.Licensed).When(Enter((decimal)total));
        story.ThenRefused("measures.not-a-total");
        Assert.Contains("runs from 0 to 8 in whole numbers", story.Reasons[0].Sentence);
    }

    [Fact]
    public void Where_it_comes_from_is_said() => GivenOpen(Invented.Licensed).When(Enter(3) with { From = " " }).ThenRefused("measures.no-origin");

    [Fact]
    public void A_triage_has_no_total_to_enter() =>
        GivenOpen(Invented.Risk).When(new Measure.Command.EnterTotal(Now, Invented.Risk, 1, "paper")).ThenRefused("measures.not-a-total");

    private static Measure.Command.EnterTotal Enter(decimal total) => new(Now.AddMinutes(1), Invented.Licensed, total, "paper form");
}
