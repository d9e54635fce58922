using Microsoft.Playwright;
using Sojourn.Clinic.Running;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>DOSE-67: a tablet goes silent with entries on it; another takes over what the clinic has, and the first one's come when it is back.</summary>
public sealed class TakingOverFromADeadTablet(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    [Fact]
    public async Task DOSE_67_Another_tablet_goes_on_and_hands_over_and_the_entries_of_the_first_arrive_late_with_whose_and_from_where()
    {
        using var wire = new CutWire(room.Address);
        var (first, session) = await Tablet.InRoom(room, browser, wire);
        wire.Cut();
        await Tablet.Takes(first, "131", "84");
        await first.GetByRole(AriaRole.Button, new() { Name = "Dreamlike" }).ClickAsync();
        await Expect(Tablet.Sync(first)).ToContainTextAsync("2 wait on this device", new() { Timeout = Tablet.Patience });
        var tapped = room.Clinic.Clock.Now;

        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(12));
        var second = await Tablet.SignedIn(browser, room.Address, "nurse");
        await Tablet.Opens(second, room.Address, session);
        await Tablet.Takes(second, "126", "79");
        await Expect(second.Locator(".now-strip")).ToContainTextAsync("126/79", new() { Timeout = Tablet.Patience });
        await second.GetByText("Hand over", new() { Exact = true }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "T. Ellery, therapist" }).ClickAsync();
        await Expect(second.Locator(".presence")).ToContainTextAsync("T. Ellery", new() { Timeout = Tablet.Patience });

        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(8));
        wire.Mend();
        await Expect(Tablet.Sync(first)).ToHaveTextAsync("Saved", new() { Timeout = Tablet.Patience });
        var record = room.Clinic.Record(session);
        Assert.Equal(2, record.Waited.Count);
        Assert.All(record.Waited, row => Assert.Equal(Actor.Staff(room.Clinic.Nair).Text, row.ByActor));
        Assert.All(record.Waited, row => Assert.InRange(row.TappedAt, tapped.AddMinutes(-1), tapped.AddMinutes(2)));
        var device = Assert.Single(record.Waited.Select(row => row.Device).Distinct());
        Assert.Single(record.Vitals, row => row.Systolic == 131);
        Assert.Single(record.Vitals, row => row.Systolic == 126);
        Assert.Equal([room.Clinic.Ellery], record.State.WatchingAt(room.Clinic.Clock.Now));

        await second.Locator("#amend > summary").ClickAsync();
        await Expect(second.Locator("#amend tr", new() { HasText = "131/84" })).ToContainTextAsync($"later from tablet {device}", new() { Timeout = Tablet.Patience });
        await Expect(second.Locator("#waited")).ToContainTextAsync($"2 entries of P. Nair, from tablet {device}");
        await Expect(second.Locator(".now-strip")).ToContainTextAsync("126/79");
    }

    [Fact]
    public async Task DOSE_67_Back_after_the_person_went_home_readings_are_taken_late_and_what_cannot_be_is_told_and_kept_as_a_moment()
    {
        using var wire = new CutWire(room.Address);
        var (first, session) = await Tablet.InRoom(room, browser, wire);
        wire.Cut();
        await Tablet.Takes(first, "133", "85");
        await first.GetByText("Hand over", new() { Exact = true }).ClickAsync();
        await first.GetByRole(AriaRole.Button, new() { Name = "T. Ellery, therapist" }).ClickAsync();
        await Expect(Tablet.Sync(first)).ToContainTextAsync("2 wait on this device", new() { Timeout = Tablet.Patience });

        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(30));
        await room.Clinic.InRoom(session, _ => new Command.LeaveAgainstAdvice(room.Clinic.Clock.Now, room.Clinic.Nair, "Wanted to go."));
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(10));
        wire.Mend();
        await Expect(Tablet.Sync(first)).ToContainTextAsync("1 not taken", new() { Timeout = Tablet.Patience });
        Assert.Single(room.Clinic.Record(session).Vitals, row => row.Systolic == 133);

        await Tablet.Sync(first).ClickAsync();
        await Expect(first.Locator(".outbox")).ToContainTextAsync("note it as a moment with its time");
        await Expect(first.Locator("#presence-form")).ToHaveCountAsync(0, new() { Timeout = Tablet.Patience });
        await first.GetByRole(AriaRole.Button, new() { Name = "Enter it again" }).ClickAsync();
        await Expect(first.Locator("#moment-form [name=words]")).ToHaveValueAsync("Handed over T. Ellery, therapist");
        await first.GetByRole(AriaRole.Button, new() { Name = "Note the moment" }).ClickAsync();
        await Expect(Tablet.Sync(first)).ToHaveTextAsync("Saved", new() { Timeout = Tablet.Patience });
        Assert.Single(room.Clinic.Record(session).Moments, moment => moment.Words == "Handed over T. Ellery, therapist");
    }

    [Fact]
    public async Task DOSE_67_When_the_sign_in_ran_out_meanwhile_the_entries_wait_until_somebody_signs_in_and_the_room_says_so()
    {
        using var wire = new CutWire(room.Address);
        var (first, session) = await Tablet.InRoom(room, browser, wire);
        wire.Cut();
        await Tablet.Takes(first, "137", "86");
        await Expect(Tablet.Sync(first)).ToContainTextAsync("1 waits on this device", new() { Timeout = Tablet.Patience });
        await first.Context.ClearCookiesAsync();
        wire.Mend();
        await Expect(Tablet.Sync(first)).ToHaveTextAsync("Signed out 1 waits on this device. Sign in again to send.", new() { Timeout = Tablet.Patience });
        Assert.DoesNotContain(room.Clinic.Record(session).Vitals, row => row.Systolic == 137);

        await Tablet.SignIn(first, wire.Address, "therapist");
        await first.GotoAsync($"{wire.Address}sessions/{session}/room");
        await Expect(Tablet.Sync(first)).ToContainTextAsync("1 of somebody else's", new() { Timeout = Tablet.Patience });
        Assert.DoesNotContain(room.Clinic.Record(session).Vitals, row => row.Systolic == 137);

        await first.Context.ClearCookiesAsync();
        await Tablet.SignIn(first, wire.Address, "nurse");
        await Tablet.Opens(first, wire.Address, session);
        Assert.Equal(room.Clinic.Nair, Assert.Single(room.Clinic.Record(session).Vitals, row => row.Systolic == 137).ById);
    }
}
