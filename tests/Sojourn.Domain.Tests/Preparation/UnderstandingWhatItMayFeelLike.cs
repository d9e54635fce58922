using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Preparation.Preparing;

namespace Sojourn.Domain.Tests.Preparation;

public sealed class UnderstandingWhatItMayFeelLike
{
    [Fact] // PREP-6
    public void A_wrong_answer_is_recorded_as_wrong() =>
        PreparationStory.Given().When(PreparationStory.Answer("body", "no")).Then(new Event.UnderstandingAnswered("body", "no", Right: false, 1));

    [Fact] // PREP-7
    public void With_the_last_right_answer_the_page_is_understood_in_its_version() =>
        PreparationStory.Given().After(PreparationStory.Answer("body", "yes")).After(PreparationStory.Answer("images", "no")).After(PreparationStory.Answer("images", "yes"))
            .When(PreparationStory.Answer("duration", "yes"))
            .Then(new Event.UnderstandingAnswered("duration", "yes", Right: true, 1), new Event.Understood(1), new Event.ItemDone("feel", 1, null, null));

    [Fact] // PREP-7
    public void A_new_version_of_the_page_asks_its_questions_again()
    {
        var page = PreparationStory.Page with { Version = 2, Items = [PreparationStory.Understanding with { Version = 2 }] };
        var story = Understood().After(PreparationStory.Answer("body", "yes", page));
        Assert.Equal(["body"], story.State.Right);
        story.After(PreparationStory.Answer("images", "yes", page)).When(PreparationStory.Answer("duration", "yes", page));
        Assert.Contains(new Event.Understood(2), story.Events);
    }

    [Fact]
    public void A_page_understood_once_is_not_understood_again() =>
        Understood().When(PreparationStory.Answer("body", "no")).Then(new Event.UnderstandingAnswered("body", "no", Right: false, 1));

    [Fact]
    public void A_question_that_is_no_longer_asked_is_refused() =>
        PreparationStory.Given().When(PreparationStory.Answer("gone", "yes")).ThenRefused("preparation.no-such-question");

    [Fact]
    public void An_answer_is_one_of_the_choices() =>
        Assert.Equal("choice", PreparationStory.Given().When(PreparationStory.Answer("body", "")).ThenRefused("preparation.no-answer").Field);

    [Fact] // PREP-7
    public void In_whatever_order_nothing_is_understood_before_every_question_was_answered_rightly() =>
        Prop.ForAll(Arb.From((from question in Gen.Elements("body", "images", "duration") from choice in Gen.Elements("yes", "no") select (question, choice)).ListOf(12)), answers =>
        {
            var (state, right) = (State.Initial, new HashSet<string>(StringComparer.Ordinal));
            foreach (var (question, choice) in answers)
            {
                var events = Assert.IsType<Decision<Event>.Accepted>(Decide(PreparationStory.Answer(question, choice), state)).Events;
                state = events.Aggregate(state, Evolve);
                if (choice == "yes")
                {
                    right.Add(question);
                }

                if (state.UnderstoodVersion == 1 != (right.Count == 3) || state.Done.ContainsKey("feel") != (right.Count == 3))
                {
                    return false;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithQuietOnSuccess(true));

    private static Kernel.Scenario<Command, State, Event> Understood() =>
        PreparationStory.Given().After(PreparationStory.Answer("body", "yes")).After(PreparationStory.Answer("images", "yes")).After(PreparationStory.Answer("duration", "yes"));
}
