using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Accounts;
using Sojourn.Web.Forms;
using Sojourn.Web.Hosting;
using Sojourn.Web.Routing;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Web.Start;

/// <summary>The first page of a new clinic: its name and its first manager, once, by the link that the first start prints.</summary>
internal sealed class StartRoutes : ISliceRoutes
{
    private sealed record Beginning(string Clinic, string TimeZone, string Given, string Family, string Email, string Password, string? Preset, IReadOnlyList<string> Besides);

    public static void Map(Routes routes)
    {
        routes.Get("/start", Permission.Public, x => Shut(x) ?? Show(x, Form.With(("time-zone", TimeZoneInfo.Local.Id), ("preset", x.Service<HostSettings>().Preset ?? "several"))));
        routes.Post("/start", Permission.Public, Begin);
    }

    private static IResult? Shut(Exchange x) =>
        PlaceRecords.Clinic(x.Records) is not null ? x.Missing("This clinic is set up already. Sign in, or ask a manager of the clinic for a link.")
        : x.Http.User.FindFirstValue(WhoReader.OnlyClaim) != FirstStart.Place ? x.Missing("Open the link that was printed where the clinic was started. Each start prints one until the clinic is set up.")
        : null;

    private static IResult Show(Exchange x, Form form) =>
        x.Page<StartPage>(new StartPage.View(form), form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static async Task<IResult> Begin(Exchange x)
    {
        if (Shut(x) is { } shut)
        {
            return shut;
        }

        var f = new FieldReader(x.Fields);
        var clinic = f.Text("clinic", "Give the clinic a name. It can be changed later.", 120);
        var zone = Zones.Read(f);
        var given = f.Text("given", "Write your first name.", 100);
        var family = f.Text("family", "Write your last name.", 100);
        var email = f.Text("email", "Write the e-mail address to sign in with.", 200);
        var password = f.Text("password", "Choose a password of at least ten characters.", 200);
        var preset = f.OptionalText("preset", 20) is "solo" ? DomainClinic.Solo : null;
        var accounts = x.Service<Accounts.Accounts>();
        if (password.Length > 0 && await accounts.WillNotDo(password) is { } reasons)
        {
            f.Fault("password", string.Join(" ", reasons));
        }

        var sender = x.Sender;
        var manager = Actor.Staff(new StaffId(sender.CommandId));
        return await x.Send(
            f.Give(() => new Beginning(clinic, zone, given, family, email, password, preset, x.Fields.Every("besides"))),
            async b =>
            {
                var outcome = await x.Clinic.Run(sender with { Actor = Actor.Sojourn }, desk => Found(desk, sender.CommandId, b));
                if (outcome is Outcome.Done)
                {
                    await accounts.SetPassword(manager, b.Email, b.Password);
                    await accounts.Enter(manager);
                }

                return outcome;
            },
            _ => "/settings",
            form => Show(x, form));
    }

    private static void Found(Desk desk, Guid manager, Beginning b) => Founding.Found(desk, manager, b.Clinic, b.TimeZone, (b.Given, b.Family, "", b.Email), b.Preset, b.Besides);
}
