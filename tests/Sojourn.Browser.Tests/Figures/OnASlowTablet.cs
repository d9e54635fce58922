using System.Globalization;
using Microsoft.Playwright;
using Sojourn.Browser.Tests.Dosing;
using Sojourn.Web.Tests.Dosing;

namespace Sojourn.Browser.Tests.Figures;

/// <summary>
/// Figures, not tests: what a tablet six times slower than this machine shows after a tap, and when the room can be used. Left out of every run that does not
/// ask for it; <c>docs/reference/figures.md</c> says how.
/// </summary>
public sealed class OnASlowTablet(RunningRoom room, Browser browser, ITestOutputHelper output) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    private const int TimesSlower = 6;
    private const int Taps = 60;
    private const int Openings = 5;
    private static readonly TimeSpan BetweenTaps = TimeSpan.FromSeconds(1);

    /// <summary>From the browser's own time of the click until the frame after the one in which the entry's words stand.</summary>
    private const string Watch = """
        () => {
          window.shown = [];
          addEventListener("click", event => {
            const said = event.target.closest("form")?.querySelector(".entry-said");
            if (!said) return;
            const begun = event.timeStamp;
            const watch = new MutationObserver(() => {
              watch.disconnect();
              requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => window.shown.push(performance.now() - begun); channel.port2.postMessage(0); });
            });
            watch.observe(said, { childList: true, characterData: true, subtree: true });
          }, { capture: true });
        }
        """;

    /// <summary>Milliseconds since the browser was sent there, once the island holds the forms and the entries of this device are read.</summary>
    private const string Interactive = """
        () => new Promise(ready => {
          const look = () => document.querySelector("room-outbox summary")?.textContent.includes("Saved") ? ready(performance.now()) : requestAnimationFrame(look);
          look();
        })
        """;

    [Fact(Explicit = true)]
    public async Task Taps_are_shown_within_100_ms_and_the_room_can_be_used_within_2_s()
    {
        var session = await Tablet.Dosed(room.Clinic);
        var opened = new List<double>();
        for (var i = 0; i < Openings; i++)
        {
            var fresh = await Slow(await Tablet.SignedIn(browser, room.Address, "nurse"));
            await fresh.GotoAsync($"{room.Address}sessions/{session}/room", new() { WaitUntil = WaitUntilState.Commit });
            opened.Add(await fresh.EvaluateAsync<double>(Interactive));
            await fresh.Context.CloseAsync();
        }

        var page = await Slow(await Tablet.SignedIn(browser, room.Address, "nurse"));
        await Tablet.Opens(page, room.Address, session);
        await page.EvaluateAsync(Watch);
        for (var i = 0; i < Taps; i++)
        {
            await Task.Delay(BetweenTaps);
            await page.GetByRole(AriaRole.Button, new() { Name = i % 2 == 0 ? "Dreamlike" : "Talking" }).ClickAsync();
            await page.WaitForFunctionAsync("taps => window.shown.length > taps", i, new() { Timeout = Tablet.Patience });
        }

        var shown = await page.EvaluateAsync<double[]>("() => window.shown");
        Say("tap to shown", shown, 100);
        Say("room usable, nothing kept on the device", [.. opened], 2_000);
        Assert.True(At(shown, 0.95) <= 100, "Taps are shown later than 100 ms.");
        Assert.True(At([.. opened], 0.5) <= 2_000, "The room can be used later than 2 s.");
    }

    private void Say(string what, double[] found, int toReach) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what}, processor {TimesSlower} × slower: p50 {At(found, 0.5):N0} ms, p95 {At(found, 0.95):N0} ms, most {At(found, 1):N0} ms of {found.Length}; to reach {toReach} ms"));

    private static double At(double[] found, double share) => found.Order().ElementAt(Math.Clamp((int)Math.Ceiling(share * found.Length) - 1, 0, found.Length - 1));

    private static async Task<IPage> Slow(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = TimesSlower });
        return page;
    }
}
