using System.Net;
using static Sojourn.Web.Tests.Dosing.RunningRoom;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>DOSE-71: a wrong entry is corrected on the page, and both values stand there with the reason.</summary>
public sealed class CorrectingAnEntry(RunningRoom room) : IClassFixture<RunningRoom>
{
    [Fact]
    public async Task DOSE_71_A_moment_and_a_dose_are_corrected_and_what_they_said_before_stands_beside_them()
    {
        var session = await room.Clinic.BookAndPassGate();
        await room.Clinic.GivesThirty(session);
        using var nurse = await room.Client("nurse");
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "moments", ("kind", "note"), ("words", "Left hand held"))).StatusCode);
        var moment = Assert.Single(room.Clinic.Record(session).Moments);
        var dose = Assert.Single(room.Clinic.Record(session).Doses);

        Assert.Contains("why it is changed", await Refused("moment", ("entry", moment.Id), ("words", "Right hand held")), StringComparison.OrdinalIgnoreCase);
        await Corrected("moment", ("entry", moment.Id), ("words", "Right hand held"), ("why", "Seen from the other side"));
        Assert.Contains("PIN", await Refused("dose", ("entry", $"{dose.Id.Value}"), ("mg", "25"), ("checked-by", Written(room.Clinic.Ellery)), ("why", "Five were left in the syringe")), StringComparison.Ordinal);
        await Corrected("dose", ("entry", $"{dose.Id.Value}"), ("mg", "25"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", RunningRoom.Pin), ("why", "Five were left in the syringe"));

        var page = WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{session}/room"));
        Assert.Contains("was Left hand held, now Right hand held: Seen from the other side", page, StringComparison.Ordinal);
        Assert.Contains("was 30, now 25: Five were left in the syringe", page, StringComparison.Ordinal);
        Assert.Equal(25m, Assert.Single(room.Clinic.Record(session).Doses).Mg);

        async Task<string> Refused(string of, params (string, string)[] fields)
        {
            var answer = await Post(nurse, session, "amendments", [("of", of), .. fields]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        async Task Corrected(string of, params (string, string)[] fields)
        {
            var answer = await Post(nurse, session, "amendments", [("of", of), .. fields]);
            Assert.EndsWith($"#correct-{of}", answer.Headers.Location?.ToString() ?? await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
