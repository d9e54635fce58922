using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Web.Tests;

namespace Sojourn.Browser.Tests.Courses;

/// <summary>The pages of courses and screening in a real browser, on a desk and on a phone. SOJOURN_PICTURES names a folder for pictures of them.</summary>
public sealed class LookingAtACourse(RunningClinic clinic, Browser browser) : IClassFixture<RunningClinic>, IClassFixture<Browser>
{
    private const string Pain = "rise-chronic-pain";

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Axe_finds_nothing_on_the_pages_of_staff_and_none_scrolls_sideways(int width)
    {
        var (person, course) = await Somebody($"Staff{width}");
        var page = await SignedIn("prescriber@test.example", width);
        await Look(page, $"/people/{person.Value}/courses/new?words=chronic+regional+pain", $"offers-{width}");
        await Look(page, $"/people/{person.Value}/courses/new?words=chronic+regional+pain&programme={Pain}", $"new-course-{width}");
        await Look(page, $"/courses/{course.Value}", $"course-{width}");
        await Look(page, $"/courses/{course.Value}/screening", $"screening-{width}");
        await Look(page, "/courses/declined", $"declined-{width}");
    }

    [Fact]
    public async Task A_refused_decision_shows_every_reason_at_the_top_with_what_was_typed()
    {
        var (_, course) = await Somebody("Refused");
        var page = await SignedIn("prescriber@test.example", 1280);
        await page.GotoAsync($"{clinic.Address}courses/{course.Value}/screening");
        await page.GetByLabel("Not suitable").CheckAsync();
        await page.GetByLabel("Reason, for the record").FillAsync("An aneurysm is found");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Record the decision" }).ClickAsync();
        await Picture(page, "refused-1280");
        await Assertions.Expect(page.Locator("#error-summary")).ToBeFocusedAsync();
        Assert.Equal("An aneurysm is found", await page.GetByLabel("Reason, for the record").InputValueAsync());
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Write what else may help this person." }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#alternatives$"));
    }

    [Fact]
    public async Task Axe_finds_nothing_on_the_readiness_form_on_a_phone()
    {
        var (person, _) = await Somebody("Phone");
        using (var scope = clinic.Services.CreateScope())
        {
            Assert.Null(await scope.ServiceProvider.GetRequiredService<Web.Accounts.Accounts>().SetPassword(Actor.Person(person), "phone@test.example", RunningClinic.Password));
        }

        var page = await SignedIn("phone@test.example", 360);
        await Look(page, "/my/readiness", "readiness");
        foreach (var section in new[] { "hopes", "pain", "days", "tried", "worries", "trauma" })
        {
            await Look(page, $"/my/readiness/{section}", $"readiness-{section}");
        }

        await Look(page, "/my/readiness/help", "readiness-help");
        await Look(page, "/my/decision", "my-decision");
    }

    private async Task<(PersonId Person, CourseId Course)> Somebody(string family)
    {
        var person = new PersonId(Guid.CreateVersion7());
        var course = new CourseId(Guid.CreateVersion7());
        var details = new Demographics(new PersonName("Ana", family), new DateOnly(1985, 7, 14), Sex.Female, null, [], Contacts.None, null, null, null);
        (await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Sojourn), desk =>
        {
            desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Register(clinic.Runner.Now, details, Person.Likeness.Nobody));
            CourseDesk.Open(desk, course, new(person, Pain, clinic.Site, "crps", "chronic regional pain", new Team(clinic.Staff["therapist"], clinic.Staff["prescriber"], null)));
            ScreeningDesk.RecordFacts(desk, course, new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["resting-systolic"] = "164", ["resting-diastolic"] = "88", ["aneurysm-or-malformation"] = "yes", ["psychosis-past-or-family"] = "yes",
            });
        })).OrThrow();
        return (person, course);
    }

    private async Task<IPage> SignedIn(string email, int width)
    {
        var page = await browser.Page(width);
        await page.GotoAsync($"{clinic.Address}sign-in");
        await page.Locator("input[name=email]").FillAsync(email);
        await page.Locator("input[name=password]").FillAsync(RunningClinic.Password);
        await page.Locator("main button[type=submit]").ClickAsync();
        return page;
    }

    private async Task Look(IPage page, string place, string name)
    {
        await page.GotoAsync(clinic.Address + place[1..]);
        await Picture(page, name);
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.Empty(found.Violations.Select(v => $"{name}: {v.Id}: {v.Help}: {string.Join(' ', v.Nodes.Select(n => n.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= page.ViewportSize!.Width, $"{name} scrolls sideways.");
    }

    private static async Task Picture(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SOJOURN_PICTURES") is { } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
