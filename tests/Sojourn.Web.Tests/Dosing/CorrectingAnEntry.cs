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

    [Fact]
    public async Task DOSE_71_A_set_of_readings_is_changed_where_it_is_wrong_on_a_page_that_shows_it()
    {
        var session = await room.Clinic.BookAndPassGate();
        await room.Clinic.GivesThirty(session);
        using var nurse = await room.Client("nurse");
        Assert.Equal(HttpStatusCode.SeeOther, (await Post(nurse, session, "vitals", ("systolic", "138"), ("diastolic", "86"), ("pulse", "27"), ("oxygen", "98"), ("respiration", "14"))).StatusCode);
        var taken = room.Clinic.Record(session).Vitals[^1];
        var page = await nurse.GetStringAsync($"/sessions/{session}/room");
        var way = $"/sessions/{session}/room/readings/{taken.Id.Value}";
        Assert.Contains($"href=\"{way}\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"27\"", await nurse.GetStringAsync(way), StringComparison.Ordinal);

        (string, string)[] set = [("of", "readings"), ("entry", $"{taken.Id.Value}"), ("systolic", "138"), ("diastolic", "86"), ("pulse", "72"), ("oxygen", "98"), ("respiration", "14")];
        var refused = await Post(nurse, session, "amendments", set);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var shown = await refused.Content.ReadAsStringAsync();
        Assert.Contains("value=\"72\"", shown, StringComparison.Ordinal);
        Assert.Contains("id=\"correct-form\"", shown, StringComparison.Ordinal);
        Assert.EndsWith("#amend", (await Post(nurse, session, "amendments", [.. set, ("why", "A slip of the finger")])).Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Contains("pulse was 27, now 72: A slip of the finger", WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{session}/room")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.GetAsync($"/sessions/{session}/room/readings/{Guid.NewGuid()}")).StatusCode);
    }
}
