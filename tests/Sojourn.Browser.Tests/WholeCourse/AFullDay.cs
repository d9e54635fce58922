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

    private async Task<Screen> SignedIn(string role)
    {
        var screen = new Screen(await browser.Page(1280, 860), role);
        await screen.Open(new Uri(app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/sign-in"));
        await screen.Type("E-mail address", $"{role}@day.example");
        await screen.Type("Password", CourseClinic.Password);
        await screen.Click(screen.Page.Locator("main form[action='/sign-in'] button").First);
        return screen;
    }
}
