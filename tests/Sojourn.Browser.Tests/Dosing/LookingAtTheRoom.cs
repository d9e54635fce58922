using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Dosing;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>DOSE-42: the room on a tablet, a laptop and a phone; nothing for axe to find, nothing scrolls sideways, all of it works without script.</summary>
public sealed class LookingAtTheRoom(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    [Theory]
    [InlineData("before", 1280)]
    [InlineData("before", 360)]
    [InlineData("refused", 1024)]
    [InlineData("during", 1280)]
    [InlineData("during", 360)]
    [InlineData("after", 1024)]
    [InlineData("sheet", 360)]
    [InlineData("rooms", 360)]
    public async Task DOSE_42_Axe_finds_nothing_and_the_page_never_scrolls_sideways(string moment, int width)
    {
        var page = await SignedIn(width);
        var path = await Reach(moment);
        await page.GotoAsync($"{room.Address}{path}");
        if (moment == "refused")
        {
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Pass the gate" }).ClickAsync();
        }

        await Picture(page, $"{moment}-{width}");
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page scrolls sideways.");
    }

    [Fact]
    public async Task DOSE_42_Without_script_a_reading_is_recorded_and_the_page_is_back_at_the_same_place()
    {
        var session = await Dosed();
        var page = await SignedIn(360, script: false);
        await page.GotoAsync($"{room.Address}sessions/{session}/room");
        foreach (var (name, value) in new[] { ("Systolic", "128"), ("Diastolic", "82"), ("Pulse", "76"), ("Oxygen", "97") })
        {
            await page.Locator("#vitals").GetByLabel(name).First.FillAsync(value);
        }

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Record vitals" }).ClickAsync();
        Assert.EndsWith("/room#vitals", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".now-strip")).ToContainTextAsync("128/82");
    }

    private async Task<string> Reach(string moment)
    {
        if (moment == "rooms")
        {
            await Dosed();
            return "rooms";
        }

        var session = moment is "before" or "refused" ? await room.Clinic.Book() : await Dosed();
        var clinic = room.Clinic;
        if (moment == "during")
        {
            await clinic.Reads(session, MedicineClinic.Calm with { Systolic = 142, Diastolic = 88, Pulse = 82 });
            Pass(5);
            await clinic.Reads(session, MedicineClinic.Calm with { Systolic = 164, Diastolic = 96, Pulse = 92, Pain = 1 });
            await clinic.InRoom(session, facts => new Command.MarkDepth(clinic.Clock.Now, MedicineClinic.NewId(), clinic.Nair, clinic.Clock.Now, Depth.OutOfBody, facts.Watch));
            await clinic.InRoom(session, _ => new Command.NoteMoment(clinic.Clock.Now, MedicineClinic.NewId(), clinic.Clock.Now, MomentKind.Said, "The room is a long way up."));
            await clinic.InRoom(session, facts => new Command.NoteSymptom(clinic.Clock.Now, MedicineClinic.NewId(), clinic.Nair, clinic.Clock.Now, "nausea", Severity.Mild, "Ginger", SymptomOutcome.Ongoing, facts.Watch));
            Pass(3);
        }

        if (moment is "after" or "sheet")
        {
            foreach (var minutes in new[] { 5, 5, 15, 15, 15, 30 })
            {
                Pass(minutes);
                await clinic.Reads(session, MedicineClinic.Calm with { Pain = 0 });
            }

            await clinic.InRoom(session, _ => new Command.NoteMoment(clinic.Clock.Now, MedicineClinic.NewId(), clinic.Clock.Now, MomentKind.EffectsLessening, ""));
        }

        return $"sessions/{session}/room{(moment == "sheet" ? "/going-home" : "")}";
    }

    private async Task<Guid> Dosed()
    {
        var clinic = room.Clinic;
        var session = await clinic.BookAndPassGate();
        await clinic.InRoom(session, facts => new Command.GiveDose(
            clinic.Clock.Now, MedicineClinic.NewId(), clinic.Nair, clinic.Clock.Now, DoseRoute.Intramuscular, new Milligrams(30m), null, clinic.Ellery, null, null, null, facts.Dose(DoseRoute.Intramuscular), CheckConfirmed: true));
        Pass(5);
        return session;
    }

    private void Pass(int minutes) => room.Clinic.Clock.Pass(TimeSpan.FromMinutes(minutes));

    private async Task<IPage> SignedIn(int width, bool script = true)
    {
        var page = await browser.Page(width, options: new BrowserNewContextOptions { JavaScriptEnabled = script });
        await page.GotoAsync($"{room.Address}sign-in");
        await page.Locator("#email").FillAsync("nurse@test.example");
        await page.Locator("#password").FillAsync(RunningRoom.Password);
        await page.Locator("#password").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>For whoever wants to look: SOJOURN_PICTURES names a folder.</summary>
    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SOJOURN_PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"room-{name}.png"), FullPage = true });
        }
    }
}
