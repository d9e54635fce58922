using Microsoft.Playwright;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Dosing;
using static Microsoft.Playwright.Assertions;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>What a person chose before the day stands in the room, is kept to, and cannot be changed while they are under medicine.</summary>
public sealed class ChoosingBeforehand(RunningRoom room, Browser browser) : IClassFixture<RunningRoom>, IClassFixture<Browser>
{
    [Fact]
    public async Task What_was_chosen_is_shown_in_the_room_obeyed_and_locked_after_the_dose()
    {
        var clinic = room.Clinic;
        var session = await clinic.BookAndPassGate();
        var directive = $"{room.Address}courses/{clinic.Course.Value}/directive";
        var page = await SignedIn("nurse");
        await page.GotoAsync(directive);
        await page.GetByLabel("Shoulder only, ask first").CheckAsync();
        await page.GetByLabel("No second dose").CheckAsync();
        await page.GetByLabel("What helps when I am frightened").FillAsync("Tell me what time it is");
        await page.GetByRole(AriaRole.Button, new() { Name = "This is what they choose" }).ClickAsync();
        await Expect(page.GetByLabel("As it counts")).ToContainTextAsync("version 1");
        await Expect(page.GetByLabel("As it counts")).ToContainTextAsync("Not said");

        await page.GotoAsync($"{room.Address}sessions/{session}/room");
        await Expect(page.Locator(".banner, header").Filter(new() { HasText = "Touch, as agreed" }).First).ToContainTextAsync("Shoulder only, ask first");
        await clinic.InRoom(session, facts => new Command.GiveDose(
            clinic.Clock.Now, MedicineClinic.NewId(), clinic.Nair, clinic.Clock.Now, DoseRoute.Intramuscular, new Milligrams(20m), null, clinic.Ellery, null, null, null, facts.Dose(DoseRoute.Intramuscular), CheckConfirmed: true));
        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        await clinic.Reads(session, MedicineClinic.Calm);

        await page.ReloadAsync();
        await page.Locator("#dose summary").First.ClickAsync();
        await page.Locator("#dose-form [name=mg]").FillAsync("20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the dose" }).ClickAsync();
        await Expect(page.Locator("#error-summary")).ToContainTextAsync("no second dose on the same day");

        await page.GotoAsync(directive);
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("What was chosen beforehand is not changed while the patient is under medicine, until they are discharged");
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("can be taken back at any time");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "This is what they choose" })).ToHaveCountAsync(0);
    }

    private async Task<IPage> SignedIn(string role)
    {
        var page = await browser.Page(1024);
        await page.GotoAsync($"{room.Address}sign-in");
        await page.Locator("#email").FillAsync($"{role}@test.example");
        await page.Locator("#password").FillAsync(RunningRoom.Password);
        await page.Locator("#password").PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }
}
