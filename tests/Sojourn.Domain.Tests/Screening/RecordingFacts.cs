using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;
using static Sojourn.Domain.Screening.Assessment;
using static Sojourn.Domain.Tests.Screening.Rules;

namespace Sojourn.Domain.Tests.Screening;

public sealed class RecordingFacts
{
    [Fact]
    public void SCREEN_9_What_is_answered_is_weighed_at_once()
    {
        var events = Fresh.When(Facts(YesNo("aneurysm", "yes"))).Events;
        Assert.Equal(["E09"], events.OfType<Event.FindingRecorded>().Select(e => e.Finding.Rule));
        Assert.Single(events.OfType<Event.FactsRecorded>());
    }

    [Fact]
    public void SCREEN_9_The_same_again_changes_nothing()
    {
        var story = Fresh.When(Facts(YesNo("aneurysm", "yes"))).And();
        story.When(Facts(YesNo("aneurysm", "yes") with { At = Now.AddDays(1) })).Then();
        story.When(new Command.WeighAgain(OnRecord.Nothing, Set, Now)).Then();
    }

    [Fact]
    public void SCREEN_11_The_same_again_renews_what_was_too_old()
    {
        var later = Now.AddDays(31);
        Assert.Single(Fresh.When(Facts(Number("resting-systolic", 120))).And().When(Facts(Number("resting-systolic", 120) with { At = later }) with { At = later }).Events);
    }

    [Fact]
    public void SCREEN_9_A_corrected_answer_clears_its_finding() =>
        Assert.Equal(["E09"], Fresh.When(Facts(YesNo("aneurysm", "yes"))).And().When(Facts(YesNo("aneurysm", "no"))).Events.OfType<Event.FindingCleared>().Select(e => e.Rule));

    [Fact]
    public void SCREEN_9_A_finding_that_holds_for_another_figure_is_recorded_again() =>
        Assert.Equal(["E01"], Fresh.When(Facts(Number("resting-systolic", 145))).And().When(Facts(Number("resting-systolic", 150))).Events.OfType<Event.FindingRecorded>().Select(e => e.Finding.Rule));

    [Fact]
    public void SCREEN_13_A_new_medicine_on_record_is_weighed() =>
        Assert.Equal(["M01"], Fresh.When(new Command.WeighAgain(new OnRecord([], ["Lorazepam 1 mg"]), Set, Now)).Events.OfType<Event.FindingRecorded>().Select(e => e.Finding.Rule));

    [Fact]
    public void SCREEN_13_Of_two_answers_the_newer_counts_and_what_is_known_before_what_is_not()
    {
        var asked = Number("resting-systolic", 120);
        Assert.Equal("150", Assert.Single(Known([asked], new([Number("resting-systolic", 150) with { At = Now.AddDays(1) }], []))).Value);
        Assert.Equal("120", Assert.Single(Known([asked], new([Number("resting-systolic", 150) with { At = Now.AddDays(-1) }], []))).Value);
        Assert.Equal("150", Assert.Single(Known([asked with { Value = null }], new([Number("resting-systolic", 150) with { At = Now.AddDays(-1) }], []))).Value);
    }

    [Theory]
    [InlineData("resting-systolic", "49", false)]
    [InlineData("resting-systolic", "50", true)]
    [InlineData("resting-systolic", "300", true)]
    [InlineData("resting-systolic", "301", false)]
    [InlineData("resting-systolic", "high", false)]
    [InlineData("aneurysm", "perhaps", false)]
    [InlineData("pregnancy-test", "unclear", false)]
    [InlineData("pregnancy-test", "negative", true)]
    [InlineData("shoe-size", "41", false)]
    public void SCREEN_14_Only_an_answer_to_the_question_is_taken(string fact, string value, bool good)
    {
        var answer = Fresh.When(Facts(new FactAnswer(fact, Set.Question(fact)?.Kind ?? FactKind.Number, value, "asked", Now)));
        if (good)
        {
            Assert.NotEmpty(answer.Events);
        }
        else
        {
            Assert.Equal($"fact-{fact}", answer.Reasons[0].Field);
        }
    }

    private static Command.RecordFacts Facts(params FactAnswer[] answers) => new(answers, OnRecord.Nothing, Set, Now);
}
