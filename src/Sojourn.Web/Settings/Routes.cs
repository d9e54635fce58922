using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;
using Sojourn.Web.Start;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Web.Settings;

/// <summary>The index of settings, and what the clinic says about itself.</summary>
internal sealed class SettingsRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/settings", Permission.SeeToday, Index);
        routes.Get("/settings/clinic", Permission.ManageClinic, x => Clinic(x, Known(x)));
        routes.Post("/settings/clinic", Permission.ManageClinic, Describe);
    }

    private static IResult Index(Exchange x) => x.Page<SettingsPage>(new SettingsPage.View(
        PlaceRecords.Clinic(x.Records) ?? new ClinicRow(),
        PlaceRecords.Sites(x.Records).Count,
        PlaceRecords.Rooms(x.Records),
        [.. StaffRecords.All(x.Records).Where(row => row.Active)],
        StaffRecords.Credentials(x.Records),
        Sojourn.Clinic.Music.MusicRecords.Playlists(x.Records).Count,
        x.Who));

    private static Form Known(Exchange x)
    {
        var clinic = PlaceRecords.Clinic(x.Records) ?? new ClinicRow();
        return Form.With(("name", clinic.Name), ("time-zone", clinic.TimeZone), ("phone", clinic.Phone), ("crisis-line", clinic.CrisisLine), ("emergency-number", clinic.EmergencyNumber));
    }

    private static IResult Clinic(Exchange x, Form form) =>
        x.Page<ClinicPage>(new ClinicPage.View(form), form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static Task<IResult> Describe(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var name = f.Text("name", "Give the clinic a name.", 120);
        var zone = Zones.Read(f);
        var phone = Phones.Read(f, "phone");
        var crisis = Phones.Read(f, "crisis-line");
        var emergency = Phones.Read(f, "emergency-number");
        return Checking.Send(
            x,
            new CheckWords("Check what the clinic says", "/settings/clinic", "Keep this", [SettingsWords.Index, new("The clinic", "/settings/clinic")], "The numbers stand on every page that a patient or visitor reads, from now on. Call each of them once to be sure."),
            f.Give(() => new DomainClinic.Command.Describe(name, zone, phone, crisis, emergency)),
            c => [("Name", c.Name), ("Time zone", c.TimeZone), ("Telephone", c.Phone), ("Crisis line", c.CrisisLine), ("Emergency number", c.EmergencyNumber)],
            c => x.Clinic.Run(x.Sender, ClinicSlice.Slice, DomainClinic.Id, c),
            _ => "/settings",
            form => Clinic(x, form));
    }
}

/// <summary>Telephone numbers that somebody in need will call.</summary>
internal static class Phones
{
    /// <summary>Empty when nothing was typed; a fault when it cannot be dialled.</summary>
    internal static string Read(FieldReader f, string name)
    {
        var text = f.OptionalText(name, 40) ?? "";
        if (text.Length > 0 && (!text.Any(char.IsAsciiDigit) || text.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '-' or '+' or '(' or ')' or '.'))))
        {
            f.Fault(name, $"“{text}” is not a telephone number. Write digits, as in 555 0142 or 9-8-8, and no words.");
        }

        return text;
    }
}
