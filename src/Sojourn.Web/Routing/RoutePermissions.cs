using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Sojourn.Clinic.Permissions;

namespace Sojourn.Web.Routing;

/// <summary>What the page at a place asks for, so that nobody is shown a link that would refuse them.</summary>
public sealed class RoutePermissions(EndpointDataSource endpoints)
{
    private readonly Lazy<IReadOnlyList<Page>> pages = new(() =>
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods: ["GET"] })
            .Select(endpoint => endpoint.Metadata.GetMetadata<Asks>() is { } asks ? new Page(endpoint.RoutePattern.PathSegments, asks.Permission) : null)
            .OfType<Page>()
            .OrderBy(page => page.Vagueness, StringComparer.Ordinal),
    ]);

    /// <param name="place">A path as a link has it, with or without what follows <c>?</c> and <c>#</c>.</param>
    /// <returns>Null where no page is, or the page is public.</returns>
    public Permission? Of(string place)
    {
        var parts = place.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return pages.Value.FirstOrDefault(page => page.IsAt(parts))?.Asks;
    }

    private sealed record Page(IReadOnlyList<RoutePatternPathSegment> Segments, Permission Asks)
    {
        /// <summary>Written words come before parameters, from the left, as the router chooses.</summary>
        public string Vagueness => string.Concat(Segments.Select(segment => Written(segment) is null ? 'b' : 'a'));

        public bool IsAt(string[] parts) =>
            parts.Length == Segments.Count && Segments.Zip(parts).All(pair => Written(pair.First) is not { } word || string.Equals(word, pair.Second, StringComparison.OrdinalIgnoreCase));

        private static string? Written(RoutePatternPathSegment segment) => segment.Parts is [RoutePatternLiteralPart literal] ? literal.Content : null;
    }
}
