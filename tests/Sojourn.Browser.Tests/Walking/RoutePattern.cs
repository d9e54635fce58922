using System.Text.RegularExpressions;

namespace Sojourn.Browser.Tests.Walking;

/// <summary>Places that differ only in whose they are have one pattern, and are visited once.</summary>
internal static partial class RoutePattern
{
    internal static string Of(string place)
    {
        var path = place.Split('#')[0];
        path = QueryValue().Replace(path, "=");
        path = Id().Replace(path, "{id}");
        path = Date().Replace(path, "{date}");
        path = Number().Replace(path, "/{number}");
        path = Named().Replace(path, "${of}/{name}");
        return path;
    }

    [GeneratedRegex("=[^&]*", RegexOptions.None, 1000)]
    private static partial Regex QueryValue();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d", RegexOptions.None, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"/\d+(?=/|$|\?)", RegexOptions.None, 1000)]
    private static partial Regex Number();

    /// <summary>A programme or a consent document is named by its file.</summary>
    [GeneratedRegex("(?<of>/programmes|/consent)/[a-z][a-z0-9-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
