using System.Net;
using static Sojourn.Web.Tests.Dosing.RunningRoom;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>An unwanted effect is one tap, with what was done and how it went on; the next session begins with what helped.</summary>
public sealed class NotingWhatHelped(RunningRoom room) : IClassFixture<RunningRoom>
{
    [Fact]
    public async Task DOSE_66_Frightening_imagery_and_what_helped_stand_in_the_summary_and_in_the_next_session()
    {
        var clinic = room.Clinic;
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        using var nurse = await room.Client("nurse");
        Assert.DoesNotContain("What helped last time", await Page(nurse, session), StringComparison.Ordinal);
        var noted = await Post(nurse, session, "symptoms", ("noted", "moderate frightening imagery"), ("did", "Grounding by therapist"), ("outcome", "better"));
        Assert.Equal(HttpStatusCode.SeeOther, noted.StatusCode);
        Assert.Contains("frightening imagery, moderate. Grounding by therapist", await Page(nurse, session), StringComparison.Ordinal);

        clinic.Clock.Pass(TimeSpan.FromDays(7));
        var next = await clinic.BookAgain(2);
        using var aWeekLater = await room.Client("nurse");
        Assert.Contains("What helped last time</span> frightening imagery: Grounding by therapist, then better", await Page(aWeekLater, next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DOSE_66_Nausea_with_its_strength_is_one_tap()
    {
        var clinic = room.Clinic;
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        using var nurse = await room.Client("nurse");
        Assert.Contains("name=\"noted\" value=\"mild nausea\"", await Page(nurse, session), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "symptoms", ("noted", "mild nausea"))).StatusCode);
        var row = Assert.Single(clinic.Record(session).Symptoms);
        Assert.Equal(("nausea", "mild", "ongoing", clinic.Clock.Now), (row.Term, row.Severity, row.Outcome, row.HappenedAt));
        var odd = await Post(nurse, session, "symptoms", ("noted", "7 nausea"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, odd.StatusCode);
        Assert.Contains("Say how strong it is.", WebUtility.HtmlDecode(await odd.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static async Task<string> Page(HttpClient client, Guid session) => WebUtility.HtmlDecode(await client.GetStringAsync($"/sessions/{session}/room"));
}
