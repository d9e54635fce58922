using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Sojourn.Web.Tests.Design;

public sealed class ServingAssets
{
    [Fact]
    public void Every_file_that_a_page_links_is_there() =>
        Assert.All(["sojourn.css", "htmx/htmx.min.js", "js/islands.js", "icons/sprite.svg", "icons/favicon.svg"], name => Assert.Contains(name, AssetFiles.Names));

    [Fact]
    public void A_file_asked_for_by_its_hash_is_kept_for_good()
    {
        var (http, result) = Ask(AssetFiles.Url("sojourn.css"));
        Assert.IsType<FileContentHttpResult>(result);
        Assert.Contains("immutable", http.Response.Headers.CacheControl.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_hash_gets_today_s_file_but_does_not_keep_it()
    {
        var (http, result) = Ask("/assets/0000000000000000/sojourn.css");
        Assert.IsType<FileContentHttpResult>(result);
        Assert.Equal("no-cache", http.Response.Headers.CacheControl.ToString());
    }

    [Fact]
    public void What_is_not_an_asset_is_not_found() => Assert.IsType<NotFound>(Ask("/assets/0000000000000000/../Program.cs").Result);

    [Fact]
    public void A_browser_that_takes_it_gets_it_packed()
    {
        var (http, result) = Ask(AssetFiles.Url("js/islands.js"), "gzip, deflate, br");
        Assert.Equal("br", http.Response.Headers.ContentEncoding.ToString());
        Assert.InRange(((FileContentHttpResult)result).FileContents.Length, 1, 60_000);
    }

    [Fact]
    public void Nothing_is_fetched_from_anywhere_else()
    {
        foreach (var name in AssetFiles.Names.Where(n => n.EndsWith(".css", StringComparison.Ordinal)))
        {
            var text = System.Text.Encoding.UTF8.GetString(((FileContentHttpResult)Ask(AssetFiles.Url(name)).Result).FileContents.Span);
            Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
            Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        }
    }

    private static (HttpContext Http, IResult Result) Ask(string url, string encodings = "")
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptEncoding = encodings;
        var parts = url.Split('/', 4);
        return (http, AssetFiles.Answer(parts[2], parts[3], http));
    }
}
