using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests;

namespace Sojourn.Browser.Tests.Calendar;

/// <summary>R-14 at the front desk, in a real browser: show 3 of the first session.</summary>
public sealed class BookingMedicine(RunningClinic clinic, Browser browser) : IClassFixture<RunningClinic>, IClassFixture<Browser>
{
    /// <summary>Clear of a change of clocks, and with room for a preparation before it.</summary>
    private static readonly DateOnly Day = DateOnly.FromDateTime(DateTimeOffset.UtcNow.AddDays(9).DateTime);

    private static readonly TimeOnly Begins = new(9, 0);

    [Fact]
    public async Task R_14_R_51_Refused_with_every_missing_step_until_the_prescriber_decides_and_the_rest_is_cleared_then_the_same_booking_goes_through_and_is_changed_to_a_group()
    {
        var ana = await Unassessed.In(clinic);
        var desk = await SignedIn("front-desk");
        await desk.GotoAsync($"{clinic.Address}courses/{ana.Course.Value}");
        await desk.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Book a session" }).ClickAsync();
        await FillBooking(desk, ana.Programme.SessionsOf(SessionKind.Medicine).First());
        await Book(desk);

        var missing = ana.Missing(At(Begins));
        Assert.Contains(missing, reason => reason.Code == "screening.not-decided");
        Assert.Contains(missing, reason => reason.Code == "team.no-nurse");
        await ExpectRefused(desk, [.. missing.Select(reason => reason.Sentence), "No therapy session is booked within"]);
        await EveryStepLeadsSomewhere(desk);

        await ana.AnswerAssessment();
        await Decide(ana);
        await Book(desk);
        await Assertions.Expect(Summary(desk)).Not.ToContainTextAsync("The assessment is not decided yet");
        await ExpectRefused(desk, [.. ana.Missing(At(Begins)).Select(reason => reason.Sentence)]);

        await ana.ClearTheRest(At(Begins));
        await Book(desk);
        await Assertions.Expect(desk).ToHaveURLAsync(new Regex("/sessions/[0-9a-f-]{36}$"));
        await Assertions.Expect(desk.Locator("h1")).ToContainTextAsync("Medicine");
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("Room 2");
        await SwitchToTheGroup(desk);
    }

    /// <summary>R-51: one to one first, then the group; what is kept and what it costs change with it, and a room with one chair is no place for a group.</summary>
    private async Task SwitchToTheGroup(IPage desk)
    {
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("One to one, about 360 (currency not stated)");
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("Room 2, kept 08:30–16:30 with making it ready and clearing it");
        await clinic.OpenRoom("Long room", 6);
        await desk.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Change to a group" }).ClickAsync();
        await Assertions.Expect(desk.GetByLabel("In a group")).ToBeCheckedAsync();
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("About 110 less than one to one.");
        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move it" }).ClickAsync();
        await ExpectRefused(desk, ["Room 2 has one chair, and a group is at least 3 people. Choose a room with more."]);
        await desk.GetByLabel("Room", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Long room, Harbour, medicine, 6 chairs" });
        await desk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move it" }).ClickAsync();
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("In a group, about 250 (currency not stated), about 110 less than one to one");
        await Assertions.Expect(desk.Locator("main")).ToContainTextAsync("Long room, one of 6 chairs, kept 08:30–16:30");
        await Assertions.Expect(desk.Locator("#group")).ToContainTextAsync("1 person, 2 fewer than a group needs; 3 to 6 make a group");
    }

    private static async Task FillBooking(IPage page, SessionType type)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = type.Title }).ClickAsync();
        await page.GetByLabel("One to one").CheckAsync();
        await page.GetByLabel("Date").FillAsync(Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByLabel("Begins").FillAsync("09:00");
        await page.GetByLabel("Ends").FillAsync(Begins.AddMinutes(type.Minutes.Usual).ToString("HH:mm", CultureInfo.InvariantCulture));
        await page.GetByLabel("Room", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Room 2, Harbour, medicine" });
        await page.GetByLabel("Test therapist").CheckAsync();
        await page.GetByLabel("Test nurse").CheckAsync();
    }

    /// <summary>The form as it stands: after a refusal, with all that was typed.</summary>
    private static Task Book(IPage page) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Book it" }).ClickAsync();

    private static ILocator Summary(IPage page) => page.Locator("#error-summary");

    private static async Task ExpectRefused(IPage page, IReadOnlyList<string> sentences)
    {
        await Assertions.Expect(Summary(page)).ToBeFocusedAsync();
        foreach (var sentence in sentences)
        {
            await Assertions.Expect(Summary(page)).ToContainTextAsync(sentence);
        }
    }

    /// <summary>For the prescriber every step is a page that opens; for the desk it is that, or the words say whose it is.</summary>
    private async Task EveryStepLeadsSomewhere(IPage page)
    {
        using var desk = await clinic.Client("front-desk");
        using var prescriber = await clinic.Client("prescriber");
        var steps = await Summary(page).Locator(".remedy").AllAsync();
        Assert.Equal(await Summary(page).Locator("li").CountAsync(), steps.Count);
        foreach (var step in steps)
        {
            if (await step.GetAttributeAsync("href") is { } place)
            {
                Assert.Equal(HttpStatusCode.OK, (await desk.GetAsync(place)).StatusCode);
                Assert.Equal(HttpStatusCode.OK, (await prescriber.GetAsync(place)).StatusCode);
            }
            else
            {
                Assert.Contains("(for a therapist, nurse or prescriber)", await step.InnerTextAsync(), StringComparison.Ordinal);
            }
        }
    }

    private async Task Decide(Unassessed ana)
    {
        var page = await SignedIn("prescriber");
        await page.GotoAsync($"{clinic.Address}courses/{ana.Course.Value}/screening");
        await page.GetByLabel("Suitable", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        foreach (var note in await page.Locator("textarea[name^=note-]").AllAsync())
        {
            await note.FillAsync("Looked at together; no reason against it.");
        }

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Record the decision" }).ClickAsync();
        await Assertions.Expect(Summary(page)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Suitable");
        await page.Context.CloseAsync();
    }

    /// <summary>Edmonton's clocks, as the clinic's.</summary>
    private static DateTimeOffset At(TimeOnly time)
    {
        var local = Day.ToDateTime(time);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById("America/Edmonton").GetUtcOffset(local)).ToUniversalTime();
    }

    private async Task<IPage> SignedIn(string role)
    {
        var page = await browser.Page(1280);
        await page.GotoAsync($"{clinic.Address}sign-in");
        await page.Locator("input[name=email]").FillAsync($"{role}@test.example");
        await page.Locator("input[name=password]").FillAsync(RunningClinic.Password);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }
}
