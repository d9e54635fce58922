using Sojourn.Domain.Kernel;
using Sojourn.Domain.Preparation;
using static Sojourn.Domain.Preparation.Preparing;

namespace Sojourn.Domain.Tests.Preparation;

public sealed class ChoosingBeforehand
{
    private static readonly Directive Shoulder = Directive.Nothing with { Touch = TouchChoice.ShoulderAskFirst, SecondDose = SecondDoseChoice.No };

    [Fact] // PREP-11
    public void What_is_chosen_is_kept_as_said_with_what_was_left_open() =>
        PreparationStory.Given().When(Say(Shoulder with { People = " My team ", Helps = " " })).Then(
            new Event.DirectiveSaid(1, Shoulder with { People = "My team" }),
            new Event.ItemDone("choices", 1, null, null));

    [Fact] // PREP-11
    public void Each_change_is_a_new_version_and_the_same_again_only_ticks_the_line_for_the_next_session()
    {
        var story = PreparationStory.Given().After(Say(Shoulder));
        story.When(Say(Shoulder)).Then();
        story.When(Say(Directive.Nothing)).Then(new Event.DirectiveSaid(2, Directive.Nothing));
        story.After(new Command.AskAgain(PreparationStory.Checklist)).When(Say(Shoulder)).Then(new Event.ItemDone("choices", 1, null, null));
    }

    [Fact] // PREP-12
    public void Under_medicine_nothing_is_chosen_and_the_sentence_says_until_when()
    {
        var story = PreparationStory.Given().After(Say(Shoulder));
        var refused = story.When(Say(Directive.Nothing) with { Lock = new CapacityLock(true, "until 14:20 on Monday 23 November") }).ThenRefused("directive.under-medicine");
        Assert.Equal("What was chosen beforehand is not changed while the patient is under medicine, until 14:20 on Monday 23 November. What was agreed before can be taken back at any time.", refused.Sentence);
    }

    private static Command.SayDirective Say(Directive choices) => new(choices, PreparationStory.Checklist, Lock: default);
}
