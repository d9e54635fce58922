using System.Globalization;
using System.Net;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Programmes;
using static Sojourn.Web.Tests.Dosing.RunningRoom;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>One session by its forms alone, without script: weight, presence, baseline, gate, dose, vitals, alert, debrief, discharge, the sheet.</summary>
public sealed class GoingThroughASession(RunningRoom room) : IClassFixture<RunningRoom>
{
    private static readonly (string, string)[] Calm = [("systolic", "124"), ("diastolic", "78"), ("pulse", "72"), ("oxygen", "98"), ("respiration", "14"), ("sedation", "5"), ("pain", "6")];

    [Fact]
    public async Task From_the_gate_to_the_ride_home()
    {
        var clinic = room.Clinic;
        var session = await clinic.Book();
        using var nurse = await room.Client("nurse");
        var empty = await Page(nurse, session);
        Assert.Contains("data-theme=\"room\"", empty, StringComparison.Ordinal);
        Assert.Contains("RUIZ, Ana", empty, StringComparison.Ordinal);
        Assert.Contains("Pressure below 150/90 before the dose", empty, StringComparison.Ordinal);

        var shut = await Post(nurse, session, "gate", ("action", "pass"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shut.StatusCode);
        var missing = WebUtility.HtmlDecode(await shut.Content.ReadAsStringAsync());
        Assert.Contains("Weigh the person today; limits are counted by weight.", missing, StringComparison.Ordinal);
        Assert.Contains("0 of 2 baseline readings are taken", missing, StringComparison.Ordinal);

        await Ok(nurse, session, "weight", ("weight", "80"));
        await Ok(nurse, session, "presence", ("action", "begin"));
        await Ok(nurse, session, "vitals", Calm);
        clinic.Clock.Pass(TimeSpan.FromMinutes(6));
        await Ok(nurse, session, "vitals", Calm);
        var gate = clinic.Read(records => Clinic.Dosing.RoomFacts.Of(records, clinic.Runner.Programmes, session, clinic.Clock.Now)!.Gate);
        var byHand = Gate.Lines(gate, clinic.Record(session).State, clinic.Clock.Now).Where(line => line.ByHand).Select(line => line.Id).ToList();
        await PassGate(nurse, session, byHand);
        Assert.Contains("Gate passed", await Page(nurse, session), StringComparison.Ordinal);

        await Ok(nurse, session, "doses", ("route", "im"), ("mg", "30"), ("checked-by", Written(clinic.Ellery)), ("checker-pin", RunningRoom.Pin));
        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        Assert.Contains("Due now: pressure", await Page(nurse, session), StringComparison.Ordinal);
        await Ok(nurse, session, "vitals", [("systolic", "165"), .. Calm[1..]]);
        var alarmed = await Page(nurse, session);
        Assert.Contains("165/78 mmHg", alarmed, StringComparison.Ordinal);
        Assert.Contains("Rule A01", alarmed, StringComparison.Ordinal);
        await Ok(nurse, session, "alerts/1/acknowledgement");
        Assert.Contains("Still open.", await Page(nurse, session), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Post(nurse, session, "alerts/1/closure", ("words", ""))).StatusCode);
        await Ok(nurse, session, "alerts/1/closure", ("words", "Recheck lower."));

        await Ok(nurse, session, "depth", ("depth", "out-of-body"));
        await Ok(nurse, session, "voice", ("voice", "quiet"));
        await Ok(nurse, session, "moments", ("kind", "said"), ("words", "The room is a long way up."));
        await Ok(nurse, session, "symptoms", ("term", "nausea"), ("severity", "mild"), ("did", "Ginger"), ("outcome", "better"));
        foreach (var minutes in new[] { 5, 5, 15, 15, 15, 30 })
        {
            clinic.Clock.Pass(TimeSpan.FromMinutes(minutes));
            await Ok(nurse, session, "vitals", [.. Calm[..^1], ("pain", "0"), ("aldrete", "10")]);
        }

        await Ok(nurse, session, "moments", ("kind", "effects-lessening"));
        Assert.Contains("What stayed with you?", await Page(nurse, session), StringComparison.Ordinal);
        var early = await Post(nurse, session, "discharge", ("action", "discharge"));
        Assert.Contains("30 minutes are left", WebUtility.HtmlDecode(await early.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        clinic.Clock.Pass(TimeSpan.FromMinutes(30));
        await Ok(nurse, session, "vitals", [.. Calm[..^1], ("pain", "2"), ("aldrete", "10")]);
        await Ok(nurse, session, "discharge", Leaving(clinic.Programme));
        var gone = await Page(nurse, session);
        Assert.Contains("What stayed with you?", gone, StringComparison.Ordinal);
        await Ok(nurse, session, "moments", ("kind", "debrief"), ("words", "The sea."));
        var said = WebUtility.HtmlDecode(await Page(nurse, session));
        Assert.Contains("“The sea.”", said, StringComparison.Ordinal);
        Assert.DoesNotContain("What stayed with you?", said, StringComparison.Ordinal);
        Assert.Contains("With <b>Rosa Ruiz</b>", gone, StringComparison.Ordinal);
        Assert.Contains("minutes without pain", gone, StringComparison.Ordinal);
        var sheet = WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{session}/room/going-home"));
        Assert.Contains(clinic.Programme.NoDriving!.Text, sheet, StringComparison.Ordinal);
        Assert.Contains("Rosa Ruiz", sheet, StringComparison.Ordinal);
        Assert.Contains("Gone home", gone, StringComparison.Ordinal);
        Assert.Contains("RUIZ, Ana", await nurse.GetStringAsync("/rooms"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unresponsive_opens_the_emergency_card_at_once()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        await Ok(nurse, session, "doses", ("route", "im"), ("mg", "30"), ("checked-by", Written(room.Clinic.Ellery)), ("checker-pin", RunningRoom.Pin));
        var marked = await Post(nurse, session, "depth", ("depth", "unresponsive"));
        Assert.EndsWith("/room#emergency", marked.Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await Page(nurse, session);
        Assert.Contains("details class=\"panel\" open", page, StringComparison.Ordinal);
        Assert.Contains("Marked unresponsive", page, StringComparison.Ordinal);
        Assert.Contains("tel:911", page, StringComparison.Ordinal);
        Assert.Contains("Rule A12", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_reading_keeps_what_was_typed_and_a_late_one_says_so()
    {
        var session = await room.Clinic.BookAndPassGate();
        using var nurse = await room.Client("nurse");
        var refused = await Post(nurse, session, "vitals", ("systolic", "78"), ("diastolic", "124"));
        var page = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("are they swapped?", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#vitals-form-diastolic\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"124\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>Error:", page, StringComparison.Ordinal);
        var at = room.Clinic.Clock.Now.AddMinutes(-8);
        await Ok(nurse, session, "vitals", [.. Calm, ("happened-at", TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("America/Edmonton")).ToString("HH:mm", CultureInfo.InvariantCulture))]);
        Assert.Contains("entered 8 min later", await Page(nurse, session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_that_is_not_there_is_said_to_be_missing()
    {
        using var nurse = await room.Client("nurse");
        Assert.Equal(HttpStatusCode.NotFound, (await nurse.GetAsync($"/sessions/{Guid.NewGuid()}/room")).StatusCode);
        var (status, problem) = await PostJson(nurse, Guid.NewGuid(), "vitals", new { systolic = 120, diastolic = 80 });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(["There is no such medicine session."], Sentences(problem));
    }

    private static (string, string)[] Leaving(Programme programme) => [("action", "discharge"), ("escort", "Rosa Ruiz"), ("no-driving", "yes"), .. programme.Discharge.Where(line => line.Kind == CriterionKind.Checked).Select(line => ("tick", line.Id))];

    private static async Task<string> Page(HttpClient client, Guid session) => WebUtility.HtmlDecode(await client.GetStringAsync($"/sessions/{session}/room"));

    private static async Task PassGate(HttpClient client, Guid session, IEnumerable<string> ticks) => await Ok(client, session, "gate", [("action", "pass"), .. ticks.Select(tick => ("tick", tick))]);

    private static async Task Ok(HttpClient client, Guid session, string part, params (string Name, string Value)[] fields)
    {
        var answer = await Post(client, session, part, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{part}: {(int)answer.StatusCode} {Why(await answer.Content.ReadAsStringAsync())}");
    }

    private static string Why(string page)
    {
        var from = page.IndexOf("There is a problem", StringComparison.Ordinal);
        return from < 0 ? page[..Math.Min(400, page.Length)] : page[from..Math.Min(from + 1500, page.Length)];
    }
}
