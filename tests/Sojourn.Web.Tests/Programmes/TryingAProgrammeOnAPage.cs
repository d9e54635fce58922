using System.Net;
using Sojourn.Clinic.Calendar;
using Sojourn.Domain.Programmes;
using Sojourn.Simulation.WhatIf;

namespace Sojourn.Web.Tests.Programmes;

/// <summary>What if: asked for on a page, watched while it runs, read when it is done.</summary>
public sealed class TryingAProgrammeOnAPage(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const string Page = "/programmes/rise-chronic-pain/what-if";

    [Fact]
    public async Task A_manager_runs_two_programmes_side_by_side_in_the_clinics_own_rooms_and_reads_the_result()
    {
        using var client = await clinic.Client("manager");
        Assert.Contains(Page, await client.GetStringAsync("/programmes/rise-chronic-pain"), StringComparison.Ordinal);
        Assert.Contains("1 medicine room, 1 talking room, 1 therapist, 1 nurse, 1 prescriber", await client.GetStringAsync(Page), StringComparison.Ordinal);
        var started = await RunningClinic.Post(client, Page, Page, new() { ["patients"] = "30", ["weeks"] = "20", ["seed"] = "7", ["beside"] = "solo-depression-standard", ["missed"] = "11", ["more-talking"] = "2" });
        Assert.Equal(HttpStatusCode.SeeOther, started.StatusCode);
        var place = started.Headers.Location!.ToString();
        var result = await Done(client, place);
        Assert.Contains("Invented patients; these shares are assumptions, change them.", result, StringComparison.Ordinal);
        Assert.Contains("with what is tried in addition: 1 medicine room, 3 talking rooms", result, StringComparison.Ordinal);
        Assert.Contains("KAP for depression, three to six weeks", result, StringComparison.Ordinal);
        Assert.Contains("Price missing for Medical assessment", result, StringComparison.Ordinal);
        Assert.Contains("<td>11 %</td>", result, StringComparison.Ordinal);

        using var asked = new HttpRequestMessage(HttpMethod.Get, place) { Headers = { { "Accept", "application/json" } } };
        using var json = await client.SendAsync(asked);
        Assert.Contains("\"came\":30", await json.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // It is kept, and its figures stand in the form when somebody wants to change one of them.
        Assert.Contains(place, await client.GetStringAsync(Page), StringComparison.Ordinal);
        Assert.Contains("name=\"missed\" type=\"text\" inputmode=\"numeric\" value=\"11\"", await client.GetStringAsync($"{Page}?like={place.Split('/')[^1]}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_it_runs_the_page_says_how_far_it_is_and_comes_again_and_it_can_be_stopped()
    {
        using var client = await clinic.Client("prescriber");
        var started = await RunningClinic.Post(client, Page, Page, new() { ["patients"] = "10000", ["weeks"] = "156", ["seed"] = "7" });
        var place = started.Headers.Location!.ToString();
        using (var running = await client.GetAsync(place))
        {
            Assert.Equal("1", running.Headers.GetValues("Refresh").Single());
            Assert.Contains("<progress", await running.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await RunningClinic.Post(client, place, $"{place}/stop", []);
        Assert.Contains("It was stopped.", await Done(client, place), StringComparison.Ordinal);
    }

    [Fact]
    public void The_clinics_own_week_is_as_its_records_state_it()
    {
        using var records = clinic.Runner.Read();
        var own = OwnClinic.Of(records, new DateOnly(2026, 11, 23), new More(new Dictionary<RoomKind, int> { [RoomKind.Medicine] = 2 }, new Dictionary<string, int>(StringComparer.Ordinal)));
        Assert.Equal([("Room 2", RoomKind.Medicine), ("Room 4", RoomKind.Talking), ("one more Medicine 1", RoomKind.Medicine), ("one more Medicine 2", RoomKind.Medicine)], own.Rooms.Select(room => (room.Name, room.Kind)));
        Assert.Equal(OpenHours.Usual, Assert.Single(own.Sites).Hours);
        Assert.Contains(own.Staff, member => member.Roles.Contains("nurse") && member.Week.Select(work => work.Hours).SequenceEqual(OpenHours.Usual));
    }

    [Fact]
    public async Task What_cannot_be_run_comes_back_beside_its_field()
    {
        using var client = await clinic.Client("manager");
        var answer = await RunningClinic.Post(client, Page, Page, new() { ["patients"] = "0", ["weeks"] = "52", ["seed"] = "7", ["missed"] = "130" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("0 is outside 1 to 10000. Check how many patients.", page, StringComparison.Ordinal);
        Assert.Contains("130 is outside 0 to 100.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_that_is_not_kept_and_a_programme_that_is_not_there_are_said_in_words()
    {
        using var client = await clinic.Client("manager");
        using var gone = await client.GetAsync($"{Page}/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Contains("This result is no longer kept.", await gone.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var none = await client.GetAsync("/programmes/nowhere/what-if");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Who_may_not_run_it_is_not_shown_the_way()
    {
        using var client = await clinic.Client("nurse");
        Assert.DoesNotContain(Page, await client.GetStringAsync("/programmes/rise-chronic-pain"), StringComparison.Ordinal);
        using var answer = await client.GetAsync(Page);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    /// <summary>Reads the page as a browser does, again and again while it says so; WebUtility has decoded it.</summary>
    private static async Task<string> Done(HttpClient client, string place)
    {
        for (var look = 0; look < 600; look++)
        {
            using var answer = await client.GetAsync(place);
            if (!answer.Headers.Contains("Refresh"))
            {
                return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            }

            await Task.Delay(50);
        }

        throw new TimeoutException("It is not done after half a minute.");
    }
}
