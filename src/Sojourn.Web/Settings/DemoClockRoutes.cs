using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Staff;
using Sojourn.Simulation;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Settings;

/// <summary>A demo's clock can be moved forward, to see what time brings. A real clinic has no such page.</summary>
internal sealed class DemoClockRoutes : ISliceRoutes
{
    private const int MostDays = 400;

    public static void Map(Routes routes)
    {
        routes.Get("/demo/clock", Permission.SeeToday, x => x.Clinic.Time is VirtualClock ? Show(x, Form.Fresh) : NoDemo(x));
        routes.Post("/demo/clock", Permission.SeeToday, async x => x.Clinic.Time is VirtualClock clock ? await Move(x, clock) : NoDemo(x));
    }

    private static IResult NoDemo(Exchange x) => x.Missing("Only the demo's clock can be moved.");

    private static IResult Show(Exchange x, Form form) => x.Page<DemoClockPage>(new DemoClockPage.View(form), StaffRoutes.Status(form));

    private static async Task<IResult> Move(Exchange x, VirtualClock clock)
    {
        var f = new FieldReader(x.Fields);
        var days = f.Whole("days", "how many days", 1, MostDays);
        if (f.Faults.Count > 0)
        {
            return Show(x, Form.Back(x.Fields, f.Faults, []));
        }

        clock.MoveOn(TimeSpan.FromDays(days));
        // A sign-in ends by this clock too; whoever moved it stays.
        await x.Http.SignInAsync(IdentityConstants.ApplicationScheme, x.Http.User);
        await CourseTick.Pass(x.Clinic);
        await CredentialTick.Pass(x.Clinic);
        return x.To("/today");
    }
}
