using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Sojourn.Journal;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Hosting;

/// <summary>Headers on every answer, and a plain page when something broke. The page never shows what broke; the log does, under the same number.</summary>
internal sealed class Safeguards(RequestDelegate next, ILogger<Safeguards> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = AssetFiles.ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            await Show(http, e.StatusCode, e.StatusCode == 413 ? "This is too large to be taken: send at most 64 MB." : "The request could not be read. Nothing was recorded.");
        }
        catch (JournalUnavailableException e) when (!http.Response.HasStarted)
        {
            log.LogError(e, "The journal could not be written.");
            await Show(http, 503, "Nothing of this was saved: the disk did not take it. Keep what you wrote and try again; tell whoever looks after this machine.");
        }
        catch (JournalBrokenException e) when (!http.Response.HasStarted)
        {
            log.LogCritical(e, "The journal is broken.");
            await Show(http, 503, "The record's chain does not hold, so nothing more is written. Nothing of this was saved. Tell whoever looks after this machine at once.");
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            var number = Guid.CreateVersion7().ToString("N")[^8..];
            log.LogError(e, "Error {Number} at {Path}", number, http.Request.Path);
            await Show(http, 500, $"Something broke here, and it is our fault. Go back and try again; if it stays, tell whoever looks after this machine the number {number}.");
        }
    }

    private static Task Show(HttpContext http, int status, string sentence)
    {
        http.Response.Clear();
        http.Response.Headers.ContentSecurityPolicy = AssetFiles.ContentSecurityPolicy;
        var result = http.Request.HasJsonContentType()
            ? Results.Problem(sentence, statusCode: status)
            : new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<BrokenPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = sentence }) { StatusCode = status };
        return result.ExecuteAsync(http);
    }
}
