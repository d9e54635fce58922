using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sojourn.Web;
using Sojourn.Web.Design;

namespace Sojourn.Browser.Tests.Design;

/// <summary>Serves the gallery alone, under the headers of a clinic, on a port of its own.</summary>
public sealed class GalleryHost : IAsyncLifetime
{
    private WebApplication? app;

    public string Address => app!.Urls.Single();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services.AddAntiforgery();
        app = builder.Build();
        app.Use((http, next) =>
        {
            http.Response.Headers.ContentSecurityPolicy = AssetFiles.ContentSecurityPolicy;
            return next(http);
        });
        app.MapAssets();
        app.MapGet("/design/{part}", Show);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync() => await app!.DisposeAsync();

    private static RazorComponentResult<GalleryPage> Show(string part, Theme theme) =>
        new(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = new GalleryView(part, theme) });
}
