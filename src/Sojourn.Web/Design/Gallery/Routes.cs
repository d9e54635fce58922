using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Design;

/// <summary>The gallery of parts, for those who build pages and for the test that looks at every part. It shows invented people only.</summary>
internal sealed class GalleryRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/design", Permission.SignedIn, x => x.To("/design/parts"));
        routes.Get("/design/{part}", Permission.SignedIn, Show);
    }

    private static IResult Show(Exchange x)
    {
        var part = x.Http.Request.RouteValues["part"]?.ToString() ?? "";
        return GalleryView.Parts.Contains(part, StringComparer.Ordinal)
            ? x.Page<GalleryPage>(new GalleryView(part, Enum.TryParse<Theme>(x.Query("theme"), ignoreCase: true, out var theme) ? theme : Theme.Day))
            : x.Missing("There is no such page in the gallery.");
    }
}
