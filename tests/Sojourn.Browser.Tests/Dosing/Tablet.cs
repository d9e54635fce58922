using Microsoft.Playwright;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>A device in a treatment room, with its own storage and its own cookies.</summary>
internal static class Tablet
{
    /// <summary>What is done by a server that is busy is waited for so long, in milliseconds.</summary>
    internal const float Patience = 30_000;

    /// <summary>The page itself and everything that it is drawn with lie on this device.</summary>
    private const string UntilKept = """
        async () => {
          const needs = [location.pathname, ...[...document.querySelectorAll("script[src], link[href]")].map(one => one.src ?? one.href)];
          for (const need of needs) {
            while (!(await caches.match(need))) {
              await new Promise(again => setTimeout(again, 50));
            }
          }
        }
        """;

    /// <summary>The room of a session whose dose was given five minutes ago, open on a nurse's tablet at the end of this wire.</summary>
    internal static async Task<(IPage Page, Guid Session)> InRoom(RunningRoom room, Browser browser, CutWire wire)
    {
        var session = await Dosed(room.Clinic);
        var page = await SignedIn(browser, wire.Address, "nurse");
        await Opens(page, wire.Address, session);
        await IsKept(page);
        return (page, session);
    }

    /// <summary>The page that is open and what it is drawn with lie on the device: it opens without the clinic.</summary>
    internal static Task IsKept(IPage page) => page.EvaluateAsync(UntilKept);

    internal static async Task<Guid> Dosed(MedicineClinic clinic)
    {
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        return session;
    }

    internal static async Task Opens(IPage page, Uri address, Guid session)
    {
        await page.GotoAsync($"{address}sessions/{session}/room");
        await Expect(Sync(page)).ToHaveTextAsync("Saved", new() { Timeout = Patience });
    }

    internal static async Task<IPage> SignedIn(Browser browser, Uri address, string role)
    {
        var page = await browser.Page(1024);
        await SignIn(page, address, role);
        return page;
    }

    internal static async Task SignIn(IPage page, Uri address, string role)
    {
        await page.GotoAsync($"{address}sign-in");
        await page.Locator("#email").FillAsync($"{role}@test.example");
        await page.Locator("#password").FillAsync(RunningRoom.Password);
        await page.Locator("#password").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
    }

    /// <summary>The line that says what waits on this device.</summary>
    internal static ILocator Sync(IPage page) => page.Locator("room-outbox summary");

    internal static async Task Takes(IPage page, string systolic, string diastolic)
    {
        foreach (var (name, value) in new[] { ("systolic", systolic), ("diastolic", diastolic), ("pulse", "76"), ("oxygen", "97") })
        {
            await page.Locator($"#vitals-form [name={name}]").FillAsync(value);
        }

        await page.Locator("#vitals-form button[type=submit]").ClickAsync();
    }
}
