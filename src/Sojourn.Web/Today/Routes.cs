using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Permissions;
using Sojourn.Web.Routing;
using Sojourn.Web.Sites;

namespace Sojourn.Web.Today;

internal sealed class TodayRoutes : ISliceRoutes
{
    public static void Map(Routes routes) => routes.Get("/today", Permission.SeeToday, Show);

    private static IResult Show(Exchange x)
    {
        var from = x.Instant(x.Today, TimeOnly.MinValue);
        var here = SiteHere.Of(x);
        var rooms = SessionRecords.Rooms(x.Records).Where(room => SiteHere.Shows(here, room.SiteId)).ToList();
        var sessions = SessionRecords.Between(x.Records, from, from.AddDays(1)).Where(session => SiteHere.Shows(here, session.SiteId)).ToList();
        var tomorrow = SessionRecords.Between(x.Records, from.AddDays(1), from.AddDays(2)).Where(session => SiteHere.Shows(here, session.SiteId));
        return x.Page<TodayPage>(new TodayPage.View(
            rooms,
            sessions,
            Clinic.Tasks.Inbox.Open(x.Records),
            tomorrow.Count(s => s.RideMissing && s.State == "booked"),
            [.. SessionRecords.Proposed(x.Records).Where(session => SiteHere.Shows(here, session.SiteId))],
            x.Records.Value<int>("select count(*) from staff_credential join staff on staff.id = staff_id where active = 1 and expires_on < @soon", new { soon = x.Today.AddDays(30) }),
            x.Who,
            x.Who.IsStaff ? x.Records.All<Guid>("select session_id from session_staff where staff_id = @staff", new { staff = x.Who.Staff }).ToHashSet() : [])
        {
            KeptWaiting = KeptLonger.All(x.Records, x.Clinic.Programmes, x.Now).Count(one => SiteHere.Shows(here, one.Next.SiteId)),
        });
    }
}
