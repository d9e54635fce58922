using System.Net;
using System.Text.RegularExpressions;

namespace Sojourn.Web.Tests.Calendar;

/// <summary>R-09: a free time, no password, a calendar file, and a link that cancels.</summary>
public sealed partial class BookingACall(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task A_visitor_books_a_free_time_the_desk_sees_it_and_the_link_cancels_it()
    {
        using var visitor = await clinic.Client();
        var slot = Slot().Match(await visitor.GetStringAsync("/call")).Groups["at"].Value;
        var booked = await Book(visitor, slot, "Mara");
        var link = booked.Headers.Location!.ToString();
        var page = await visitor.GetStringAsync(link);
        Assert.Contains("Your call is booked", page, StringComparison.Ordinal);

        var file = await visitor.GetAsync(WebUtility.HtmlDecode(CalendarFile().Match(page).Groups["href"].Value));
        Assert.Equal("text/calendar", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains($"DTSTART:{DateTimeOffset.Parse(WebUtility.HtmlDecode(slot), System.Globalization.CultureInfo.InvariantCulture):yyyyMMdd'T'HHmmss'Z'}", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var desk = await clinic.Client("front-desk");
        var session = link.Split('/', '?')[2];
        var day = Day(slot);
        Assert.Contains($"/sessions/{session}", await desk.GetStringAsync($"/calendar?day={day}"), StringComparison.Ordinal);
        Assert.Contains("Mara", await desk.GetStringAsync($"/calendar?day={day}"), StringComparison.Ordinal);

        var cancelled = await RunningClinic.Post(visitor, link, $"/call/{session}/cancellation", new() { ["key"] = Uri.UnescapeDataString(link.Split("key=")[1]) });
        Assert.Contains("Your call is cancelled", await visitor.GetStringAsync(cancelled.Headers.Location), StringComparison.Ordinal);
        Assert.Contains($"value=\"{slot}\"", await visitor.GetStringAsync("/call"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_was_just_taken_is_said_so_and_what_was_typed_is_kept()
    {
        using var visitor = await clinic.Client();
        var slot = Slot().Matches(await visitor.GetStringAsync("/call"))[3].Groups["at"].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await Book(visitor, slot, "First")).StatusCode);
        var second = await Book(visitor, slot, "Second");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode);
        var page = await second.Content.ReadAsStringAsync();
        Assert.Contains("That time has just been taken", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Second\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_opens_a_call_without_its_key()
    {
        using var visitor = await clinic.Client();
        var link = (await Book(visitor, Slot().Matches(await visitor.GetStringAsync("/call"))[5].Groups["at"].Value, "Kept")).Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(link.Split('?')[0])).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{link[..^3]}abc")).StatusCode);
    }

    private static Task<HttpResponseMessage> Book(HttpClient visitor, string slot, string name) =>
        RunningClinic.Post(visitor, "/call", "/call", new() { ["at"] = WebUtility.HtmlDecode(slot), ["first-name"] = name, ["reach"] = "555-0177" });

    private static string Day(string slot) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.Parse(WebUtility.HtmlDecode(slot), System.Globalization.CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById("America/Edmonton")).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("<option value=\"(?<at>20[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Slot();

    [GeneratedRegex("href=\"(?<href>/call/[^\"]+calendar.ics[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CalendarFile();
}
