using System.Diagnostics;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.People;
using Sojourn.Web.Tests;

namespace Sojourn.Browser.Tests.People;

/// <summary>The pages of the people slice in a real browser: axe, widths, the keyboard, and finding somebody in time.</summary>
public sealed class LookingAtPeople(RunningClinic clinic, Browser browser) : IClassFixture<RunningClinic>, IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Axe_finds_nothing_on_any_page_about_people(int width)
    {
        var person = await Somebody("Axelsson", "Åsa");
        var page = await SignedIn(width, "prescriber");
        foreach (var place in new[] { "/people", "/people?q=nobody+at+all", $"/people/{person}", $"/people/{person}/details", $"/people/{person}/entries/{FirstEntry(person)}", "/people/new" })
        {
            await page.GotoAsync(new Uri(clinic.Address, place).ToString());
            await page.EvaluateAsync("document.querySelectorAll('main details').forEach(part => part.open = true)");
            await Clean(page, place, width);
        }

        await page.GotoAsync(new Uri(clinic.Address, "/people/new").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Register the person" }).ClickAsync();
        await Clean(page, "the refused registration", width);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Axe_finds_nothing_on_the_import_page_and_its_report(int width)
    {
        var page = await SignedIn(width, "front-desk");
        await page.GotoAsync(new Uri(clinic.Address, "/people/import").ToString());
        await Clean(page, "/people/import", width);
        await page.Locator("#files").SetInputFilesAsync(
        [
            new FilePayload { Name = "good.csv", MimeType = "text/csv", Buffer = "last_name,first_name,date_of_birth,shoe\nAbara,Nkechi,1970-01-01,42\n"u8.ToArray() },
            new FilePayload { Name = "cut.json", MimeType = "application/json", Buffer = "{\"resourceType\":\"Bundle\","u8.ToArray() },
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import the files" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The file ends in the middle.")).ToBeVisibleAsync();
        await Clean(page, "the report", width);
    }

    [Fact]
    public async Task Anybody_is_found_within_five_seconds_by_the_slash_key_and_a_few_letters()
    {
        await Somebody("Ångström", "Björn");
        var page = await SignedIn(1280, "therapist");
        await page.GotoAsync(new Uri(clinic.Address, "/people/new").ToString());
        var began = Stopwatch.StartNew();
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("angst bj");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "ÅNGSTRÖM, Björn" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "ÅNGSTRÖM, Björn" })).ToBeVisibleAsync();
        Assert.True(began.Elapsed < TimeSpan.FromSeconds(5), $"It took {began.Elapsed}.");
    }

    private static async Task Clean(IPage page, string place, int width)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.Empty(found.Violations.Select(v => $"{place}: {v.Id}: {v.Help}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{place} scrolls sideways.");
    }

    private async Task<IPage> SignedIn(int width, string role)
    {
        var page = await browser.Page(width);
        await page.GotoAsync(new Uri(clinic.Address, "/sign-in").ToString());
        await page.FillAsync("[name=email]", $"{role}@test.example");
        await page.FillAsync("[name=password]", RunningClinic.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.EndsWith("/sign-in", StringComparison.Ordinal));
        return page;
    }

    private string FirstEntry(Guid person)
    {
        using var records = clinic.Runner.Read();
        return PeopleRecords.Medicines(records, person)[0].Id.ToString();
    }

    private async Task<Guid> Somebody(string family, string given)
    {
        var id = Guid.CreateVersion7();
        var now = clinic.Runner.Now;
        var details = new Demographics(new PersonName(given, family, "Essie"), new DateOnly(1985, 7, 14), Sex.Female, "they/them", [], new Contacts("206 555 0100"), "sv", null, clinic.Site);
        Person.Command[] commands =
        [
            new Person.Command.Register(now, details, Person.Likeness.Nobody),
            new Person.Command.Record(now, new FactId(Guid.CreateVersion7()), new Condition("Depression", "the grey", null, new PartialDate(2019), null, ConditionStatus.Active)),
            new Person.Command.Record(now, new FactId(Guid.CreateVersion7()), new Medicine("Sertraline", null, "50 mg", null, null, null, MedicineStatus.Current)),
            new Person.Command.Record(now, new FactId(Guid.CreateVersion7()), new Allergy("Latex", null, "rash", AllergySeverity.Mild, AllergyStatus.Active)),
            new Person.Command.RecordVitals(now, [new(new FactId(Guid.CreateVersion7()), VitalKind.Weight, 74.8m, "165 lb")], now, "clinic"),
        ];
        foreach (var command in commands)
        {
            (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), PersonSlice.Slice, id, command)).OrThrow();
        }

        return id;
    }
}
