using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Routing;
using Sojourn.Web.Settings;

namespace Sojourn.Web.Plans;

/// <summary>The team of a course as its patient meets it.</summary>
internal static class MyTeam
{
    internal static IReadOnlyList<TeamCard> Of(Exchange x, SiteId site, StaffId? therapist, StaffId? prescriber, StaffId? nurse) =>
        TeamCards.Of(x.Records, site, ("therapist", therapist), ("prescriber", prescriber), ("nurse", nurse));

    /// <summary>When the site is open, in words; null where it does not say.</summary>
    internal static string? Hours(Exchange x, SiteId site) => WeekForm.InWords(OpenHours.In(x.Records, x.Today, x.Today).Week(site));
}
