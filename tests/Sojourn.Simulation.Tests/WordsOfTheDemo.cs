using Sojourn.Simulation.Demo;

namespace Sojourn.Simulation.Tests;

public sealed class WordsOfTheDemo
{
    [Fact]
    public void No_sentence_stands_twice_in_a_list() =>
        Assert.All(WordLists.Names.Where(name => name is not ("health" or "missed")), name => Assert.Distinct(WordLists.Of(name).Select(line => line.Words)));

    [Theory]
    [InlineData("questions", 45)]
    [InlineData("goals", 30)]
    [InlineData("intentions", 25)]
    [InlineData("moments", 40)]
    [InlineData("came-up", 25)]
    [InlineData("talks", 20)]
    [InlineData("tasks", 20)]
    public void What_is_said_often_has_enough_to_choose_from(string list, int least) => Assert.True(WordLists.Of(list).Count >= least, list);

    [Fact]
    public void A_deck_deals_everything_once_before_anything_comes_again()
    {
        var deck = new Deck([.. Enumerable.Range(0, 20).Select(i => ((string?)null, $"{i}"))], new Dice(7));
        Assert.Distinct(Enumerable.Range(0, 20).Select(_ => deck.Deal()));
    }

    [Fact]
    public void A_theme_gets_its_own_lines_and_those_of_everybody()
    {
        var deck = new Deck([("pain", "it burns"), ("low", "grey"), (null, "hello")], new Dice(7));
        Assert.Equal(["hello", "it burns"], new[] { deck.Deal("pain"), deck.Deal("pain") }.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("pain")]
    [InlineData("low")]
    [InlineData("trauma")]
    public void Every_theme_has_its_questions_and_its_own_words(string theme) =>
        Assert.All(["questions", "own-words", "health"], list => Assert.Contains(WordLists.Of(list), line => line.Theme == theme));
}
