using Microsoft.Playwright;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>DOSE-3: a gate that was refused keeps what was ticked and why, whatever comes in meanwhile; sent again it is passed.</summary>
public sealed class TickingTheGate(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    [Fact]
    public async Task DOSE_3_What_was_ticked_stays_when_the_missing_reading_comes_in_and_is_sent_again()
    {
        var session = await room.Clinic.Book();
        await room.Clinic.Prepare(session);
        var page = await Tablet.SignedIn(browser, room.Address, "nurse");
        await Tablet.Opens(page, room.Address, session);
        var ticks = await page.Locator("#gate [name=tick]:enabled").AllAsync();
        Assert.NotEmpty(ticks);
        foreach (var tick in ticks)
        {
            await tick.CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Pass the gate" }).ClickAsync();
        await Expect(page.Locator("#gate #error-summary")).ToContainTextAsync("1 of 2 baseline readings", new() { Timeout = Tablet.Patience });
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(10));
        await room.Clinic.Reads(session, MedicineClinic.Calm);
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("Pass the gate", new() { Timeout = Tablet.Patience });
        await Expect(page.Locator("#gate #error-summary + form")).ToHaveCountAsync(1);
        await Expect(page.Locator("#gate [name=tick]:enabled:checked")).ToHaveCountAsync(ticks.Count);

        await page.GetByRole(AriaRole.Button, new() { Name = "Pass the gate" }).ClickAsync();
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("Give the dose", new() { Timeout = Tablet.Patience });
    }
}
