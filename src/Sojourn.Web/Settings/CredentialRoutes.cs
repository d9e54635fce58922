using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Staff;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Settings;

/// <summary>What members of staff are licensed and trained to do, and until when.</summary>
internal sealed class CredentialRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/settings/credentials", Permission.SeeToday, x => x.Page<CredentialsPage>(new CredentialsPage.View(
            StaffRecords.Credentials(x.Records), [.. StaffRecords.All(x.Records).Where(row => row.Active)], x.Who)));
        routes.Get("/settings/staff/{id}/credentials/new", Permission.ManageStaff, x => StaffRoutes.Here(x) is { } member ? Show(x, member, Known(x, member)) : StaffRoutes.Nobody(x));
        routes.Post("/settings/staff/{id}/credentials", Permission.ManageStaff, async x => StaffRoutes.Here(x) is { } member ? await Record(x, member) : StaffRoutes.Nobody(x));
    }

    /// <summary>A renewal begins with what the one before said; the dates are always asked anew.</summary>
    private static Form Known(Exchange x, StaffRow member) =>
        x.Query("kind") is { } kind && StaffRecords.Credential(x.Records, member.Id.Value, kind) is { } before
            ? Form.With(("kind", before.Kind), ("number", before.Number), ("issuer", before.Issuer), ("renews", "yes"))
            : Form.Fresh;

    private static IResult Show(Exchange x, StaffRow member, Form form) => x.Page<CredentialPage>(new CredentialPage.View(member, form), StaffRoutes.Status(form));

    private static Task<IResult> Record(Exchange x, StaffRow member)
    {
        var f = new FieldReader(x.Fields);
        var kind = f.Text("kind", "Say what credential it is, like registered nurse.", 80);
        var number = f.Text("number", "Write its number.", 80);
        var issuer = f.OptionalText("issuer", 120);
        var issued = f.Date("issued", "the date from which it holds");
        var ends = f.Date("ends", "the date on which it ends");
        if (f.Faults.Count == 0 && ends < issued)
        {
            f.Fault("ends", "The credential ends before it begins. Check both dates.");
        }

        var before = StaffRecords.Credential(x.Records, member.Id.Value, kind);
        return Checking.Send(
            x,
            new CheckWords(
                "Check the credential",
                $"{StaffRoutes.Place(member)}/credentials",
                "Record the credential",
                [SettingsWords.Index, SettingsWords.Staff, new(member.DisplayName, StaffRoutes.Place(member))],
                ends < x.Today ? "It has ended already: whoever has an ended credential cannot watch or give medicine."
                : before is null ? null : $"It takes the place of the one that ends on {Words.Date(before.ExpiresOn)}, which stays in the journal."),
            f.Give(() => new StaffMember.Command.RecordCredential(kind, number, issued, ends, issuer)),
            c => [("Whose", member.DisplayName), ("Credential", c.Kind), ("Number", c.Number), ("From", c.Issuer), ("Holds from", Words.Date(c.Issued)), ("Ends", Words.Date(c.Expires))],
            c => x.Clinic.Run(x.Sender, StaffSlice.Slice, member.Id.Value, c),
            _ => StaffRoutes.Place(member),
            form => Show(x, member, form));
    }
}
