using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>A tap in the room is never lost: it waits on the device, says so, and is recorded once.</summary>
public sealed partial class LosingTheNetwork(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    [Fact]
    public async Task A_tap_says_saving_and_then_saved_and_the_page_shows_it_without_a_reload()
    {
        using var wire = new CutWire(room.Address);
        var (page, _) = await Room(wire);
        await Tablet.Takes(page, "128", "82");
        await Expect(page.Locator("#vitals .entry-said")).ToHaveTextAsync(SavedAt());
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("128/82");
        await Expect(page.Locator("room-outbox summary")).ToHaveTextAsync("Saved");
    }

    [Fact]
    public async Task Without_a_network_entries_wait_survive_a_reload_and_arrive_once_marked_late()
    {
        using var wire = new CutWire(room.Address);
        var (page, session) = await Room(wire);
        wire.Cut();
        await Tablet.Takes(page, "131", "84");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dreamlike" }).ClickAsync();
        await Expect(page.Locator("#vitals .entry-said")).ToContainTextAsync("waiting on this device");
        await Expect(page.Locator("room-outbox summary")).ToContainTextAsync("2 wait on this device");

        await page.ReloadAsync();
        await Expect(page.Locator("room-outbox summary")).ToContainTextAsync("2 wait on this device");
        await Expect(page.Locator("room-outbox summary")).ToContainTextAsync("Offline");
        await page.GetByRole(AriaRole.Button, new() { Name = "Quiet" }).ClickAsync();
        await Expect(page.Locator("room-outbox summary")).ToContainTextAsync("3 wait on this device");

        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(20));
        wire.Mend();
        await Expect(page.Locator("room-outbox summary")).ToHaveTextAsync("Saved", new() { Timeout = 30_000 });
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("131/84");
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("later");
        var state = room.Clinic.Record(session).State;
        Assert.Single(state.Readings, reading => reading.Vitals.Systolic == 131);
        Assert.Single(state.Depths);
    }

    [Fact]
    public async Task An_entry_that_the_clinic_refuses_stays_with_its_reason_and_can_be_entered_again()
    {
        using var wire = new CutWire(room.Address);
        var (page, _) = await Room(wire);
        wire.Cut();
        await Tablet.Takes(page, "80", "130");
        await Expect(page.Locator("#vitals .entry-said")).ToContainTextAsync("waiting on this device");
        wire.Mend();
        await Expect(page.Locator("room-outbox summary")).ToContainTextAsync("1 not taken", new() { Timeout = 30_000 });
        await page.Locator("room-outbox summary").ClickAsync();
        await Expect(page.Locator(".outbox")).ToContainTextAsync("are they swapped?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter it again" }).ClickAsync();
        await Expect(page.Locator("#vitals-form [name=systolic]")).ToHaveValueAsync("80");
        await page.Locator("#vitals-form [name=systolic]").FillAsync("130");
        await page.Locator("#vitals-form [name=diastolic]").FillAsync("80");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record vitals" }).ClickAsync();
        await Expect(page.Locator("#vitals .entry-said")).ToHaveTextAsync(SavedAt());
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("130/80");
        await Expect(page.Locator("room-outbox summary")).ToHaveTextAsync("Saved");
    }

    [Fact]
    public async Task An_entry_mended_in_its_form_is_refused_no_longer()
    {
        using var wire = new CutWire(room.Address);
        var (page, _) = await Room(wire);
        await Tablet.Takes(page, "80", "130");
        await Expect(page.Locator("room-outbox summary")).ToContainTextAsync("1 not taken", new() { Timeout = 30_000 });
        await Expect(page.Locator("#vitals-form [name=systolic]")).ToHaveValueAsync("80");
        await page.Locator("#vitals-form [name=systolic]").FillAsync("130");
        await page.Locator("#vitals-form [name=diastolic]").FillAsync("80");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record vitals" }).ClickAsync();
        await Expect(page.Locator("#vitals .entry-said")).ToHaveTextAsync(SavedAt());
        await Expect(page.Locator("room-outbox summary")).ToHaveTextAsync("Saved");
    }

    [Fact]
    public async Task What_the_clinic_must_check_first_is_not_sent_and_says_so()
    {
        using var wire = new CutWire(room.Address);
        var (page, _) = await Room(wire);
        wire.Cut();
        await Expect(page.Locator("room-outbox summary")).ToContainTextAsync("Offline", new() { Timeout = 30_000 });
        await page.Locator("#discharge summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Discharge" }).ClickAsync();
        await Expect(page.Locator("#discharge-form .entry-said")).ToContainTextAsync("needs the connection");
    }

    [Fact]
    public async Task Two_tablets_see_what_the_other_records()
    {
        using var wire = new CutWire(room.Address);
        var (one, session) = await Room(wire);
        var other = await Tablet.SignedIn(browser, wire.Address, "therapist");
        await other.GotoAsync($"{wire.Address}sessions/{session}/room");
        await Expect(other.Locator("room-outbox summary")).ToHaveTextAsync("Saved");
        await Tablet.Takes(one, "126", "79");
        await Expect(other.Locator(".now-strip")).ToContainTextAsync("126/79", new() { Timeout = 3_000 });
    }

    [Fact]
    public async Task What_somebody_types_stays_while_the_page_follows_the_room()
    {
        using var wire = new CutWire(room.Address);
        var (page, session) = await Room(wire);
        await page.Locator("#vitals-form [name=systolic]").FillAsync("141");
        await room.Clinic.Reads(session, MedicineClinic.Calm with { Systolic = 119, Diastolic = 71 });
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("119/71");
        await Expect(page.Locator("#vitals-form [name=systolic]")).ToHaveValueAsync("141");
    }

    [Fact]
    public async Task After_a_refused_form_the_page_still_follows_the_room()
    {
        using var wire = new CutWire(room.Address);
        var (page, session) = await Room(wire);
        await page.Locator("#discharge summary").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Discharge" }).ClickAsync();
        await Expect(page.Locator("#error-summary")).ToBeVisibleAsync();
        await Tablet.Takes(page, "133", "81");
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("133/81");
        await room.Clinic.Reads(session, MedicineClinic.Calm with { Systolic = 121, Diastolic = 73 });
        await Expect(page.Locator(".now-strip")).ToContainTextAsync("121/73");
    }

    [GeneratedRegex(@"^\d\d:\d\d saved$")]
    private static partial Regex SavedAt();

    private Task<(IPage Page, Guid Session)> Room(CutWire wire) => Tablet.InRoom(room, browser, wire);
}
