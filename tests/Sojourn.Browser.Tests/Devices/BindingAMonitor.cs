using Microsoft.Playwright;
using Sojourn.Browser.Tests.Dosing;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Web.Tests.Devices;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;

namespace Sojourn.Browser.Tests.Devices;

/// <summary>A bedside monitor bound by a tap; what it sends over a real socket stands on the right person's axis, and what is not taken stands on Devices until it is cleared.</summary>
public sealed class BindingAMonitor(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    private const string Sender = "BEDSIDE1";

    [Fact]
    public async Task DEV_28_Bound_by_a_tap_its_values_appear_on_that_persons_axis_and_what_is_not_taken_is_listed_until_it_is_cleared()
    {
        var beside = await Arrived(await room.Clinic.BookAndPassGate());
        var session = await Arrived(await room.Clinic.PassGate(await room.Clinic.BookBeside("Ben", "Okoro")));
        var device = Guid.CreateVersion7();
        await room.Clinic.Does(Actor.Sojourn, desk => desk.Do(DeviceSlice.Slice, device, new Device.Command.Register(
            desk.At, "Monitor 2", Sender, room.Clinic.Room, "America/Edmonton", 60, new Dictionary<string, string>(StringComparer.Ordinal), SenderIsTaken: false)));
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        Assert.Contains("MSA|AA|early\n", await monitor.Says(BedsideMonitor.Message(Sender, "early", Now)), StringComparison.Ordinal);

        var page = await Tablet.SignedIn(browser, room.Address, "nurse");
        await page.GotoAsync($"{room.Address}devices");
        await Expect(Here(page)).ToContainTextAsync("1 message came while it watched nobody");
        await page.GetByLabel("Bind it to").SelectOptionAsync(new SelectOptionValue { Label = "OKORO, Ben" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Bind" }).ClickAsync();
        await Expect(Here(page)).ToContainTextAsync("Watches OKORO, Ben");
        await Expect(Here(page)).Not.ToContainTextAsync("watched nobody");

        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(1));
        await Tablet.Opens(page, room.Address, session);
        await page.Locator("#devices").FocusAsync();
        Assert.Contains("MSA|AA|first\n", await monitor.Says(BedsideMonitor.Message(Sender, "first", Now, pulse: 83, pressure: (137, 81, Now))), StringComparison.Ordinal);
        await Expect(page.Locator("#device-reading")).ToContainTextAsync("137/81 mmHg, pulse 83/min", new() { Timeout = Tablet.Patience });
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("137/81", new() { Timeout = Tablet.Patience });
        Assert.DoesNotContain(room.Clinic.Record(beside).Vitals, row => row.Systolic == 137);
        Assert.Empty(room.Clinic.Record(beside).DeviceVitals);

        var stranger = BedsideMonitor.Message("STRANGER", "s", Now);
        Assert.Contains("MSA|AR|s\n", await monitor.Says(stranger), StringComparison.Ordinal);
        Assert.Contains("MSA|AE|other\n", await monitor.Says(BedsideMonitor.Message(Sender, "other", Now, patient: "999999")), StringComparison.Ordinal);
        await page.GotoAsync($"{room.Address}devices");
        await Expect(Refused(page, "STRANGER")).ToContainTextAsync("a manager registers the name it sends as");
        await Expect(Refused(page, "Monitor 2")).ToContainTextAsync("names another patient than the one whom it is bound to");
        await Clear(page, "Monitor 2", "");
        await Expect(page.Locator("#error-summary")).ToContainTextAsync("Say in a few words why nothing more is needed.");
        await Clear(page, "Monitor 2", "The old wristband was scanned; mended at the monitor.");
        await Expect(Refused(page, "Monitor 2")).ToHaveCountAsync(0);
        await Expect(Refused(page, "STRANGER")).ToHaveCountAsync(1);
        await Clear(page, "STRANGER", "A monitor of the floor above.");
        await Expect(page.Locator("#refusals")).ToContainTextAsync("All were looked at.");
        await page.GetByText("Looked at 2 messages").ClickAsync();
        await Expect(page.Locator("#refusals")).ToContainTextAsync("The old wristband was scanned");
    }

    private DateTimeOffset Now => room.Clinic.Clock.Now;

    private static ILocator Here(IPage page) => page.GetByRole(AriaRole.Main);

    private static ILocator Refused(IPage page, string name) => page.Locator($"#refusals section[aria-label='Not taken, from {name}']");

    private static async Task Clear(IPage page, string name, string why)
    {
        await Refused(page, name).GetByText("Nothing more is needed").ClickAsync();
        await Refused(page, name).GetByLabel("Why not").FillAsync(why);
        await Refused(page, name).GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
    }

    /// <summary>The gate was passed: the booking follows by a reaction.</summary>
    private async Task<Guid> Arrived(Guid session)
    {
        await room.Recorded();
        return session;
    }
}
