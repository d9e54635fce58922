using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Sojourn.Web.Tests;
using static Microsoft.Playwright.Assertions;

namespace Sojourn.Browser.Tests.Settings;

/// <summary>SET-9 to SET-11: from an empty folder to a nurse who has signed in, in a real browser.</summary>
public sealed class ANewClinicOpensItsDoors(EmptyClinic clinic, Browser browser) : IClassFixture<EmptyClinic>, IClassFixture<Browser>
{
    [Fact]
    public async Task The_owner_opens_the_link_a_site_and_a_room_and_lets_a_nurse_in()
    {
        var page = await browser.Page(360);
        await page.GotoAsync(new Uri(clinic.Address, (await clinic.Link())!).ToString());
        await Clean(page, "the first page");
        await Fill(page, ("clinic", "Harbour Clinic"), ("time-zone", "America/Edmonton"), ("given", "Rosa"), ("family", "Marsh"), ("email", "rosa@harbour.example"), ("password", "seven calm herons"));
        await Press(page, "Set up the clinic");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Settings", Exact = true })).ToBeVisibleAsync();
        await Clean(page, "settings");
        await EveryPageOfTheMenu(page);

        await Go(page, "/today");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open a site and its rooms" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Open a site" }).ClickAsync();
        await Fill(page, ("name", "Harbour"));
        await Press(page, "Go on");
        await Press(page, "Open the site");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a room at Harbour" }).ClickAsync();
        await Press(page, "Go on");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is a problem" })).ToBeVisibleAsync();
        await Clean(page, "a refused room");
        await Fill(page, ("name", "Room 1"));
        await page.GetByRole(AriaRole.Radio, new() { Name = "Medicine" }).CheckAsync();
        await page.GetByLabel("Approved for medicine").CheckAsync();
        await Press(page, "Go on");
        await Press(page, "Open the room");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Room 1" })).ToBeVisibleAsync();
        await Clean(page, "sites and rooms");

        var link = await LetIn(page);
        var nurse = await browser.Page(360);
        await nurse.GotoAsync(link);
        await Fill(nurse, ("password", "five quiet otters"));
        await Press(nurse, "Keep this password");
        await nurse.WaitForURLAsync(url => url.EndsWith("/today", StringComparison.Ordinal));
        await Expect(nurse.GetByText("Room 1").First).ToBeVisibleAsync();
    }

    private async Task<string> LetIn(IPage page)
    {
        await Go(page, "/settings/staff/new");
        await Fill(page, ("given", "Priya"), ("family", "Nair"), ("email", "priya@harbour.example"));
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Nurse" }).CheckAsync();
        await Press(page, "Go on");
        await Press(page, "Add to the staff");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Priya Nair", Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter a credential" }).ClickAsync();
        await Fill(page, ("kind", "registered nurse"), ("number", "RN-7"), ("issued", "01-Jan-2026"), ("ends", "31-Dec-2099"));
        await Press(page, "Go on");
        await Press(page, "Record the credential");
        await Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Registered nurse" })).ToBeVisibleAsync();
        await Clean(page, "a member of staff");
        await Press(page, "Make a link to sign in");
        var link = page.GetByLabel("Link", new() { Exact = true });
        await Expect(link).ToBeVisibleAsync();
        await Clean(page, "the link");
        return await link.InputValueAsync();
    }

    /// <summary>Every page of an empty clinic has words and a way on, and nothing for axe to find.</summary>
    private async Task EveryPageOfTheMenu(IPage page)
    {
        foreach (var place in new[] { "/today", "/people", "/people/duplicates", "/calendar", "/inbox", "/inquiries", "/programmes", "/sessions/new", "/settings/clinic", "/settings/places", "/settings/staff", "/settings/credentials" })
        {
            await Go(page, place);
            await Clean(page, place);
        }
    }

    private Task Go(IPage page, string place) => page.GotoAsync(new Uri(clinic.Address, place).ToString());

    private static async Task Fill(IPage page, params IEnumerable<(string Name, string Value)> fields)
    {
        foreach (var (name, value) in fields)
        {
            await page.Locator($"main [name='{name}']").FillAsync(value);
        }
    }

    private static Task Press(IPage page, string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true }).ClickAsync();

    private static async Task Clean(IPage page, string place)
    {
        await page.WaitForLoadStateAsync();
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.Empty(found.Violations.Select(v => $"{place}: {v.Id}: {v.Help}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 360, $"{place} scrolls sideways.");
    }
}
