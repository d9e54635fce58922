using System.Text.Json;
using Sojourn.Programmes.Instruments;

namespace Sojourn.Programmes.Tests.Instruments;

public sealed class ScoringFromTheCommandLine
{
    [Fact]
    public void The_PHQ_9_of_the_contract()
    {
        var said = Run("PHQ-9", "1,2,1,0,3,1,0,2,1");
        Assert.Equal((0, ""), (said.ExitCode, said.Error));
        using var json = JsonDocument.Parse(said.Output);
        var root = json.RootElement;
        Assert.Equal("phq-9", root.GetProperty("instrument").GetString());
        Assert.Equal(11, root.GetProperty("total").GetDecimal());
        Assert.Equal([0m, 27m], root.GetProperty("range").EnumerateArray().Select(end => end.GetDecimal()));
        Assert.Equal("Moderate", root.GetProperty("band").GetString());
        Assert.False(root.GetProperty("prorated").GetBoolean());
        Assert.Empty(root.GetProperty("missing").EnumerateArray());
        var flag = root.GetProperty("flags").EnumerateArray().First();
        Assert.Equal(("suicide-item", "safety", "moderate"), (flag.GetProperty("id").GetString(), flag.GetProperty("level").GetString(), flag.GetProperty("concern").GetString()));
        Assert.Equal(3, root.GetProperty("subscales")[0].GetProperty("value").GetDecimal());
    }

    [Theory]
    [InlineData("2,2,2,2,-,2,2,1,0")]
    [InlineData("2, 2, 2, 2, , 2, 2, 1, 0")]
    public void A_missing_answer_is_nothing_or_a_hyphen_and_is_said(string line)
    {
        using var json = JsonDocument.Parse(Run("phq-9", line).Output);
        Assert.True(json.RootElement.GetProperty("prorated").GetBoolean());
        Assert.Equal("Question 5 is unanswered; it counts the mean of the 8 answered.", json.RootElement.GetProperty("whyProrated").GetString());
        Assert.Equal("phq9-5", json.RootElement.GetProperty("missing")[0].GetString());
    }

    [Fact]
    public void Why_there_is_no_total_is_said()
    {
        using var json = JsonDocument.Parse(Run("peg", "5,-,6").Output);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("total").ValueKind);
        Assert.Equal("Question 2 is unanswered; a total needs all 3.", json.RootElement.GetProperty("whyNoTotal").GetString());
    }

    [Theory]
    [InlineData("phq-8", "1,2", "There is no instrument \"phq-8\". Known are: asq, audit-c,")]
    [InlineData("phq-9", "1,2,1,0,3,1,0,2", "phq-9 takes 9 answers, or 10 with what may be left out; 8 were given.")]
    [InlineData("phq-9", "1,2,1,0,3,1,0,2,1,0,0", "11 were given")]
    [InlineData("phq-9", "", "0 were given")]
    [InlineData("peg", "1", "peg takes 3 answers; 1 was given.")]
    [InlineData("phq-9", "1,two,1,0,3,1,0,2,1", "Answer 2 (phq9-2) is \"two\", which is not a number.")]
    [InlineData("phq-9", "1,4,1,0,3,1,0,2,1", "Question 2 (phq9-2) takes 0, 1, 2 or 3; 4 was given.")]
    [InlineData("peg", "1,11,3", "Question 2 (peg-2) takes a whole number from 0 to 10; 11 was given.")]
    [InlineData("pc-ptsd-5", "1,1,1,1,1", "pc-ptsd-5 takes 6 answers; 5 were given.")]
    [InlineData("audit-c", "0,0,3", "Question 1 (auditc-1) is answered \"Never\", so question 3 (auditc-3) counts 0 and cannot be \"Weekly\": correct one of them.")]
    public void What_cannot_be_scored_is_refused_with_a_plain_sentence(string instrument, string answers, string sentence)
    {
        var said = Run(instrument, answers);
        Assert.Equal((1, ""), (said.ExitCode, said.Output));
        Assert.Contains(sentence, said.Error);
    }

    [Fact]
    public void Two_wrong_answers_are_both_named() => Assert.Equal(2, Run("peg", "11,-1,3").Error.Trim().Split('\n').Length);

    [Theory]
    [InlineData(null, "1,2")]
    [InlineData("phq-9", null)]
    public void Wrong_usage_is_shown_how(string? instrument, string? answers)
    {
        var said = Run(instrument, answers);
        Assert.Equal(64, said.ExitCode);
        Assert.StartsWith("Usage: sojourn score", said.Error);
    }

    [Fact]
    public void Instruments_that_cannot_be_read_are_broken_surroundings() => Assert.Equal(2, ScoreCommand.Run("/no/such/folder", "phq-9", "1").ExitCode);

    private static Spoken Run(string? instrument, string? answers) => ScoreCommand.Run(Shipped.Folder, instrument, answers);
}
