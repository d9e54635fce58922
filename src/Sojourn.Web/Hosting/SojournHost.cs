using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sojourn.Clinic.Music;
using Sojourn.Clinic.Running;
using Sojourn.Web.Accounts;
using Sojourn.Web.Devices;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Hosting;

/// <summary>What a running clinic is served with.</summary>
/// <param name="Urls">Addresses to listen at, separated by semicolons.</param>
/// <param name="KeysFolder">Where the keys that sign cookies and links are kept; made when missing.</param>
/// <param name="Mllp">Where monitors connect; null for nowhere.</param>
/// <param name="Music">Where the clinic's audio files lie; beside the keys when null.</param>
public sealed record HostSettings(string Urls, string KeysFolder, MllpSettings? Mllp = null, string? Music = null)
{
    /// <summary>What the first page of a new clinic begins with: solo, or null.</summary>
    public string? Preset { get; init; }

    /// <summary>Made when the first file is taken.</summary>
    public string MusicFolder => Music ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(KeysFolder))!, "music");

    /// <summary>Beside the music; made when the first photograph is taken.</summary>
    public string PhotographFolder => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(MusicFolder))!, "photographs");
}

/// <summary>Puts the clinic on the web: cookies, antiforgery, headers, every slice's routes, and the reactor beside them.</summary>
public static class SojournHost
{
    /// <summary>Most bytes of one request: a 50 MB bundle is read far enough to be refused in words.</summary>
    private const long LargestBody = 64L * 1024 * 1024;

    public static async Task<WebApplication> Build(HostSettings settings, Runner runner)
    {
        await AccountStore.Prepare(runner);
        await Pins.Prepare(runner);
        await runner.Keep(StuckReactions.Prepare);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrel(k => k.Limits.MaxRequestBodySize = LargestBody).UseUrls(settings.Urls.Split(';'));
        // The key manager warns that keys are not encrypted at rest. Nothing here could encrypt them but a key beside them, so their folder is closed to
        // everybody else instead (see OwnersOnly), and the warning would only teach people to overlook warnings.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Sojourn", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        AddServices(builder.Services, settings, runner);
        var app = builder.Build();
        app.UseMiddleware<Safeguards>();
        app.UseAuthentication();
        app.UseAntiforgery();
        app.MapAssets();
        Routes.MapAll(app);
        app.MapFallback(Routes.Nowhere);
        return app;
    }

    private static void AddServices(IServiceCollection services, HostSettings settings, Runner runner)
    {
        Columns.Register();
        OwnersOnly(settings.KeysFolder);
        services.AddSingleton(runner);
        services.AddSingleton(runner.Time);
        services.AddSingleton(settings);
        services.AddSingleton(new MusicFolder(settings.MusicFolder));
        services.AddSingleton(new Sojourn.Clinic.Staff.PhotographFolder(settings.PhotographFolder));
        services.AddSingleton(s => new Reactor(runner, s.GetRequiredService<ILoggerFactory>().CreateLogger("Sojourn.Reactions").Say));
        services.AddHostedService<ReactorLoop>();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(settings.KeysFolder)).SetApplicationName("sojourn");
        services.AddAntiforgery(o => o.Cookie.Name = "sojourn-form");
        services.Configure<FormOptions>(o => o.MultipartBodyLengthLimit = LargestBody);
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, o =>
        {
            o.Cookie.Name = "sojourn";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.SlidingExpiration = true;
            o.ExpireTimeSpan = TimeSpan.FromHours(12);
            o.Events.OnValidatePrincipal = c =>
                c.Principal?.HasClaim(claim => claim.Type == WhoReader.OnlyClaim) == true ? Task.CompletedTask : SecurityStampValidator.ValidatePrincipalAsync(c);
        });
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddSingleton<RoutePermissions>();
        services.AddSingleton<Programmes.WhatIf.WhatIfJobs>();
        services.AddCascadingValue(FrameMaker.Make);
        services.AddSojournSlices();
        if (settings.Mllp is { } mllp)
        {
            services.AddSingleton(mllp);
            services.AddSingleton<MllpListener>();
            services.AddHostedService(s => s.GetRequiredService<MllpListener>());
        }
    }

    /// <summary>Whoever reads these keys can sign in as anybody: the folder is its owner's alone, and so is every key in it, also one that was there before.</summary>
    private static void OwnersOnly(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        const UnixFileMode ownFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        const UnixFileMode ownFolder = ownFile | UnixFileMode.UserExecute;
        Directory.CreateDirectory(folder, ownFolder);
        File.SetUnixFileMode(folder, ownFolder);
        foreach (var key in Directory.EnumerateFiles(folder))
        {
            File.SetUnixFileMode(key, ownFile);
        }
    }
}
