using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Permissions;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Sites;

/// <summary>Choosing the site whose rooms and day are shown on this device.</summary>
internal sealed class SiteRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/site", Permission.SeeToday, x => x.Page<ChooseSitePage>(new ChooseSitePage.View(PlaceRecords.Sites(x.Records), SiteHere.Of(x), Own(x), Form.Fresh)));
        routes.Post("/site", Permission.SeeToday, x => Task.FromResult(Choose(x)));
    }

    private static HashSet<Guid> Own(Exchange x) => x.Who.IsStaff ? [.. x.Records.All<Guid>("select site_id from staff_site where staff_id = @staff", new { staff = x.Who.Staff })] : [];

    private static IResult Choose(Exchange x)
    {
        var chosen = x.Fields["site"];
        if (chosen != SiteHere.All && (!Guid.TryParse(chosen, out var id) || PlaceRecords.Site(x.Records, id) is not { Open: true }))
        {
            var form = Form.Back(x.Fields, [new Fault("site", "Choose one of the sites.")], []);
            return x.Page<ChooseSitePage>(new ChooseSitePage.View(PlaceRecords.Sites(x.Records), SiteHere.Of(x), Own(x), form), StatusCodes.Status422UnprocessableEntity);
        }

        x.Http.Response.Cookies.Append(SiteHere.Cookie, chosen!, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = x.Http.Request.IsHttps, MaxAge = TimeSpan.FromDays(180), Path = "/" });
        return x.To("/today");
    }
}
