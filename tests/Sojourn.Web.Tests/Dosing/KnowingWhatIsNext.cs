using System.Net;
using Sojourn.Clinic.Tests.Dosing;

namespace Sojourn.Web.Tests.Dosing;

/// <summary>Somebody on their first day: what is missing comes first, what is done is folded away, and one large button leads on.</summary>
public sealed class KnowingWhatIsNext(RunningRoom room) : IClassFixture<RunningRoom>
{
    [Fact]
    public async Task What_is_missing_at_the_gate_stands_before_everything_else_and_what_holds_after_the_ticks()
    {
        var session = await room.Clinic.Book();
        var page = await Room(session);
        var missing = Part(page, "Missing before the dose", "Record the weight");
        Assert.Contains("baseline readings are taken", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("holds", missing, StringComparison.Ordinal);
        Assert.Contains("holds", Part(page, "Pass the gate", "</details>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_weight_is_folded_away_once_it_is_recorded_and_opens_when_another_is_refused()
    {
        var session = await room.Clinic.Book();
        await room.Clinic.Prepare(session);
        Assert.Contains("<details><summary>Weighed today: 80 kg", await Room(session), StringComparison.Ordinal);
        using var nurse = await room.Client("nurse");
        using var refused = await RunningRoom.Post(nurse, session, "weight", ("weight", "-1"));
        Assert.Contains("<details open><summary>Weighed today: 80 kg", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_with_breaths_alone_leaves_the_pressure_before_it_with_its_time()
    {
        var session = await room.Clinic.BookAndPassGate();
        await room.Clinic.Reads(session, MedicineClinic.Calm with { Systolic = 127, Diastolic = 79 });
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(3));
        using var nurse = await room.Client("nurse");
        using var answer = await RunningRoom.Post(nurse, session, "vitals", ("respiration", "13"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Matches(@"127/79 <small>mmHg at \d\d:\d\d</small>", await Room(session));
    }

    [Fact]
    public async Task The_large_button_leads_to_the_reading_the_gate_the_dose_and_the_reading_again()
    {
        var session = await room.Clinic.Book();
        Assert.Contains("href=\"#vitals\" accesskey=\"v\">Record vitals</a>", await Room(session), StringComparison.Ordinal);
        await room.Clinic.Prepare(session);
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(6));
        await room.Clinic.Reads(session, MedicineClinic.Calm);
        Assert.Contains("href=\"#gate\">To the gate</a>", await Room(session), StringComparison.Ordinal);
        var passed = await room.Clinic.BookAndPassGate();
        Assert.Contains("href=\"#dose\">Give the dose</a>", await Room(passed), StringComparison.Ordinal);
        await room.Clinic.GivesThirty(passed);
        Assert.Contains("href=\"#vitals\" accesskey=\"v\">Record vitals</a>", await Room(passed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_escort_is_said_and_the_form_is_folded_away_until_it_is_refused()
    {
        var session = await room.Clinic.Book();
        using var desk = await room.Client("front-desk");
        var at = $"/sessions/{session}";
        Assert.Contains("<details><summary>Somebody else takes them home", WebUtility.HtmlDecode(await desk.GetStringAsync(at)), StringComparison.Ordinal);
        using var refused = await RunningRoom.Send(desk, at, $"{at}/escort", ("escort-name", "Rosa Ruiz"));
        Assert.Contains("<details open><summary>Somebody else takes them home", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_sessions_of_today_stand_first_on_the_start_page_and_lead_into_the_room()
    {
        var session = await room.Clinic.Book();
        using var nurse = await room.Client("nurse");
        var page = WebUtility.HtmlDecode(await nurse.GetStringAsync("/today"));
        Assert.Contains($"/sessions/{session}", Part(page, "aria-label=\"Yours today\"", "</nav>"), StringComparison.Ordinal);
        using var desk = await room.Client("front-desk");
        Assert.DoesNotContain("Yours today", await desk.GetStringAsync("/today"), StringComparison.Ordinal);
    }

    private async Task<string> Room(Guid session)
    {
        using var nurse = await room.Client("nurse");
        return WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{session}/room"));
    }

    private static string Part(string page, string from, string to)
    {
        var start = page.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"“{from}” is not on the page.");
        var end = page.IndexOf(to, start, StringComparison.Ordinal);
        Assert.True(end >= 0, $"“{to}” does not follow “{from}”.");
        return page[start..end];
    }
}
