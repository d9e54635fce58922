using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Cli.Verbs;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Simulation;
using Sojourn.Simulation.Demo;
using Sojourn.Web.Hosting;

namespace Sojourn.Browser.Tests.Walking;

/// <summary>The demo clinic with fewer people, on a real port: today's day half done, everybody's login as the demo has it.</summary>
public sealed class DemoHouse : IAsyncLifetime
{
    private const int People = 30;

    /// <summary>A Thursday; the same day gives the same clinic.</summary>
    private static readonly DateOnly Today = new(2026, 11, 19);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sojourn-walk-");
    private ClinicFolder? clinic;
    private WebApplication? app;

    public Uri Address { get; private set; } = null!;

    /// <summary>One address for each role; the patient's among them.</summary>
    public IReadOnlyList<string> Logins { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var clock = new VirtualClock(DemoClinic.Begins(Today));
        clinic = ClinicFolder.Open(folder.FullName, clock);
        await DemoClinic.Make(clinic.Runner, clock, Today, seed: 1, People);
        clock.Run();
        app = await SojournHost.Build(new HostSettings("http://127.0.0.1:0", clinic.KeysFolder), clinic.Runner);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Logins = await DemoVerb.GiveLogins(app.Services, clinic.Runner);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (clinic is not null)
        {
            await clinic.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
