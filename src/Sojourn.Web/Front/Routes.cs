using Sojourn.Clinic.Permissions;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Front;

internal sealed class FrontRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/home", Permission.SignedIn, x => x.To(x.Who.IsStaff ? Sites.SiteHere.MustChoose(x) ? "/site" : "/today" : "/my"));
        routes.Get("/", Permission.Public, x => x.Page<FrontPage>(new FrontPage.View([.. x.Clinic.Programmes.ById.Values.OrderBy(p => p.Title, StringComparer.Ordinal)])));
    }
}
