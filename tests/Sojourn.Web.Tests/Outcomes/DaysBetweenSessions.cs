using System.Net;
using Sojourn.Clinic.Outcomes;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Outcomes;

/// <summary>R-37: other treatments stand in the chart of intervals; with and without them is compared only where there is enough, and as what may be chance.</summary>
public sealed class DaysBetweenSessions(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private static readonly DateOnly First = new(2026, 3, 2);

    [Fact]
    public void R_37_An_interval_with_a_visit_in_it_is_with_and_one_on_the_next_session_belongs_to_what_follows()
    {
        var between = BetweenSessions.Of([First, First.AddDays(14), First.AddDays(35), First.AddDays(42)], [First.AddDays(3), First.AddDays(35)]);
        Assert.Equal([14, 7], between.With);
        Assert.Equal([21], between.Without);
        Assert.False(between.IsEnough);
        Assert.Equal((17.5m, 21m), (BetweenSessions.Median([21, 14]), BetweenSessions.Median([30, 21, 7])));
        Assert.Empty(BetweenSessions.Of([First], [First]).With);
        Assert.True(new BetweenSessions([1, 2, 3], [4, 5, 6]).IsEnough);
        Assert.False(new BetweenSessions([1, 2, 3], [4, 5]).IsEnough);
    }

    [Fact]
    public async Task R_37_A_visit_elsewhere_is_marked_in_the_chart_and_too_few_intervals_are_not_compared()
    {
        var patient = await TreatedPatient.Of(clinic, "Between");
        using var therapist = await clinic.Client("therapist");
        var page = $"/people/{patient.Person.Value}/outcomes";
        Assert.DoesNotContain("with and without other treatments", await Read(therapist, page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, patient.Page("lanes"), patient.Page("lanes/visits"), new() { ["visit-lane"] = "complementary", ["what"] = "Acupuncture", ["on"] = "2026-01-05" })).StatusCode);
        var after = await Read(therapist, page);
        Assert.Contains("Acupuncture, elsewhere", after, StringComparison.Ordinal);
        Assert.Contains("\"elsewhere\":[{\"on\":\"2026-01-05\",\"words\":\"Acupuncture\"}]", after, StringComparison.Ordinal);
        Assert.Contains("Not enough to compare: 0 with and 0 without.", after, StringComparison.Ordinal);
    }

    private static async Task<string> Read(HttpClient client, string path) => WebUtility.HtmlDecode(await client.GetStringAsync(path));
}
