using System.Net;
using static Sojourn.Web.Tests.Dosing.RunningRoom;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>R-76, R-77: the debrief as the effects lessen, and a recovery that takes its time.</summary>
public sealed class TakingLongerThanPlanned(RunningRoom room) : IClassFixture<RunningRoom>
{
    [Fact] // DOSE-51
    public async Task Who_waits_for_the_room_is_named_with_the_way_to_move_them()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        await Ok(nurse, session, "doses", ("route", "im"), ("mg", "30"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", Pin));
        Assert.DoesNotContain("Longer than planned", await Page(nurse, session), StringComparison.Ordinal);
        room.Clinic.Clock.Pass(TimeSpan.FromHours(3));
        Assert.Contains("Nobody waits for this room", await Page(nurse, session), StringComparison.Ordinal);
        var next = await room.Clinic.BookAgain(2);
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        var page = WebUtility.HtmlDecode(await Page(nurse, session));
        Assert.Contains("Longer than planned", page, StringComparison.Ordinal);
        Assert.Contains("waits for this room", page, StringComparison.Ordinal);
        Assert.True(page.Contains($"/sessions/{next}/place", StringComparison.Ordinal) || page.Contains("The front desk moves it.", StringComparison.Ordinal));
    }

    [Fact] // DOSE-52
    public async Task A_debrief_without_words_asks_why_it_was_skipped()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        await Ok(nurse, session, "doses", ("route", "im"), ("mg", "30"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", Pin));
        await Ok(nurse, session, "moments", ("kind", "effects-lessening"));
        var empty = await Post(nurse, session, "moments", ("kind", "debrief"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.Contains("not wanted, not able, or moved to integration", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Ok(nurse, session, "moments", ("kind", "debrief-not-able"));
        Assert.DoesNotContain("What stayed with you?", await Page(nurse, session), StringComparison.Ordinal);
    }

    private static async Task Ok(HttpClient client, Guid session, string part, params (string, string)[] fields) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(client, session, part, fields)).StatusCode);

    private static Task<string> Page(HttpClient client, Guid session) => client.GetStringAsync($"/sessions/{session}/room");
}
