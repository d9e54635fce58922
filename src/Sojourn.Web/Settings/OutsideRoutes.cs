using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Settings;

/// <summary>Naming somebody from outside for the steps that need another person.</summary>
internal sealed class OutsideRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/settings/outside/new", Permission.ManageStaff, x => Show(x, Form.Fresh));
        routes.Post("/settings/outside", Permission.ManageStaff, Record);
    }

    private static IResult Show(Exchange x, Form form) => x.Page<OutsidePage>(new OutsidePage.View(x.Query("for"), form), StaffRoutes.Status(form));

    private static Task<IResult> Record(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var roles = x.Fields.Every("roles").Where(role => role.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (roles.Count == 0)
        {
            f.Fault("roles", "Choose what they come in for.");
        }

        var (given, family) = (f.Text("given", "Write the first name.", 100), f.Text("family", "Write the last name.", 100));
        var profession = f.Text("profession", "Write their profession, like psychiatrist or registered nurse.", 80);
        var practice = f.OptionalText("practice", 120);
        var number = f.Text("number", "Write the number of their licence.", 80);
        var (issued, ends) = (f.Date("issued", "the date from which the licence holds"), f.Date("ends", "the date on which it ends"));
        var phone = Phones.Read(f, "phone");
        var email = f.Text("email", "Write their e-mail address. With it they sign for themselves.", 200);
        return x.Send(
            f.Give(() => new OutsidePeople.Outsider(given, family, email, profession, practice, number, issued, ends, phone.Length > 0 ? phone : null, roles)),
            one => x.Clinic.Run(sender, desk => OutsidePeople.Record(desk, new StaffId(sender.CommandId), one)),
            _ => $"/settings/staff/{sender.CommandId}",
            form => Show(x, form));
    }
}
