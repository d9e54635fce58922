using Sojourn.Domain.Measures;
using static Sojourn.Domain.Tests.Measures.MeasureStory;

namespace Sojourn.Domain.Tests.Measures;

public sealed class AnsweringAMeasure
{
    private static readonly Instrument Mood = Invented.Mood;

    [Fact]
    public void Each_answer_is_a_fact_of_its_own() => Assert.Equal(2, GivenOpen(Mood).When(Answer("mood-1", 2)).Then<Measure.Event.Answered>().Value);

    [Fact]
    public void A_skip_is_an_answer_too() => Assert.Null(GivenOpen(Mood).When(Answer("mood-1", null)).Then<Measure.Event.Answered>().Value);

    [Fact]
    public void The_same_answer_again_changes_nothing_and_another_one_does()
    {
        var once = GivenOpen(Mood).When(Answer("mood-1", 2)).And();
        once.When(Answer("mood-1", 2)).ThenNothing();
        Assert.Equal(3, once.When(Answer("mood-1", 3)).Then<Measure.Event.Answered>().Value);
    }

    [Fact]
    public void A_worrying_answer_says_so_in_the_fact_itself()
    {
        var flag = Assert.Single(GivenOpen(Mood).When(Answer("mood-4", 1)).Then<Measure.Event.Answered>().Flags);
        Assert.Equal(("worry", FlagLevel.Safety, ConcernLevel.Moderate), (flag.Id, flag.Level, flag.Concern!.Value));
    }

    [Fact]
    public void An_answer_off_the_form_is_refused_by_its_name()
    {
        var reason = Assert.Single(GivenOpen(Mood).When(Answer("mood-3", 4)).Reasons);
        Assert.Equal(("measures.not-an-answer", "mood-3", "Question 3 (mood-3) takes 0, 1, 2 or 3; 4 was given."), (reason.Code, reason.Field, reason.Sentence));
    }

    [Fact]
    public void Answers_are_taken_from_opening_to_closing()
    {
        var later = Given().When(Asking(Mood) with { OpensAt = Now.AddHours(1) }).And();
        later.When(Answer("mood-1", 1, Now.AddMinutes(59))).ThenRefused("measures.not-open-yet");
        later.When(Answer("mood-1", 1, Now.AddHours(1))).Then<Measure.Event.Answered>();
        later.When(Answer("mood-1", 1, Now.AddDays(3).AddSeconds(-1))).Then<Measure.Event.Answered>();
        later.When(Answer("mood-1", 1, Now.AddDays(3))).ThenRefused("measures.closed");
    }

    [Fact]
    public void Other_questions_than_those_asked_are_refused()
    {
        GivenOpen(Mood).When(new Measure.Command.Answer(Now, Invented.Risk, "risk-1", 1)).ThenRefused("measures.another-instrument");
        GivenOpen(Mood).When(new Measure.Command.Answer(Now, Mood with { Version = 2 }, "mood-1", 1)).ThenRefused("measures.changed-since");
    }

    private static Measure.Command.Answer Answer(string item, decimal? value, DateTimeOffset? at = null) => new(at ?? Now.AddMinutes(1), Mood, item, value);
}
