using Microsoft.Playwright;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>DOSE-65: handing over is two taps, and the room shows at once who watches.</summary>
public sealed class HandingOver(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    [Fact]
    public async Task DOSE_65_Two_taps_hand_over_and_nobody_is_unobserved_between()
    {
        var session = await Tablet.Dosed(room.Clinic);
        var page = await Tablet.SignedIn(browser, room.Address, "nurse");
        await Tablet.Opens(page, room.Address, session);
        await Expect(page.Locator(".presence")).ToContainTextAsync("P. Nair");
        var taps = 0;
        await Tap(page.GetByText("Hand over", new() { Exact = true }));
        await Tap(page.GetByRole(AriaRole.Button, new() { Name = "T. Ellery, therapist" }));
        await Expect(page.Locator(".presence")).ToContainTextAsync("T. Ellery", new() { Timeout = Tablet.Patience });
        await Expect(page.Locator(".presence")).Not.ToContainTextAsync("P. Nair");
        Assert.Equal(2, taps);
        var state = room.Clinic.Record(session).State;
        Assert.Equal([room.Clinic.Ellery], state.WatchingAt(room.Clinic.Clock.Now));
        Assert.Empty(Domain.Dosing.Unwatched.Between(state.Presence, state.FirstDoseAt!.Value, room.Clinic.Clock.Now));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "I watch" })).ToBeVisibleAsync();

        async Task Tap(ILocator what)
        {
            taps++;
            await what.ClickAsync();
        }
    }
}
