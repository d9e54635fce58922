using Sojourn.Domain.Screening;
using static Sojourn.Domain.Screening.Assessment;
using static Sojourn.Domain.Tests.Screening.Rules;

namespace Sojourn.Domain.Tests.Screening;

public sealed class AnsweringReadiness
{
    [Fact]
    public void SCREEN_1_A_section_is_saved_as_it_stands() =>
        Fresh.When(Saying(ReadinessSection.Days, ("impact-sleep", "7"), ("social", " alone "), ("physical", " ")))
            .Then(new Event.ReadinessAnswered(ReadinessSection.Days, [new("impact-sleep", "7"), new("social", "alone")], []));

    [Fact]
    public void SCREEN_2_Every_question_may_be_left_empty() =>
        Fresh.When(Saying(ReadinessSection.Pain)).Then(new Event.ReadinessAnswered(ReadinessSection.Pain, [], []));

    [Theory]
    [InlineData("-1", false)]
    [InlineData("0", true)]
    [InlineData("10", true)]
    [InlineData("11", false)]
    [InlineData("seven", false)]
    public void SCREEN_2_Numbers_go_from_0_to_10(string value, bool good)
    {
        var answer = Fresh.When(Saying(ReadinessSection.Days, ("impact-mood", value)));
        Assert.Equal(good ? null : "screening.not-zero-to-ten", good ? Code(answer.Events.Count) : answer.Reasons[0].Code);

        static string? Code(int events) => events == 1 ? null : "more than one event";
    }

    [Theory]
    [InlineData("2026-11", null)]
    [InlineData("2026-12", "screening.month-in-future")]
    [InlineData("11/2026", "screening.not-a-month")]
    public void SCREEN_2_Pain_began_in_a_month_that_has_come(string month, string? refusal)
    {
        var answer = Fresh.When(Saying(ReadinessSection.Pain, ("pain-since", month)));
        if (refusal is null)
        {
            Assert.Single(answer.Events);
        }
        else
        {
            Assert.Equal("pain-since", answer.ThenRefused(refusal)[0].Field);
        }
    }

    [Fact]
    public void SCREEN_2_Best_usual_and_worst_stand_in_their_order()
    {
        Assert.Single(Fresh.When(Saying(ReadinessSection.Pain, ("pain-usual", "4"), ("pain-worst", "8"), ("pain-best", "1"))).Events);
        Fresh.When(Saying(ReadinessSection.Pain, ("pain-usual", "4"), ("pain-worst", "8"), ("pain-best", "5"))).ThenRefused("screening.best-above");
        Fresh.When(Saying(ReadinessSection.Pain, ("pain-usual", "9"), ("pain-worst", "8"))).ThenRefused("screening.worst-below");
    }

    [Fact]
    public void SCREEN_2_A_question_of_another_section_is_refused() => Fresh.When(Saying(ReadinessSection.Hopes, ("pain-usual", "4"))).ThenRefused("screening.no-such-question");

    [Fact]
    public void SCREEN_3_It_is_finished_when_every_section_was_opened()
    {
        var story = Enum.GetValues<ReadinessSection>().Where(section => section != ReadinessSection.Trauma).Aggregate(Fresh, (so, section) => so.When(Saying(section)).And());
        Assert.Equal("my/readiness/trauma", story.When(new Command.FinishReadiness()).ThenRefused("screening.section-not-seen")[0].Remedy?.Resource);
        story.When(Saying(ReadinessSection.Trauma)).And().When(new Command.FinishReadiness()).Then(new Event.ReadinessFinished());
    }

    [Fact]
    public void SCREEN_4_Prefer_to_tell_in_person_is_an_answer() =>
        Assert.Single(Fresh.When(Saying(ReadinessSection.Trauma, ("trauma-telling", "in-person"))).Events);

    [Fact]
    public void SCREEN_5_Worrying_words_are_found() =>
        Assert.Equal(["want to die"], Fresh.When(Saying(ReadinessSection.Worries, ("worries", "Some days I want to die"))).Events[0] is Event.ReadinessAnswered e ? e.WorryingWords : []);

    [Fact]
    public void SCREEN_6_A_treatment_is_recorded_once_and_may_be_taken_off_again()
    {
        var treatment = new Treatment(new Guid(1, 0, 0, new byte[8]), TreatmentKind.Medicine, "Sertraline", "100 mg", "ten weeks", "No change", AdequateTrial.Yes);
        var story = Fresh.When(new Command.RecordTreatment(treatment)).And();
        story.When(new Command.RecordTreatment(treatment)).Then();
        story.When(new Command.RemoveTreatment(treatment.Id)).Then(new Event.TreatmentTriedRemoved(treatment.Id));
        Fresh.When(new Command.RemoveTreatment(treatment.Id)).ThenRefused("screening.no-such-treatment");
        Fresh.When(new Command.RecordTreatment(treatment with { Name = " " })).ThenRefused("screening.no-treatment");
    }

    private static Command.AnswerReadiness Saying(ReadinessSection section, params (string Question, string Value)[] answers) =>
        new(section, [.. answers.Select(a => new Answer(a.Question, a.Value))], Today);
}
