using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Sojourn.Web.Design;

namespace Sojourn.Browser.Tests.Design;

public sealed class LookingAtTheGallery(GalleryHost gallery, Browser browser) : IClassFixture<GalleryHost>, IClassFixture<Browser>
{
    public static TheoryData<string, Theme, int> Pages =>
        [.. from part in GalleryView.Parts from look in new[] { (Theme: Theme.Day, Width: 1280), (Theme: Theme.Room, Width: 360) } select new TheoryDataRow<string, Theme, int>(part, look.Theme, look.Width)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_and_the_page_never_scrolls_sideways(string part, Theme theme, int width)
    {
        var page = await browser.Page(width);
        var complaints = Complaints(page);
        await Open(page, part, theme);
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        Assert.Empty(complaints);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page scrolls sideways.");
    }

    [Fact]
    public async Task Arrow_keys_read_out_a_chart_by_session()
    {
        var page = await browser.Page(1280);
        await Open(page, "story", Theme.Day);
        var chart = page.Locator("story-chart");
        await chart.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(chart.Locator(".chart-readout")).ToHaveTextAsync("Session 2, 23-Jun-2026. 60 mg into muscle. 14 days after session 1.");
    }

    [Fact]
    public async Task A_chart_is_drawn_again_for_another_width()
    {
        var page = await browser.Page(1280);
        await Open(page, "story", Theme.Day);
        var canvas = page.Locator("story-chart canvas");
        var wide = (await canvas.BoundingBoxAsync())!;
        await page.SetViewportSizeAsync(360, 800);
        LocatorBoundingBoxResult? narrow = null;
        for (var look = 0; look < 100 && (narrow is null || narrow.Width >= 340); look++)
        {
            await Task.Delay(100);
            narrow = await canvas.BoundingBoxAsync();
        }

        Assert.InRange(narrow!.Width, 1, 340);
        Assert.True(narrow.Height > wide.Height, "On a telephone each lane carries its name above it.");
    }

    [Fact]
    public async Task The_time_at_the_head_of_a_page_runs_on()
    {
        var page = await browser.Page(1280);
        await Open(page, "story", Theme.Day);
        var clock = page.Locator("clock-text[data-kind=time]");
        var begun = TimeOnly.ParseExact(await clock.InnerTextAsync(), "HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        await page.EvaluateAsync("() => { const now = Date.now; Date.now = () => now() + 300_000; }");
        await Assertions.Expect(clock).ToHaveTextAsync(new System.Text.RegularExpressions.Regex($"^({begun.AddMinutes(5):HH:mm}|{begun.AddMinutes(6):HH:mm})$"), new() { Timeout = 10_000 });
    }

    [Fact]
    public async Task Without_script_the_tables_stand_for_the_charts_and_the_menu_opens()
    {
        var page = await browser.Page(360, options: new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync($"{gallery.Address}/design/story?theme=Day");
        await page.GetByText("The same story as a table").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new PageGetByRoleOptions { Name = "PHQ-9" }).First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("story-chart")).ToBeHiddenAsync();
        await page.GetByText("Menu").ClickAsync();
        await Assertions.Expect(page.Locator(".thumb-menu").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Calendar" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Trouble_is_focused_first_and_leads_to_its_field()
    {
        var page = await browser.Page(1280);
        await Open(page, "forms", Theme.Day);
        await Assertions.Expect(page.Locator("#error-summary")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "1540 kg is outside" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#weight$"));
        Assert.StartsWith("Error: ", await page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_comes_back_after_a_reload_until_it_is_posted()
    {
        var page = await browser.Page(1280);
        await Open(page, "parts", Theme.Day);
        await page.EvaluateAsync("sessionStorage.setItem('draft:try', JSON.stringify({ depth: ['light'] }))");
        await page.RouteAsync("**/design/room?*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = (await answer.TextAsync()).Replace("<form class=\"form\"", "<form class=\"form\" data-draft=\"try\"", StringComparison.Ordinal) });
        });
        await Open(page, "room", Theme.Room);
        Assert.True(await page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = "Light" }).IsCheckedAsync());
        await Assertions.Expect(page.GetByText("was not sent yet")).ToBeVisibleAsync();
    }

    private async Task Open(IPage page, string part, Theme theme)
    {
        await page.GotoAsync($"{gallery.Address}/design/{part}?theme={theme}");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>Errors of script and refusals of the content security policy.</summary>
    private static List<string> Complaints(IPage page)
    {
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        return complaints;
    }
}
