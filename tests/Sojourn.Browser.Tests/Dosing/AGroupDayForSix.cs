using Microsoft.Playwright;
using Sojourn.Clinic.Dosing;
using Sojourn.Domain.Dosing;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>
/// DOSE-70: one group day as a script. Staggered doses, a pressure alert beside a graver one, a vomit, a nurse who is called away, a tablet that dies, another
/// that is offline for twenty minutes; at the end every tap stands in the record once, gaps have their minutes, and six have gone home by ride.
/// </summary>
public sealed class AGroupDayForSix(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    private const float Patience = Tablet.Patience;

    /// <summary>The device's clock goes on with the clinic's, so many milliseconds ahead of the machine's.</summary>
    private const string GoesOn = "by => { const device = Date.now; Date.now = () => device() + by; }";

    private SixInOneRoom Six { get; } = new(room.Clinic);

    [Fact]
    public async Task DOSE_70_At_the_end_every_tap_stands_in_the_record_once_and_six_have_gone_home_by_ride()
    {
        using var wire = new CutWire(room.Address);
        await Six.Arrive();
        var nurse = await Tablet.SignedIn(browser, wire.Address, "nurse");
        var therapist = await Tablet.SignedIn(browser, room.Address, "therapist");
        await therapist.GotoAsync($"{room.Address}{Six.Floor}");

        await StaggeredDoses(nurse, wire.Address);
        await APassWithTwoAlarms(nurse, therapist, wire.Address);
        await AlarmsHoldTheLastDose(nurse, wire.Address);
        await AVomit(nurse, wire.Address);
        await TheNurseIsCalledAway(nurse, therapist, wire.Address);
        await ATabletDiesAndComesBack();
        await OfflineForTwentyMinutes(nurse, wire);
        await GoHome(nurse, wire.Address);
        TheRecordHoldsEveryTapOnce();
        await Picture(therapist, "group-end");
    }

    /// <summary>Two doses are clicked, the first here and the last beside an alarm; five minutes lie between one and the next.</summary>
    private async Task StaggeredDoses(IPage nurse, Uri address)
    {
        await nurse.GotoAsync($"{address}{Six.Floor}");
        await Expect(nurse.Locator(".tile")).ToHaveCountAsync(6);
        await nurse.GetByRole(AriaRole.Link, new() { Name = SixInOneRoom.Name(1), Exact = true }).First.ClickAsync();
        await Dose(nurse);
        await Expect(nurse.Locator(".phases")).ToContainTextAsync("Given", new() { Timeout = Patience });
        foreach (var person in (int[])[2, 3, 4, 5])
        {
            await Six.Go(5);
            await Six.Given(person);
        }

        await nurse.GotoAsync($"{address}{Six.Room(6)}");
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Pass the gate" }).ClickAsync();
        await Expect(nurse.Locator("#beside")).ToContainTextAsync(SixInOneRoom.Name(5), new() { Timeout = Patience });
        await Expect(nurse.Locator("#beside")).ToContainTextAsync("predicted, not measured");
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        await nurse.GotoAsync($"{address}{Six.Floor}");
        await Expect(nurse.Locator("#peaks li")).ToHaveCountAsync(6);
        await Picture(nurse, "group-floor", whole: false);
    }

    /// <summary>By keyboard alone: Enter goes on. One row cannot be and is told so; two raise alarms, which stand beside each other on the other device.</summary>
    private async Task APassWithTwoAlarms(IPage nurse, IPage therapist, Uri address)
    {
        await nurse.GotoAsync($"{address}{Six.Floor}/vitals");
        await Pass(nurse, person => person switch { 2 => ["165", "102", "88", "97", "14", "5"], 4 => ["78", "124", "72", "98", "14", "5"], 5 => ["125", "78", "72", "88", "14", "5"], _ => [$"12{person}", "78", "72", "98", "14", "5"] });
        await Expect(Row(nurse, 4).Locator(".entry-said")).ToContainTextAsync("are they swapped?", new() { Timeout = Patience });
        foreach (var person in (int[])[1, 2, 3, 5, 6])
        {
            await Expect(Row(nurse, person).Locator(".entry-said")).ToContainTextAsync("saved", new() { Timeout = Patience });
        }

        await Picture(nurse, "group-pass");
        await Field(nurse, 4, "systolic").FillAsync("114");
        await Field(nurse, 4, "diastolic").FillAsync("78");
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Record the pass" }).ClickAsync();
        await Expect(Row(nurse, 4).Locator(".entry-said")).ToContainTextAsync("saved", new() { Timeout = Patience });
        await Expect(Tablet.Sync(nurse)).ToHaveTextAsync("Saved", new() { Timeout = Patience });

        await Expect(therapist.Locator(".floor-red")).ToContainTextAsync($"{SixInOneRoom.Name(5)}: A07", new() { Timeout = Patience });
        await Expect(therapist.Locator($"#person-{Six[2]}")).ToContainTextAsync("A01", new() { Timeout = Patience });
        await Expect(therapist.Locator($"#person-{Six[5]}")).ToContainTextAsync("A07");
        await Picture(therapist, "group-alarms");
    }

    private async Task AlarmsHoldTheLastDose(IPage nurse, Uri address)
    {
        await nurse.GotoAsync($"{address}{Six.Room(6)}");
        await Dose(nurse);
        await Expect(nurse.Locator("#error-summary")).ToContainTextAsync($"of {SixInOneRoom.Name(5)} in this room is open", new() { Timeout = Patience });

        await Tablet.Opens(nurse, address, Six[5]);
        await Answer(nurse, "Head tilted, probe moved; 97 % again.", "127", "A07", "A06");
        await Tablet.Opens(nurse, address, Six[2]);
        await Answer(nurse, "Sat up, lights down; taken again and lower.", "128", "A01");

        await nurse.GotoAsync($"{address}{Six.Room(6)}");
        await Dose(nurse);
        await Expect(nurse.Locator(".phases")).ToContainTextAsync("Given", new() { Timeout = Patience });
        await Six.Go(5);
    }

    private async Task AVomit(IPage nurse, Uri address)
    {
        await Tablet.Opens(nurse, address, Six[3]);
        await nurse.Locator("#symptom > summary").ClickAsync();
        await nurse.Locator("#symptom-form [name=term]").SelectOptionAsync("vomiting");
        await nurse.Locator("#symptom-form [name=did]").FillAsync("Turned to the side, bowl, water");
        await nurse.Locator("#symptom-form").GetByText("Better", new() { Exact = true }).ClickAsync();
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Note it" }).ClickAsync();
        await Expect(nurse.Locator("#symptoms")).ToContainTextAsync("Turned to the side", new() { Timeout = Patience });
        await Expect(nurse.Locator("#symptoms")).ToContainTextAsync("better");
    }

    /// <summary>One is handed over in two taps; for another nobody takes over until the therapist comes.</summary>
    private async Task TheNurseIsCalledAway(IPage nurse, IPage therapist, Uri address)
    {
        await Tablet.Opens(nurse, address, Six[1]);
        await nurse.GetByText("Hand over", new() { Exact = true }).ClickAsync();
        await nurse.GetByRole(AriaRole.Button, new() { Name = "T. Ellery, therapist" }).ClickAsync();
        await Expect(nurse.Locator("#presence .presence")).ToContainTextAsync("T. Ellery", new() { Timeout = Patience });

        await Tablet.Opens(nurse, address, Six[4]);
        await nurse.GetByText("Hand over", new() { Exact = true }).ClickAsync();
        await nurse.GetByRole(AriaRole.Button, new() { Name = "I stop watching" }).ClickAsync();
        await Expect(nurse.Locator("#presence .presence")).ToContainTextAsync("Nobody watches", new() { Timeout = Patience });
        await Six.Go(5);
        await Tablet.Opens(therapist, room.Address, Six[4]);
        await therapist.GetByRole(AriaRole.Button, new() { Name = "I watch" }).ClickAsync();
        await Expect(therapist.Locator("#presence .presence")).ToContainTextAsync("T. Ellery", new() { Timeout = Patience });
        await therapist.GotoAsync($"{room.Address}{Six.Floor}");
    }

    /// <summary>Its power goes with two entries on it. Another device goes on with what the clinic has; charged again, the first one sends them, late.</summary>
    private async Task ATabletDiesAndComesBack()
    {
        var folder = Directory.CreateTempSubdirectory("sojourn-tablet-");
        using var wire = new CutWire(room.Address);
        var tablet = await browser.Device(folder.FullName, 1024);
        await Tablet.SignIn(tablet, wire.Address, "nurse");
        await Tablet.Opens(tablet, wire.Address, Six[2]);
        wire.Cut();
        await Tablet.Takes(tablet, "138", "84");
        await tablet.GetByRole(AriaRole.Button, new() { Name = "Dreamlike" }).ClickAsync();
        await Expect(Tablet.Sync(tablet)).ToContainTextAsync("2 wait on this device", new() { Timeout = Patience });
        await tablet.Context.CloseAsync();

        await Six.Go(5);
        var other = await Tablet.SignedIn(browser, room.Address, "therapist");
        await Tablet.Opens(other, room.Address, Six[2]);
        await Tablet.Takes(other, "139", "79");
        await Expect(other.Locator(".now-strip")).ToContainTextAsync("139/79", new() { Timeout = Patience });
        await other.Context.CloseAsync();

        wire.Mend();
        tablet = await browser.Device(folder.FullName, 1024);
        await Tablet.SignIn(tablet, wire.Address, "nurse");
        await Tablet.Opens(tablet, wire.Address, Six[2]);
        await Expect(tablet.Locator("#waited")).ToContainTextAsync("2 entries of P. Nair, from tablet", new() { Timeout = Patience });
        await tablet.Context.CloseAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>In the room of one, and then in a pass of all, while nothing reaches the clinic.</summary>
    private async Task OfflineForTwentyMinutes(IPage nurse, CutWire wire)
    {
        await nurse.GotoAsync($"{wire.Address}{Six.Floor}/vitals");
        await Tablet.IsKept(nurse);
        await Tablet.Opens(nurse, wire.Address, Six[5]);
        await Tablet.IsKept(nurse);
        wire.Cut();
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Quiet" }).ClickAsync();
        await Tablet.Takes(nurse, "129", "80");
        await Expect(Tablet.Sync(nurse)).ToContainTextAsync("2 wait on this device", new() { Timeout = Patience });
        await Six.Go(5, but: 5);
        await Six.Go(5, but: 5);

        await nurse.GotoAsync($"{wire.Address}{Six.Floor}/vitals");
        await nurse.EvaluateAsync(GoesOn, TimeSpan.FromMinutes(10).TotalMilliseconds);
        await Pass(nurse, person => [$"13{person}", "77", "71", "98", "14", "5"]);
        await Expect(Tablet.Sync(nurse)).ToContainTextAsync("8 wait on this device", new() { Timeout = Patience });
        await Picture(nurse, "group-offline");
        await Six.Go(5, but: 5);
        await Six.Go(5, but: 5);
        wire.Mend();
        await Expect(Tablet.Sync(nurse)).ToHaveTextAsync("Saved", new() { Timeout = Patience });
    }

    private async Task GoHome(IPage nurse, Uri address)
    {
        foreach (var _ in Enumerable.Range(0, 8))
        {
            await Six.Go(15);
        }

        foreach (var person in (int[])[2, 3, 4, 5, 6])
        {
            await Six.GoesHome(person);
        }

        await Six.Looks(1);
        await Tablet.Opens(nurse, address, Six[1]);
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Effects are lessening" }).ClickAsync();
        await nurse.Locator("#debrief-form [name=words]").FillAsync("The sea, and coming back slowly.");
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Keep the words" }).ClickAsync();
        await Expect(nurse.Locator("#debrief-form")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await nurse.Locator("#discharge-form [name=escort]").FillAsync("Rosa Ruiz");
        await nurse.Locator("#discharge-form [name=no-driving]").CheckAsync();
        await nurse.GetByRole(AriaRole.Button, new() { Name = "Discharge" }).ClickAsync();
        await Expect(nurse.Locator("#discharge")).ToContainTextAsync("With Rosa Ruiz", new() { Timeout = Patience });

        await nurse.GotoAsync($"{address}{Six.Room(4)}");
        await Expect(nurse.Locator("#discharge")).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"Nobody watched \d\d:\d\d–\d\d:\d\d, \d+ min"), new() { Timeout = Patience });
        await Picture(nurse, "group-gap");
    }

    private void TheRecordHoldsEveryTapOnce()
    {
        var records = Six.Sessions.Select(room.Clinic.Record).ToList();
        Assert.All(records, record => Assert.Equal((Stage.Discharged, "Rosa Ruiz"), (record.State.Stage, record.Session.EndedWords)));
        Assert.All(records, record => Assert.NotNull(record.Session.NoDrivingUntil));
        foreach (var (person, systolic) in (ValueTuple<int, int>[])[(1, 121), (2, 165), (3, 123), (4, 114), (5, 125), (6, 126), (5, 127), (2, 128), (5, 129), (2, 138), (2, 139), .. Enumerable.Range(1, 6).Select(person => (person, 130 + person))])
        {
            Assert.Equal([person], records.Index().SelectMany(one => one.Item.Vitals.Where(row => row.Systolic == systolic).Select(_ => one.Index + 1)));
        }

        Assert.All(records, record => Assert.Single(record.Doses));
        var given = records.Select(record => record.State.FirstDoseAt!.Value).Order().ToList();
        Assert.All(given.Zip(given.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromMinutes(4), "Doses are staggered."));
        Assert.Single(records[2].Symptoms, symptom => symptom.Action == "Turned to the side, bowl, water");
        Assert.Single(records[4].Moments, moment => moment is { Kind: "voice", Words: "quiet" });
        Assert.Single(records[1].Moments, moment => moment is { Kind: "depth", Words: "dreamlike" });
        Assert.Equal(2, records[1].Waited.Count(row => row.ArrivedAt - row.TappedAt < TimeSpan.FromMinutes(15) && row.Device == records[1].Waited[0].Device));
        Assert.Equal(3, records[4].Waited.Count);
        var gap = Assert.Single(Unwatched.Between(records[3].State.Presence, records[3].State.FirstDoseAt!.Value, records[3].State.EndedAt!.Value));
        Assert.InRange(gap.To - gap.From, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(8));
        Assert.All(records.Where((_, i) => i != 3), record => Assert.Empty(Unwatched.Between(record.State.Presence, record.State.FirstDoseAt!.Value, record.State.EndedAt!.Value)));
    }

    private async Task Dose(IPage page)
    {
        await page.Locator("#dose-form [name=mg]").FillAsync("30");
        await page.Locator("#dose-form [name=checked-by]").SelectOptionAsync($"{room.Clinic.Ellery.Value:D}");
        await page.Locator("#dose-form [name=checker-pin]").FillAsync(RunningRoom.Pin);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the dose" }).ClickAsync();
    }

    /// <summary>Acknowledged, acted on, measured again, closed with words; the graver one first.</summary>
    private static async Task Answer(IPage page, string words, string systolic, params string[] codes)
    {
        foreach (var alert in codes.Select(code => Alert(page, code)))
        {
            await alert.GetByRole(AriaRole.Button, new() { Name = "Acknowledge" }).ClickAsync();
            await Expect(alert).ToContainTextAsync("Still open.", new() { Timeout = Patience });
        }

        await Tablet.Takes(page, systolic, "79");
        await Expect(page.Locator(".now-strip")).ToContainTextAsync($"{systolic}/79", new() { Timeout = Patience });
        foreach (var alert in codes.Select(code => Alert(page, code)))
        {
            await alert.GetByText("Close with words", new() { Exact = true }).ClickAsync();
            await alert.Locator("[name=words]").FillAsync(words);
            await alert.GetByRole(AriaRole.Button, new() { Name = "Close the alert" }).ClickAsync();
            await Expect(alert).ToHaveCountAsync(0, new() { Timeout = Patience });
        }
    }

    private static ILocator Alert(IPage page, string code) => page.Locator("aside [id^=alert-]", new() { HasText = $"Rule {code}:" });

    /// <summary>Everything typed from the first field on, with Enter between.</summary>
    private async Task Pass(IPage page, Func<int, string[]> readings)
    {
        var rows = await page.Locator("fieldset[data-person]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.person)");
        await page.Locator("fieldset[data-person] input").First.FocusAsync();
        foreach (var value in rows.SelectMany(row => readings(Six.Sessions.ToList().IndexOf(Guid.Parse(row)) + 1)))
        {
            await page.Keyboard.TypeAsync(value);
            await page.Keyboard.PressAsync("Enter");
        }

        await page.Keyboard.PressAsync("Enter");
    }

    private ILocator Row(IPage page, int person) => page.Locator($"#row-{Six[person]}");

    private ILocator Field(IPage page, int person, string name) => page.Locator($"[name='{Six[person]}-{name}']");

    /// <summary>For whoever wants to look: SOJOURN_PICTURES names a folder.</summary>
    private static async Task Picture(IPage page, string name, bool whole = true)
    {
        if (Environment.GetEnvironmentVariable("SOJOURN_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = whole });
        }
    }
}
