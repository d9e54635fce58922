using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>PK-26: the predicted course follows the room while it goes on, and stands beside what happened when it is over, for every route.</summary>
public sealed class CurveBesideWhatHappened(CurveBesideWhatHappened.EveryRoute room, Browser browser) : IClassFixture<CurveBesideWhatHappened.EveryRoute>, IClassFixture<Browser>
{
    /// <summary>One programme with every route; what no shipped one gives is checked like a lozenge.</summary>
    public sealed class EveryRoute : RunningRoom
    {
        protected override Task<MedicineClinic> Open() => MedicineClinic.Open((reduced, shipped) =>
        {
            var infusion = ProgrammeLibrary.LoadShipped().Find("neurorelief-infusion-kap")!;
            var (lozenge, watched) = (shipped.DosingBy(DoseRoute.Sublingual)!, shipped.VitalsBy(DoseRoute.Sublingual)!);
            DoseRoute[] alike = [DoseRoute.Intranasal, DoseRoute.Oral];
            return reduced with
            {
                Dosing = [infusion.DosingBy(DoseRoute.IvInfusion)!, shipped.DosingBy(DoseRoute.Intramuscular)!, lozenge, .. alike.Select(route => lozenge with { Route = route })],
                Vitals = [infusion.VitalsBy(DoseRoute.IvInfusion)!, shipped.VitalsBy(DoseRoute.Intramuscular)!, watched, .. alike.Select(route => watched with { Route = route })],
            };
        });
    }

    [Theory]
    [InlineData(DoseRoute.IvInfusion, 32, 20)]
    [InlineData(DoseRoute.Intramuscular, 30, null)]
    [InlineData(DoseRoute.Sublingual, 100, null)]
    [InlineData(DoseRoute.Intranasal, 50, null)]
    [InlineData(DoseRoute.Oral, 60, null)]
    public async Task PK_26_A_session_that_is_over_shows_what_was_predicted_above_what_was_seen_and_noted(DoseRoute route, int mg, int? peak)
    {
        var session = await Over(route, mg);
        var page = await Tablet.SignedIn(browser, room.Address, "nurse");
        await page.GotoAsync($"{room.Address}sessions/{session}/room");
        await Expect(page.Locator("effect-curve canvas")).ToBeVisibleAsync(new() { Timeout = Tablet.Patience });
        await Expect(page.Locator("#curve")).ToContainTextAsync("Predicted, not measured.");
        await Picture(page, $"curve-{DoseRoutes.Id(route)}");

        var drawn = await Drawn(page);
        Assert.Equal(["onset noted, dreamlike", null, "lessening noted", "left"], drawn.GetProperty("noted").EnumerateArray().Select(note => note.GetProperty("words").GetString()));
        Assert.Equal([5, 5, 5, 5, 4], Seen(drawn, "sedation"));
        Assert.Equal([2, 1], Seen(drawn, "depth"));
        Assert.False(drawn.GetProperty("ready").ValueKind == JsonValueKind.Null && route == DoseRoute.Intramuscular, "An injection of 30 mg fades within the chart.");
        var (plasma, site) = (Line(drawn, "plasma"), Line(drawn, "site"));
        Assert.True(site.Max() > 0 && Array.IndexOf(site, site.Max()) >= Array.IndexOf(plasma, plasma.Max()), "The effect follows the plasma.");
        if (peak is { } minute)
        {
            Assert.Equal(minute, Array.IndexOf(plasma, plasma.Max()) * drawn.GetProperty("every").GetInt32());
        }

        await page.Locator("effect-curve").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.Locator("effect-curve .chart-readout")).ToContainTextAsync("predicted");
    }

    [Fact]
    public async Task PK_26_While_the_room_goes_on_the_curve_begins_with_the_first_dose_and_takes_up_the_next_without_a_reload()
    {
        var clinic = room.Clinic;
        var session = await clinic.BookAndPassGate();
        var page = await Tablet.SignedIn(browser, room.Address, "nurse");
        await Tablet.Opens(page, room.Address, session);
        await Expect(page.Locator("effect-curve")).ToHaveCountAsync(0);
        await clinic.GivesThirty(session);
        await Expect(page.Locator("effect-curve canvas")).ToBeVisibleAsync(new() { Timeout = Tablet.Patience });
        clinic.Clock.Pass(TimeSpan.FromMinutes(25));
        await clinic.Reads(session, MedicineClinic.Calm);
        await Gives(session, DoseRoute.Intramuscular, 10);
        await page.WaitForFunctionAsync("() => JSON.parse(document.querySelector('effect-curve script').textContent).doses.length === 2", null, new() { Timeout = Tablet.Patience });
        var drawn = await Drawn(page);
        Assert.Equal(25m, drawn.GetProperty("now").GetDecimal());
        Assert.Empty(drawn.GetProperty("noted").EnumerateArray());
        await Expect(page.Locator("#curve")).ToContainTextAsync("Likely ready for the debrief");
    }

    /// <summary>Given, seen, noted, and gone. An infusion is slowed after ten minutes and stopped after twenty.</summary>
    private async Task<Guid> Over(DoseRoute route, int mg)
    {
        var clinic = room.Clinic;
        var session = await clinic.BookAndPassGate();
        await Gives(session, route, mg);
        Pass(8);
        await clinic.Reads(session, MedicineClinic.Calm);
        await clinic.InRoom(session, facts => new Command.MarkDepth(clinic.Clock.Now, MedicineClinic.NewId(), clinic.Nair, clinic.Clock.Now, Depth.Dreamlike, facts.Watch));
        Pass(2);
        if (route == DoseRoute.IvInfusion)
        {
            await clinic.InRoom(session, facts => new Command.ChangeInfusion(clinic.Clock.Now, clinic.Nair, clinic.Clock.Now, 0.6m, 20, clinic.Ellery, null, facts.Dose(route), CheckConfirmed: true));
        }

        Pass(10);
        if (route == DoseRoute.IvInfusion)
        {
            await clinic.InRoom(session, _ => new Command.StopInfusion(clinic.Clock.Now, clinic.Clock.Now, "Enough"));
        }

        await clinic.Reads(session, MedicineClinic.Calm with { Systolic = 142, Diastolic = 88 });
        await clinic.InRoom(session, _ => new Command.NoteMoment(clinic.Clock.Now, MedicineClinic.NewId(), clinic.Clock.Now, MomentKind.Said, "A long way up."));
        Pass(35);
        await clinic.Reads(session, MedicineClinic.Calm with { Sedation = 4 });
        await clinic.InRoom(session, facts => new Command.MarkDepth(clinic.Clock.Now, MedicineClinic.NewId(), clinic.Nair, clinic.Clock.Now, Depth.Light, facts.Watch));
        await clinic.InRoom(session, _ => new Command.NoteMoment(clinic.Clock.Now, MedicineClinic.NewId(), clinic.Clock.Now, MomentKind.EffectsLessening, ""));
        Pass(50);
        await clinic.InRoom(session, _ => new Command.LeaveAgainstAdvice(clinic.Clock.Now, clinic.Nair, "Wanted to go."));
        return session;
    }

    private Task Gives(Guid session, DoseRoute route, int mg) => room.Clinic.InRoom(session, facts => new Command.GiveDose(
        room.Clinic.Clock.Now, MedicineClinic.NewId(), room.Clinic.Nair, room.Clinic.Clock.Now, route, new Milligrams(mg), route == DoseRoute.IvInfusion ? 40 : null, room.Clinic.Ellery, null, null, null, facts.Dose(route), CheckConfirmed: true));

    private void Pass(int minutes) => room.Clinic.Clock.Pass(TimeSpan.FromMinutes(minutes));

    private static async Task<JsonElement> Drawn(IPage page) => JsonDocument.Parse((await page.Locator("effect-curve script").TextContentAsync())!).RootElement;

    private static IEnumerable<int> Seen(JsonElement drawn, string what) => drawn.GetProperty("seen").EnumerateArray().Select(seen => seen.GetProperty(what)).Where(value => value.ValueKind == JsonValueKind.Number).Select(value => value.GetInt32());

    private static decimal[] Line(JsonElement drawn, string name) => [.. drawn.GetProperty(name).EnumerateArray().Select(level => level.GetDecimal())];

    /// <summary>For whoever wants to look: SOJOURN_PICTURES names a folder.</summary>
    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SOJOURN_PICTURES") is { Length: > 0 } folder)
        {
            await page.Locator("#curve").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}.png")) });
        }
    }
}
