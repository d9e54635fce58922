using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Sojourn.Cli.Verbs;
using Sojourn.Clinic.Running;
using Sojourn.Simulation;
using Sojourn.Simulation.Demo;
using Sojourn.Web.Accounts;
using Sojourn.Web.Hosting;

namespace Sojourn.Browser.Tests.WholeCourse;

/// <summary>The README's pictures of pages that need a clinic full of people. Run by eng/pictures only.</summary>
public sealed class AFullDay(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"sojourn-day-{Guid.CreateVersion7():N}");
    private ClinicFolder? clinic;
    private WebApplication? app;

    public async ValueTask InitializeAsync()
    {
        var clock = new VirtualClock(DemoClinic.Begins(Day));
        clinic = ClinicFolder.Open(folder, clock);
        await DemoClinic.Make(clinic.Runner, clock, Day, seed: 1);
        app = await SojournHost.Build(new HostSettings("http://127.0.0.1:0", clinic.KeysFolder), clinic.Runner);
        await app.StartAsync();
        using var scope = app.Services.CreateScope();
        using var records = clinic.Runner.Read();
        var id = records.Value<string>("select id from staff where roles like '% therapist %' order by rowid limit 1");
        Assert.Null(await scope.ServiceProvider.GetRequiredService<Accounts>().SetPassword(Actor.Read($"staff/{id}"), "therapist@day.example", CourseClinic.Password));
    }

    public async ValueTask DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        await clinic!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact(Explicit = true)]
    public async Task Today_and_months_of_outcomes()
    {
        var pictures = new Pictures();
        var therapist = await SignedIn("therapist");
        await pictures.Take(therapist, "today");
        await therapist.Follow("People", therapist.Page.Locator("nav.rail"));
        await therapist.Page.Locator("input[type=search]").First.FillAsync("abara nk");
        await therapist.Click(therapist.Page.Locator("input[type=search]").First, "Enter");
        await therapist.Follow("ABARA, Nkechi");
        await therapist.Follow("Outcomes");
        await Assertions.Expect(therapist.Page.Locator("svg, canvas").First).ToBeVisibleAsync();
        await pictures.Take(therapist, "outcomes");
    }

    [Fact(Explicit = true)]
    public async Task Calendar_plan_and_a_programme_being_changed_on_a_desk_and_on_a_phone()
    {
        var pictures = new Pictures();
        var desk = await SignedIn("therapist");
        await desk.Follow("Programmes", desk.Page.Locator("nav.rail"));
        await desk.Follow("KAP for chronic pain");
        await desk.Follow("Change it");
        await desk.Press("Begin a draft");
        await desk.Follow("The file", desk.Page.Locator("nav.parts"));
        await desk.Page.Locator("textarea[name=text]").EvaluateAsync("""area => { area.value = area.value.replace(/^ *- \{ session: integration.*\n/m, ''); }""");
        await desk.Press("Save and check");
        await Open(desk, "/programmes/rise-chronic-pain/draft?part=phases", "programme");
        await Open(desk, "/calendar", "calendar");
        var person = await desk.Page.EvaluateAsync<string>("""async () => (await (await fetch('/people?q=abara+nk')).text()).match(/people\/([0-9a-f-]{36})/)[1]""");
        await Open(desk, $"/people/{person}", "person");
        var plan = await desk.Page.Locator("a[href^='/courses/']").First.GetAttributeAsync("href");
        await Open(desk, plan + "/lanes", "lanes");
        var phone = await SignedIn("therapist", 390, 844);
        await Open(phone, "/programmes/rise-chronic-pain/draft?part=phases", "programme-phone");
        await Open(phone, "/calendar", "calendar-phone");
        await Open(phone, plan + "/plan", "plan-phone");

        async Task Open(Screen screen, string path, string picture)
        {
            await screen.Open(new Uri(new Uri(screen.Page.Url), path));
            await pictures.Take(screen, picture);
        }
    }

    private async Task<Screen> SignedIn(string role, int width = 1280, int height = 860)
    {
        var screen = new Screen(await browser.Page(width, height), role);
        await screen.Open(new Uri(app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/sign-in"));
        await screen.Type("E-mail address", $"{role}@day.example");
        await screen.Type("Password", CourseClinic.Password);
        await screen.Click(screen.Page.Locator("main form[action='/sign-in'] button").First);
        return screen;
    }
}
