using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Permissions;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Settings;

internal sealed class SettingsRoutes : ISliceRoutes
{
    public static void Map(Routes routes) => routes.Get("/settings", Permission.SeeToday, x => x.Page<SettingsPage>(new SettingsPage.View(
        SessionRecords.Rooms(x.Records),
        x.Records.All<SettingsPage.Credential>(
            """
            select display_name as name, trim(roles) as role, kind, number, expires_on from staff
            left join staff_credential on staff_credential.staff_id = staff.id
            where active = 1 order by expires_on is null, expires_on, display_name
            """))));
}
