using System.Globalization;
using System.Text;
using System.Text.Json;
using Sojourn.Pharmacology.Relief;

namespace Sojourn.Pharmacology.Tests.Relief;

/// <summary>How long relief is likely to last for one person: what goes in, what comes out, and what is refused.</summary>
public sealed class ForecastingRelief
{
    // Six sessions in two weeks and a score every second day: better at once, slowly worse since.
    private const string Sessions = "[0.5, 3.5, 6.5, 9.5, 12.5, 15.5]";
    private const string Worn = "[[-6,18],[-4,19],[-2,18],[0,18],[2,8],[4,7],[6,7],[8,6],[10,6],[12,5],[14,5],[16,5],[18,6],[20,7],[22,8],[24,9]]";

    [Fact]
    public void Everybody_has_quantiles_in_order_a_decay_a_chance_of_responding_and_a_window()
    {
        var one = Forecast(Sessions, Worn, 24.5, 12);
        var lost = Numbers(one.GetProperty("quantiles"));
        Assert.Equal(["0.025", "0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95", "0.975"], one.GetProperty("quantiles").EnumerateObject().Select(quantile => quantile.Name));
        Assert.Equal(lost.Order(), lost);
        // It was not lost nine days after the last session, and is not forecast before that.
        Assert.InRange(lost[0], 9, 120);
        Assert.Equal(3, Numbers(one.GetProperty("tau_quantiles")).Count);
        Assert.InRange(one.GetProperty("p_responder").GetDouble(), 0.9, 1);
        Assert.InRange(one.GetProperty("own_data_share").GetDouble(), 0.1, 1);
        var window = one.GetProperty("window_days").EnumerateArray().Select(day => day.GetDouble()).ToList();
        Assert.InRange(window[0], lost[2], lost[3]);
        Assert.Equal(lost[4], window[1], 3);
    }

    [Fact]
    public void More_of_a_persons_own_scores_make_the_interval_narrower_and_the_share_of_their_own_larger()
    {
        var few = Forecast(Sessions, "[[-2,18],[16,5],[24,9]]", 24.5, 12);
        var many = Forecast(Sessions, Worn, 24.5, 12);
        Assert.True(Width(many) < Width(few));
        Assert.True(many.GetProperty("own_data_share").GetDouble() > few.GetProperty("own_data_share").GetDouble());
    }

    [Fact]
    public void Without_relief_there_is_none_to_lose_and_no_window_is_named()
    {
        var one = Forecast(Sessions, "[[-6,18],[-4,19],[-2,18],[0,18],[2,18],[4,17],[6,18],[8,18],[10,18],[12,18],[14,17],[16,18],[18,18]]", 18.5, 22);
        Assert.InRange(one.GetProperty("p_responder").GetDouble(), 0, 0.3);
        Assert.Equal(JsonValueKind.Null, one.GetProperty("window_days").ValueKind);
        Assert.StartsWith("There is little relief to lose.", one.GetProperty("why_not").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_score_the_literature_speaks_and_says_so()
    {
        var one = Forecast("[0.5]", "[]", 1, 18);
        Assert.InRange(one.GetProperty("own_data_share").GetDouble(), 0, 0.15);
        Assert.True(Width(one) > 15);
    }

    [Fact]
    public void The_same_person_is_forecast_the_same_whatever_the_order_and_whatever_is_scored_within_hours_of_a_session()
    {
        var one = Forecast(Sessions, Worn, 24.5, 12).GetRawText();
        Assert.Equal(one, Forecast("[15.5, 0.5, 12.5, 3.5, 9.5, 6.5]", Worn.Replace("[[-6,18],", "[[24,9],[0.8,0],", StringComparison.Ordinal).Replace(",[24,9]]", ",[-6,18]]", StringComparison.Ordinal), 24.5, 12).GetRawText());
    }

    [Theory]
    [InlineData("[]", "[]", 1, 10, "Person \"a\", sessions: is empty; without a session there is no relief to forecast.")]
    [InlineData("[5]", "[]", 1, 10, "Person \"a\", origin_day: is 1, before the last session on day 5; give a day after it.")]
    [InlineData("[0]", "[[3,5]]", 2, 10, "Person \"a\", observations: has a score after origin_day; leave out what is not known yet.")]
    [InlineData("[0]", "[[1,28]]", 2, 10, "Person \"a\", observations[0][1]: is 28; give a number from 0 to 27.")]
    [InlineData("[0]", "[[1]]", 2, 10, "Person \"a\", observations[0]: is not a pair; give [day, score].")]
    [InlineData("[\"x\"]", "[]", 2, 10, "Person \"a\", sessions[0]: is a text; give a number.")]
    [InlineData("[0]", "[]", 2, 90, "Person \"a\", threshold_score: is 90; give a number from 0 to 27.")]
    public void Bad_input_is_refused_whole_with_the_place_and_how_to_mend_it(string sessions, string observations, double today, double threshold, string sentence)
    {
        var (output, error, exit) = ReliefCommand.Run(Input(sessions, observations, today, threshold));
        Assert.Equal(("", sentence + "\n", 1), (output, error, exit));
    }

    [Theory]
    [InlineData("{", "The input is not JSON: line 1")]
    [InlineData("[]", "The input: is not an object; give {\"people\": […]}.")]
    [InlineData("{}", "The input, people: is missing; give a list of people.")]
    public void What_is_no_list_of_people_is_refused(string json, string begins) =>
        Assert.StartsWith(begins, ReliefCommand.Run(Encoding.UTF8.GetBytes(json)).Error, StringComparison.Ordinal);

    private static ReadOnlyMemory<byte> Input(string sessions, string observations, double today, double threshold) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"people\":[{{\"id\":\"a\",\"instrument\":\"PHQ-9\",\"score_max\":27,\"higher_is_worse\":true,\"sessions\":{sessions},\"observations\":{observations},\"origin_day\":{today},\"threshold_score\":{threshold}}}]}}"));

    private static JsonElement Forecast(string sessions, string observations, double today, double threshold)
    {
        var (output, error, exit) = ReliefCommand.Run(Input(sessions, observations, today, threshold));
        Assert.Equal(("", 0), (error, exit));
        using var document = JsonDocument.Parse(output);
        return document.RootElement.GetProperty("a").Clone();
    }

    private static IReadOnlyList<double> Numbers(JsonElement quantiles) => [.. quantiles.EnumerateObject().Select(quantile => quantile.Value.GetDouble())];

    private static double Width(JsonElement person) => person.GetProperty("quantiles").GetProperty("0.9").GetDouble() - person.GetProperty("quantiles").GetProperty("0.1").GetDouble();
}
