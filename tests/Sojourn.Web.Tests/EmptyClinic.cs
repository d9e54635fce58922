using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Cli.Verbs;
using Sojourn.Clinic.Running;
using Sojourn.Web.Hosting;

namespace Sojourn.Web.Tests;

/// <summary>An empty folder, served: what a clinic has on its first day.</summary>
public sealed class EmptyClinic : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"sojourn-empty-{Guid.CreateVersion7():N}");
    private ClinicFolder? clinic;
    private WebApplication? app;

    public Uri Address { get; private set; } = null!;

    internal Runner Runner => clinic!.Runner;

    public async ValueTask InitializeAsync()
    {
        clinic = ClinicFolder.Open(folder, TimeProvider.System);
        app = await SojournHost.Build(new HostSettings("http://127.0.0.1:0", clinic.KeysFolder), clinic.Runner);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        await clinic!.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The link that the first start prints; null once a manager can sign in.</summary>
    public Task<string?> Link() => Sojourn.Web.Start.FirstStart.Link(app!.Services);

    /// <summary>A browser's memory without a browser.</summary>
    internal HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
}
