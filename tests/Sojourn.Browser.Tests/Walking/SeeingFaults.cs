using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sojourn.Browser.Tests.Walking;

/// <summary>The walk finds each kind of fault, and only where it is: a small site with one of each.</summary>
public sealed class SeeingFaults(Browser browser) : IClassFixture<Browser>
{
    private const string Start =
        """
        <a href="/closed">closed</a> <a href="/people/1">one</a> <a href="/people/2">two</a> <a href="/wide">wide</a> <a href="/script">script</a>
        <a href="/console">console</a> <a href="/picture">picture</a> <a href="/sound?a=1&amp;amp;b=2">escaped</a> <a href="https://elsewhere.example/">elsewhere</a>
        """;

    [Fact]
    public async Task A_closed_page_a_wide_one_a_failing_script_the_consoles_words_a_nameless_picture_and_a_link_escaped_twice_are_found()
    {
        await using var site = await Site();
        var address = new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var page = await browser.Page(1280);
        var walk = new Walk(page, address, "somebody");
        var findings = await walk.From("/");
        Assert.Collection(
            findings.Order(StringComparer.Ordinal),
            found => Assert.Equal("somebody: /: a link is escaped twice: /sound?a=1&amp;b=2", found),
            found => Assert.Equal("somebody: /closed: answers 403; the link is on /", found),
            found => Assert.StartsWith("somebody: /picture: axe: image-alt (critical)", found, StringComparison.Ordinal),
            found => Assert.Equal("somebody: /wide: is 700 px wide at 360 px", found),
            found => Assert.EndsWith("/console: the console says: It is broken.", found, StringComparison.Ordinal),
            found => Assert.Contains("/script: a script failed: ", found, StringComparison.Ordinal));
        Assert.Equal(7, walk.Pages);
        await site.StopAsync();
    }

    private static async Task<WebApplication> Site()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = builder.Build();
        site.MapGet("/", () => Page(Start));
        site.MapGet("/closed", () => Results.Text("Closed", statusCode: StatusCodes.Status403Forbidden));
        site.MapGet("/people/{number}", () => Page("Somebody"));
        site.MapGet("/sound", () => Page("Sound"));
        site.MapGet("/wide", () => Page("""<div style="width:700px">Wide</div>"""));
        site.MapGet("/script", () => Page("<script>nothing.at.all();</script>"));
        site.MapGet("/console", () => Page("<script>console.error('It is broken.');</script>"));
        site.MapGet("/picture", () => Page("""<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="30" height="30">"""));
        await site.StartAsync();
        return site;
    }

    private static IResult Page(string inside) => Results.Content(
        $"""<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"></head><body style="margin:0"><main><h1>A page</h1>{inside}</main></body></html>""",
        "text/html");
}
