using Microsoft.Playwright;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>R-64: talking and quiet by one key each, and as bands on the axis.</summary>
public sealed class TappingByKey(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    [Fact]
    public async Task DOSE_72_A_key_marks_talking_and_quiet_and_both_stand_on_the_axis()
    {
        var session = await Tablet.Dosed(room.Clinic);
        var page = await Tablet.SignedIn(browser, room.Address, "nurse");
        await Tablet.Opens(page, room.Address, session);
        await page.Keyboard.PressAsync("t");
        await Recorded(page, "Talking");
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(10));
        await page.Keyboard.PressAsync("q");
        await Recorded(page, "Quiet");
        await page.Locator(".flowsheet .as-table summary").ClickAsync();
        await Expect(page.Locator(".flowsheet .as-table")).ToContainTextAsync("talking, until minute", new() { Timeout = Tablet.Patience });
        await Expect(page.Locator(".flowsheet .as-table")).ToContainTextAsync("quiet, until minute", new() { Timeout = Tablet.Patience });
    }

    [Fact]
    public async Task DOSE_72_Letters_that_are_typed_and_keys_that_are_switched_off_do_nothing()
    {
        var session = await Tablet.Dosed(room.Clinic);
        var page = await Tablet.SignedIn(browser, room.Address, "nurse");
        await Tablet.Opens(page, room.Address, session);
        await page.Keyboard.PressAsync("m");
        await page.Locator("#moment-form textarea").FillAsync("");
        await page.Locator("#moment-form textarea").PressSequentiallyAsync("quiet");
        await Expect(page.Locator("#moment-form textarea")).ToHaveValueAsync("quiet");
        await page.Locator("#moment-form textarea").BlurAsync();
        await page.Keyboard.PressAsync("?");
        await page.Locator("[data-keys]").UncheckAsync();
        await page.Locator("[data-keys]").BlurAsync();
        await page.Keyboard.PressAsync("q");
        await page.GetByRole(AriaRole.Button, new() { Name = "Talking" }).ClickAsync();
        await Recorded(page, "Talking");
        Assert.Single(room.Clinic.Record(session).Moments, moment => moment.Kind == "voice");
    }

    private static async Task Recorded(IPage page, string voice)
    {
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = voice })).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = Tablet.Patience });
        await Expect(Tablet.Sync(page)).ToHaveTextAsync("Saved", new() { Timeout = Tablet.Patience });
    }
}
