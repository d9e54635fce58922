using Sojourn.Domain.Programmes;
using Sojourn.Domain.Tests.Kernel;
using static Sojourn.Domain.Preparation.Preparing;

namespace Sojourn.Domain.Tests.Preparation;

public sealed class GettingReady
{
    [Fact] // PREP-1
    public void A_line_is_done_with_the_version_that_was_read() =>
        PreparationStory.Given().When(Done(PreparationStory.Reading)).Then(new Event.ItemDone("read", 1, null, null));

    [Fact] // PREP-1
    public void A_tick_is_taken_back() =>
        PreparationStory.Given().After(Done(PreparationStory.Reading)).When(new Command.MarkUndone("read", null, UnderMedicine: false)).Then(new Event.ItemUndone("read", null));

    [Fact]
    public void What_is_not_done_cannot_be_undone() => PreparationStory.Given().When(new Command.MarkUndone("read", null, UnderMedicine: false)).Then();

    [Fact]
    public void Done_twice_is_done_once() => PreparationStory.Given().After(Done(PreparationStory.Reading)).When(Done(PreparationStory.Reading)).Then();

    [Fact] // PREP-1
    public void A_new_version_of_a_text_is_read_again() =>
        PreparationStory.Given().After(Done(PreparationStory.Reading)).When(Done(PreparationStory.Reading with { Version = 2 })).Then(new Event.ItemDone("read", 2, null, null));

    [Theory] // PREP-2
    [InlineData(PreparationKind.Intention)]
    [InlineData(PreparationKind.Understanding)]
    [InlineData(PreparationKind.Escort)]
    [InlineData(PreparationKind.NoDriving)]
    public void What_follows_from_something_else_cannot_be_ticked(PreparationKind kind) =>
        PreparationStory.Given().When(Done(PreparationStory.Reading with { Kind = kind })).ThenRefused("preparation.not-ticked");

    [Fact] // PREP-3
    public void A_commitment_is_signed_with_ones_own_name()
    {
        var story = PreparationStory.Given();
        story.When(Done(PreparationStory.Commitment)).ThenRefused("preparation.name-differs");
        story.When(Done(PreparationStory.Commitment) with { TypedName = "ana ruiz" }).Then(new Event.ItemDone("commitment", 1, null, "ana ruiz"));
    }

    [Fact] // PREP-4
    public void After_a_session_what_is_asked_each_time_is_asked_anew_and_the_rest_stays_done() =>
        PreparationStory.Given().After(Done(PreparationStory.Reading)).After(Done(PreparationStory.Fasting)).When(new Command.AskAgain(PreparationStory.Checklist))
            .Then(new Event.ItemUndone("fasting", "Asked anew for the next session."));

    [Fact] // PREP-5
    public void An_intention_in_own_words_ticks_its_line() =>
        PreparationStory.Given().When(PreparationStory.Intend(" To sleep again ", "insight", "insight"))
            .Then(new Event.IntentionSet("To sleep again", ["insight"]), new Event.ItemDone("intention", 1, null, null));

    [Fact] // PREP-5
    public void None_of_the_helps_may_be_chosen_too() =>
        Assert.Empty(Assert.IsType<Event.IntentionSet>(PreparationStory.Given().When(PreparationStory.Intend("To sleep")).Events[0]).Helps);

    [Fact] // PREP-5
    public void An_intention_says_something_and_its_helps_are_the_programmes()
    {
        var story = PreparationStory.Given().When(PreparationStory.Intend(" ", "riches"));
        story.ThenRefused("preparation.no-words");
        story.ThenRefused("preparation.no-such-help");
    }

    [Fact] // PREP-4
    public void The_same_intention_for_the_next_session_ticks_its_line_again() =>
        PreparationStory.Given().After(PreparationStory.Intend("To sleep")).After(new Command.AskAgain(PreparationStory.Checklist)).When(PreparationStory.Intend("To sleep"))
            .Then(new Event.ItemDone("intention", 1, null, null));

    [Fact] // PREP-8
    public void What_is_chosen_beforehand_is_kept_in_the_patients_words()
    {
        var story = PreparationStory.Given();
        Assert.Equal("words", story.When(Done(PreparationStory.Choices)).ThenRefused("preparation.no-choice").Field);
        story.After(Done(PreparationStory.Choices) with { Words = " No touch " }).When(Done(PreparationStory.Choices) with { Words = "Hand only" })
            .Then(new Event.ItemDone("choices", 1, "Hand only", null));
        Assert.Equal("No touch", story.State.Done["choices"].Words);
    }

    [Fact] // PREP-8
    public void Under_medicine_nothing_that_was_chosen_is_changed()
    {
        var story = PreparationStory.Given().After(Done(PreparationStory.Choices) with { Words = "No touch" });
        story.When(Done(PreparationStory.Choices) with { Words = "Hand only", UnderMedicine = true }).ThenRefused("preparation.under-medicine");
        story.When(new Command.MarkUndone("choices", null, UnderMedicine: true)).ThenRefused("preparation.under-medicine");
    }

    [Fact]
    public void Every_event_of_a_preparation_is_folded() => Assert.All(Blank.EveryOne<Event>(), e => Assert.NotNull(Evolve(State.Initial, e)));

    private static Command.MarkDone Done(PreparationItem item) => new(item, null, null, PreparationStory.Ana, UnderMedicine: false);
}
