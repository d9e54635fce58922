using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Settings;

/// <summary>How patients see and reach somebody of the staff: the photograph, the telephone, the hours.</summary>
internal sealed class PhotographRoutes : ISliceRoutes
{
    private sealed record Typed(string? Phone, string? Email, string? Hours);

    public static void Map(Routes routes)
    {
        routes.Get("/photographs/{hash}", Permission.SignedIn, Show);
        routes.Get("/settings/staff/{id}/photograph", Permission.ManageStaff, x => StaffRoutes.Here(x) is { } member ? Photograph(x, member, Form.Fresh) : StaffRoutes.Nobody(x));
        routes.Post("/settings/staff/{id}/photograph", Permission.ManageStaff, async x => StaffRoutes.Here(x) is { } member ? await Take(x, member) : StaffRoutes.Nobody(x));
        routes.Post("/settings/staff/{id}/photograph/removal", Permission.ManageStaff, async x => StaffRoutes.Here(x) is { } member ? await Remove(x, member) : StaffRoutes.Nobody(x));
        routes.Get("/settings/staff/{id}/reach", Permission.ManageStaff, x => StaffRoutes.Here(x) is { } member ? Reach(x, member, Known(x, member)) : StaffRoutes.Nobody(x));
        routes.Post("/settings/staff/{id}/reach", Permission.ManageStaff, async x => StaffRoutes.Here(x) is { } member ? await SaveReach(x, member) : StaffRoutes.Nobody(x));
        routes.Get("/settings/staff/{id}/profile", Permission.ManageStaff, x => StaffRoutes.Here(x) is { } member ? Profile(x, member, Form.With(("languages", string.Join(", ", StaffRecords.Profile(x.Records, member.Id.Value).Languages)))) : StaffRoutes.Nobody(x));
        routes.Post("/settings/staff/{id}/profile", Permission.ManageStaff, async x => StaffRoutes.Here(x) is { } member ? await SaveProfile(x, member) : StaffRoutes.Nobody(x));
    }

    internal static string Address(string hash) => $"/photographs/{hash}";

    /// <summary>The bytes under a hash never change, so a browser may keep them.</summary>
    private static IResult Show(Exchange x)
    {
        var hash = x.Http.Request.RouteValues["hash"]?.ToString() ?? "";
        if (TeamCards.WithHash(x.Records, hash) is not { } row || x.Service<PhotographFolder>().Find(hash) is not { } file)
        {
            return x.Missing("There is no such photograph.");
        }

        x.Http.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        x.Http.Response.Headers.Remove("Pragma");
        return Results.File(file, $"image/{row.Kind}");
    }

    private static IResult Photograph(Exchange x, StaffRow member, Form form) =>
        x.Page<PhotographPage>(new PhotographPage.View(member, TeamCards.Photograph(x.Records, member.Id.Value)?.Hash, form), StaffRoutes.Status(form));

    private static async Task<IResult> Take(Exchange x, StaffRow member)
    {
        var f = new FieldReader(x.Fields);
        var files = x.Http.Request.HasFormContentType ? x.Http.Request.Form.Files : null;
        Photograph? taken = null;
        if (files is not { Count: > 0 })
        {
            f.Fault("file", "Choose a picture: JPEG, PNG or WebP.");
        }
        else
        {
            await using var stream = files[0].OpenReadStream();
            (taken, var whyNot) = await x.Service<PhotographFolder>().Take(stream, x.Http.RequestAborted);
            if (whyNot is not null)
            {
                f.Fault("file", whyNot);
            }
        }

        var before = TeamCards.Photograph(x.Records, member.Id.Value)?.Hash;
        return await x.Send(
            f.Give(() => taken!),
            async photograph =>
            {
                var outcome = await x.Clinic.Run(x.Sender, StaffSlice.Slice, member.Id.Value, new StaffMember.Command.SetPhotograph(photograph));
                Forget(x, outcome, before == photograph.Hash ? null : before);
                return outcome;
            },
            _ => StaffRoutes.Place(member),
            form => Photograph(x, member, form));
    }

    private static Task<IResult> Remove(Exchange x, StaffRow member)
    {
        var before = TeamCards.Photograph(x.Records, member.Id.Value)?.Hash;
        return x.Send(
            new Parsed<StaffRow>(member, []),
            async m =>
            {
                var outcome = await x.Clinic.Run(x.Sender, StaffSlice.Slice, m.Id.Value, new StaffMember.Command.RemovePhotograph());
                Forget(x, outcome, before);
                return outcome;
            },
            StaffRoutes.Place,
            form => Photograph(x, member, form));
    }

    /// <summary>The file goes after the fact, unless somebody else has the same one.</summary>
    private static void Forget(Exchange x, Outcome outcome, string? hash)
    {
        using var records = x.Clinic.Read();
        if (outcome is Outcome.Done && hash is not null && TeamCards.WithHash(records, hash) is null)
        {
            x.Service<PhotographFolder>().Remove(hash);
        }
    }

    private static Form Known(Exchange x, StaffRow member) =>
        TeamCards.Reach(x.Records, member.Id.Value) is var reach ? Form.With(("phone", reach.Phone), ("email", reach.Email), ("hours", reach.Hours)) : Form.Fresh;

    private static IResult Reach(Exchange x, StaffRow member, Form form) => x.Page<ReachPage>(new ReachPage.View(member, form), StaffRoutes.Status(form));

    private static Task<IResult> SaveReach(Exchange x, StaffRow member)
    {
        var f = new FieldReader(x.Fields);
        var phone = Phones.Read(f, "phone");
        var typed = new Typed(phone.Length > 0 ? phone : null, f.OptionalText("email", 200), f.OptionalText("hours", 200));
        return x.Send(
            f.Give(() => typed),
            t => x.Clinic.Run(x.Sender, StaffSlice.Slice, member.Id.Value, new StaffMember.Command.SetReach(t.Phone, t.Email, t.Hours)),
            _ => StaffRoutes.Place(member),
            form => Reach(x, member, form));
    }

    private static IResult Profile(Exchange x, StaffRow member, Form form) => x.Page<ProfilePage>(new ProfilePage.View(member, StaffRecords.Profile(x.Records, member.Id.Value), form), StaffRoutes.Status(form));

    private static Task<IResult> SaveProfile(Exchange x, StaffRow member)
    {
        var f = new FieldReader(x.Fields);
        var languages = f.OptionalText("languages", 200) ?? "";
        return x.Send(
            f.Give(() => new Profile(languages.Split(',', ';'), x.Fields.Every("ways"), x.Fields.Every("knows"), x.Fields.Every("times"), x.Fields.Every("meets"))),
            profile => x.Clinic.Run(x.Sender, StaffSlice.Slice, member.Id.Value, new StaffMember.Command.Describe(profile)),
            _ => StaffRoutes.Place(member),
            form => Profile(x, member, form));
    }
}
