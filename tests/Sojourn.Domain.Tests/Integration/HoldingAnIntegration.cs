using Sojourn.Domain.Integration;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Integration.Integrating;
using static Sojourn.Domain.Tests.Integration.IntegrationStory;

namespace Sojourn.Domain.Tests.Integration;

/// <summary>R-78, R-82: looking back, and choosing how to go on.</summary>
public sealed class HoldingAnIntegration
{
    [Fact]
    public void What_came_up_is_enough() => Story.When(Hold()).Then(new Event.Held("The kitchen of her grandmother", null, null, null, null));

    [Fact]
    public void Nothing_at_all_is_not_enough()
    {
        var reasons = Story.When(Hold() with { CameUp = " " }).ThenRefused("integration.nothing-came-up");
        Assert.Equal("came-up", reasons[0].Field);
    }

    [Theory]
    [InlineData(IntegrationChoice.Change)]
    [InlineData(IntegrationChoice.Stop)]
    public void Changing_or_stopping_says_what_and_why(IntegrationChoice choice)
    {
        Story.When(Hold(choice, " ")).ThenRefused("integration.choice-without-words");
        Story.When(Hold(choice, "Further apart")).Then(new Event.Held("The kitchen of her grandmother", null, null, choice, "Further apart"));
    }

    [Fact]
    public void Reinforcing_needs_no_words() => Assert.Single(Story.When(Hold(IntegrationChoice.Reinforce)).Events);

    [Fact]
    public void Words_of_a_choice_need_the_choice() => Story.When(Hold(null, "Further apart")).ThenRefused("integration.words-without-choice");

    [Fact]
    public void An_integration_is_written_once() => Story.When(Hold()).And().When(Hold()).ThenRefused("integration.held-already");
}
