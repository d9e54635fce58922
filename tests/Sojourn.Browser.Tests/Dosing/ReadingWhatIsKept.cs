using Microsoft.Playwright;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>*Saved* is a promise: nothing of this device waits. It cannot be made before the device has been asked.</summary>
public sealed class ReadingWhatIsKept(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    /// <summary>The device's database opens when the test says so.</summary>
    private const string SlowDatabase = """
        const readable = new Promise(open => window.letItOpen = open);
        IDBOpenDBRequest.prototype.addEventListener = function (type, act, how) {
          EventTarget.prototype.addEventListener.call(this, type, type === "success" ? event => readable.then(() => act(event)) : act, how);
        };
        """;

    [Fact]
    public async Task The_line_says_nothing_before_what_this_device_kept_has_been_read()
    {
        var session = await Tablet.Dosed(room.Clinic);
        var page = await Tablet.SignedIn(browser, room.Address, "nurse");
        await page.AddInitScriptAsync(SlowDatabase);
        await page.GotoAsync($"{room.Address}sessions/{session}/room");

        await Expect(page.Locator("body[data-connection=here]")).ToHaveCountAsync(1, new() { Timeout = Tablet.Patience });
        await Expect(Tablet.Sync(page)).ToHaveCountAsync(0);

        await page.EvaluateAsync("() => window.letItOpen()");
        await Expect(Tablet.Sync(page)).ToHaveTextAsync("Saved", new() { Timeout = Tablet.Patience });
    }
}
