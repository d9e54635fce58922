using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Sites;

/// <summary>The site that whoever is signed in looks at on this device. Chosen once, kept in a cookie; before that the one they work at.</summary>
public static class SiteHere
{
    internal const string Cookie = "sojourn-site";

    /// <summary>Chosen to see every site.</summary>
    internal const string All = "all";

    /// <summary>Null for all sites.</summary>
    internal static SiteId? Of(Exchange x) => Of(x.Http, x.Records, x.Who);

    internal static SiteId? Of(HttpContext? http, Records records, Who who)
    {
        if (!who.IsStaff)
        {
            return null;
        }

        if (Chosen(http) is { } chosen)
        {
            return Guid.TryParse(chosen, out var id) && PlaceRecords.Site(records, id) is { Open: true } ? new SiteId(id) : null;
        }

        return records.All<SiteId>("select site_id from staff_site where staff_id = @staff", new { staff = who.Staff }) is [var only] ? only : null;
    }

    /// <summary>They may be at more than one site, and have not said on this device at which.</summary>
    internal static bool MustChoose(Exchange x) => x.Who.IsStaff && Chosen(x.Http) is null && PlaceRecords.Sites(x.Records).Count > 1
        && x.Records.Value<int>("select count(*) from staff_site where staff_id = @staff", new { staff = x.Who.Staff }) != 1;

    /// <summary>True for what is at the chosen site, and for everything where all are chosen.</summary>
    internal static bool Shows(SiteId? here, SiteId site) => here is null || here == site;

    private static string? Chosen(HttpContext? http) => http?.Request.Cookies[Cookie] is { Length: > 0 } text ? text : null;
}
