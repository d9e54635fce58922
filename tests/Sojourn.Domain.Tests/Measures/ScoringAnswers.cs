using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Measures;

namespace Sojourn.Domain.Tests.Measures;

public sealed class ScoringAnswers
{
    private static readonly Instrument Mood = Invented.Mood;
    private static readonly Instrument Risk = Invented.Risk;

    [Theory]
    [InlineData(2, "Low", 0)]
    [InlineData(3, "High", 1)]
    public void A_band_and_a_flag_begin_at_their_figure(int third, string band, int flags)
    {
        var score = Score(Mood, 2, 1, third, 0);
        Assert.Equal((3m + third, band, flags), (score.Total!.Value, score.Band!, score.Flags.Count));
    }

    [Fact]
    public void A_prorated_total_is_a_whole_number() => Assert.Equal(3, Score(Mood, 1, 1, null, 0).Total);

    [Fact]
    public void One_too_many_missing_gives_no_total_and_says_what_it_needs()
    {
        var score = Score(Mood, 3, null, null, 0);
        Assert.Equal((null, "Questions 2 and 3 are unanswered; a total needs at least 3 of the 4."), (score.Total, score.WhyNoTotal));
        Assert.Equal(["mood-2", "mood-3"], score.Missing);
    }

    [Fact]
    public void What_is_sure_without_a_total_is_said_all_the_same() => Assert.Equal(["worry", "much"], Score(Mood, 3, null, null, 3).Flags.Select(flag => flag.Id));

    [Fact]
    public void Every_impossible_answer_is_named()
    {
        var parsed = Scoring.Score(Mood, new Dictionary<string, decimal?> { ["mood-1"] = 4, ["mood-2"] = 1.5m, ["mood-7"] = 1 });
        Assert.Null(parsed.Value);
        Assert.Equal(["mood-1", "mood-2", "mood-7"], parsed.Faults.Select(fault => fault.Where));
        Assert.Equal("Question 1 (mood-1) takes 0, 1, 2 or 3; 4 was given.", parsed.Faults[0].Sentence);
        Assert.Contains("no question \"mood-7\"", parsed.Faults[2].Sentence);
    }

    [Fact]
    public void An_unasked_question_is_not_missing() => Assert.Equal(("none", 0), (Score(Risk, 0, 0).Band, Score(Risk, 0, 0).Missing.Count));

    [Fact]
    public void A_level_is_not_said_while_a_graver_one_is_open()
    {
        var score = Score(Risk, 1, 1, null);
        Assert.Null(score.Band);
        Assert.Equal("Question 3 is unanswered; the level is at least \"moderate\" and cannot be said before.", score.WhyNoTotal);
        Assert.Equal(["moderate", "unanswered"], score.Flags.Select(flag => flag.Id));
    }

    [Fact]
    public void An_answer_raises_its_safety_flag_once()
    {
        Assert.Equal(["worry"], Scoring.RaisedBy(Mood, Invented.Answers(Mood), "mood-4", 1).Select(flag => flag.Id));
        Assert.Empty(Scoring.RaisedBy(Mood, Invented.Answers(Mood, null, null, null, 1), "mood-4", 2));
        Assert.Empty(Scoring.RaisedBy(Mood, Invented.Answers(Mood, 3, 3), "mood-3", 3));
    }

    [Fact]
    public void An_answer_that_makes_it_graver_raises_the_graver_flag() =>
        Assert.Equal(["high"], Scoring.RaisedBy(Risk, Invented.Answers(Risk, 1, 1), "risk-3", 1).Select(flag => flag.Id));

    [Fact]
    public void A_skip_raises_nothing_before_the_end() => Assert.Empty(Scoring.RaisedBy(Risk, Invented.Answers(Risk), "risk-1", null));

    [Fact]
    public void Any_answers_on_the_form_give_a_score_inside_its_range() => Prop.ForAll(Sheets(Mood), answers =>
    {
        var score = Score(Mood, answers);
        return score.Total is null ? score.WhyNoTotal is not null : score.Total >= 0 && score.Total <= 12 && score.Band is not null;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_higher_answer_never_takes_a_flag_away() => Prop.ForAll(Sheets(Mood), Gen.Choose(0, 3).ToArbitrary(), (answers, which) =>
    {
        decimal?[] higher = [.. answers.Select((value, index) => index == which && value < 3 ? value + 1 : value)];
        return !Score(Mood, answers).Flags.Except(Score(Mood, higher).Flags).Any();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_yes_to_a_question_on_risk_is_never_silent() => Prop.ForAll(Sheets(Risk), answers =>
        answers.Any(value => value == 1) == Score(Risk, answers).Flags.Any(flag => flag.Id != "unanswered")).QuickCheckThrowOnFailure();

    private static Score Score(Instrument instrument, params decimal?[] answers) => Scoring.Score(instrument, Invented.Answers(instrument, answers)).Value!;

    private static Arbitrary<decimal?[]> Sheets(Instrument instrument) =>
        Gen.Choose(-1, (int)instrument.Items[0].Most).Select(value => value < 0 ? (decimal?)null : value).ArrayOf(instrument.Items.Count).ToArbitrary();
}
