using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Web.Forms;

namespace Sojourn.Web.Routing;

/// <summary>A slice's routes, in its <c>Routes.cs</c>; found by type.</summary>
public interface ISliceRoutes
{
    static abstract void Map(Routes routes);
}

/// <summary>What a route asks for; on every endpoint, so that a test can call them all.</summary>
public sealed record Asks(Permission Permission);

/// <summary>Maps routes. The permission is a required argument; it is checked before the handler sees anything.</summary>
public sealed class Routes(IEndpointRouteBuilder app)
{
    /// <summary>Who was signed in when an entry was tapped that waited on a device; nobody else may send it in their own name.</summary>
    private const string TappedBy = "tapped-by";

    public void Get(string pattern, Permission permission, Func<Exchange, IResult> handler) => Get(pattern, permission, x => Task.FromResult(handler(x)));

    public void Get(string pattern, Permission permission, Func<Exchange, Task<IResult>> handler) =>
        app.MapGet(pattern, (RequestDelegate)(http => Answer(http, permission, handler, reads: false))).WithMetadata(new Asks(permission));

    public void Post(string pattern, Permission permission, Func<Exchange, Task<IResult>> handler) =>
        app.MapPost(pattern, (RequestDelegate)(http => Answer(http, permission, handler, reads: true))).WithMetadata(new Asks(permission));

    private static async Task Answer(HttpContext http, Permission permission, Func<Exchange, Task<IResult>> handler, bool reads)
    {
        var runner = http.RequestServices.GetRequiredService<Runner>();
        using var records = runner.Read();
        var who = WhoReader.Read(http, records);
        http.Features.Set(who);
        var result = await Choose(new Exchange(http, runner, records, who, Fields.None), permission, handler, reads);
        await result.ExecuteAsync(http);
    }

    private static async Task<IResult> Choose(Exchange x, Permission permission, Func<Exchange, Task<IResult>> handler, bool reads)
    {
        if (!x.Who.May(permission))
        {
            return Deny(x);
        }

        if (!reads)
        {
            return await handler(x);
        }

        if (await ReadFields(x.Http) is { } fields)
        {
            return fields[TappedBy] is { } by && by != x.Who.Actor.Text
                ? Results.Problem("Somebody else tapped this. It is recorded when they sign in on that device.", statusCode: StatusCodes.Status401Unauthorized)
                : await handler(new Exchange(x.Http, x.Clinic, x.Records, x.Who, fields));
        }

        return x.WantsJson
            ? Results.Problem("The request was not read: send a flat JSON object with the form's field names.", statusCode: StatusCodes.Status400BadRequest)
            : x.Page<StalePage>("This form is no longer valid. Go back, load the page again and send it once more; nothing was recorded.", StatusCodes.Status400BadRequest);
    }

    private static IResult Deny(Exchange x)
    {
        if (x.WantsJson)
        {
            return Results.Problem(x.Who.SignedIn ? "Your role does not allow this." : "Sign in first.", statusCode: x.Who.SignedIn ? 403 : 401);
        }

        return x.Who.SignedIn
            ? x.Page<DeniedPage>("Your role does not allow this.", StatusCodes.Status403Forbidden)
            : x.To("/sign-in?next=" + Uri.EscapeDataString(x.Http.Request.Path + x.Http.Request.QueryString));
    }

    /// <summary>Form fields after the antiforgery check, or a flat JSON object, which no foreign page can send. Null when it is neither.</summary>
    private static async Task<Fields?> ReadFields(HttpContext http)
    {
        if (http.Request.HasJsonContentType())
        {
            try
            {
                using var json = await JsonDocument.ParseAsync(http.Request.Body, new JsonDocumentOptions { MaxDepth = 4 }, http.RequestAborted);
                return Fields.Of(json.RootElement);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException) // the latter: text that ends in half a character
            {
                return null;
            }
        }

        return http.Request.HasFormContentType && await ReadForm(http.Request) is { } form && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? Fields.Of(form)
            : null;
    }

    /// <summary>Before the token is looked for: whoever looks for it would wrap a body that is too large or torn in an error of its own.</summary>
    /// <returns>Null when the body is no whole form.</returns>
    private static async Task<IFormCollection?> ReadForm(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>An address that no slice has.</summary>
    internal static Task Nowhere(HttpContext http) =>
        Answer(http, Permission.Public, x => Task.FromResult(x.Missing("There is no page at this address.")), reads: false);

    internal static void MapAll(IEndpointRouteBuilder app)
    {
        var routes = new Routes(app);
        foreach (var slice in typeof(Routes).Assembly.GetTypes().Where(t => t.IsClass && typeof(ISliceRoutes).IsAssignableFrom(t)).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            slice.GetMethod(nameof(ISliceRoutes.Map))!.Invoke(null, [routes]);
        }
    }
}
