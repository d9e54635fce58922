using Sojourn.Web.Design;

namespace Sojourn.Web.Tests.Design;

public sealed class ReadingProse
{
    [Fact]
    public void Paragraphs_lists_and_headings_of_a_clinics_text()
    {
        var blocks = ProseText.Read("First line\ncontinues.\r\n\r\n- one\n- two\n  goes on\n\n### More\n1. then\n2. that\nAfter a list.");
        Assert.Equal([ProseKind.Paragraph, ProseKind.List, ProseKind.Heading, ProseKind.Numbered, ProseKind.Paragraph], blocks.Select(b => b.Kind));
        Assert.Equal("First line continues.", Plain(blocks[0].Runs));
        Assert.Equal(["one", "two goes on"], blocks[1].Items.Select(Plain));
        Assert.Equal("More", Plain(blocks[2].Runs));
        Assert.Equal(["then", "that"], blocks[3].Items.Select(Plain));
        Assert.Equal("After a list.", Plain(blocks[4].Runs));
    }

    [Fact]
    public void Strong_and_emphasis_are_marked_and_a_lone_star_is_a_star()
    {
        var runs = ProseText.Read("It is **not** a *cure*; 3 * 4 and snake_case stay.")[0].Runs;
        Assert.Equal("not", Assert.Single(runs, run => run.Strong).Words);
        Assert.Equal("cure", Assert.Single(runs, run => run.Emphasis).Words);
        Assert.Equal("It is not a cure; 3 * 4 and snake_case stay.", Plain(runs));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("[link](javascript:alert(1))")]
    [InlineData("| a | b |")]
    public void What_it_does_not_know_stands_as_it_is_written(string text) => Assert.Equal(text, Plain(ProseText.Read(text)[0].Runs));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n \n")]
    public void Nothing_is_nothing(string? text) => Assert.Empty(ProseText.Read(text));

    private static string Plain(IReadOnlyList<ProseRun> runs) => string.Concat(runs.Select(run => run.Words));
}
