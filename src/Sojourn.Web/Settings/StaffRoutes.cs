using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Settings;

/// <summary>Who works here: who they are, what they are, how they sign in, and when they leave.</summary>
internal sealed class StaffRoutes : ISliceRoutes
{
    private sealed record Typed(string Given, string Family, string Display, string Email, IReadOnlyList<string> Roles, IReadOnlyList<SiteId> Sites);

    private sealed record RolesTyped(IReadOnlyList<string> Roles);

    public static void Map(Routes routes)
    {
        routes.Get("/settings/staff", Permission.SeeToday, x => x.Page<StaffListPage>(new StaffListPage.View(StaffRecords.All(x.Records), CanSignIn(x), x.Who)));
        routes.Get("/settings/staff/new", Permission.ManageStaff, x => Details(x, null, Form.Fresh));
        routes.Post("/settings/staff", Permission.ManageStaff, x => Save(x, null));
        routes.Get("/settings/staff/{id}", Permission.SeeToday, x => Of(x) is { } member ? One(x, member, null) : Nobody(x));
        routes.Get("/settings/staff/{id}/details", Permission.ManageStaff, x => Here(x) is { } member ? Details(x, member, Known(member)) : Nobody(x));
        routes.Post("/settings/staff/{id}/details", Permission.ManageStaff, async x => Here(x) is { } member ? await Save(x, member) : Nobody(x));
        routes.Get("/settings/staff/{id}/roles", Permission.ManageStaff, x => Of(x) is { } member ? Roles(x, member, Form.Fresh) : Nobody(x));
        routes.Post("/settings/staff/{id}/roles", Permission.ManageStaff, async x => Of(x) is { } member ? await SaveRoles(x, member) : Nobody(x));
        routes.Post("/settings/staff/{id}/link", Permission.ManageStaff, async x => Here(x) is { } member ? One(x, member, await Link(x, member)) : Nobody(x));
        routes.Get("/settings/staff/{id}/leaving", Permission.ManageStaff, x => Here(x) is { } member ? Leaving(x, member, Form.Fresh) : Nobody(x));
        routes.Post("/settings/staff/{id}/leaving", Permission.ManageStaff, async x => Here(x) is { } member ? await Leave(x, member) : Nobody(x));
    }

    internal static StaffRow? Of(Exchange x) => StaffRecords.One(x.Records, x.Id());

    internal static StaffRow? Here(Exchange x) => Of(x) is { Active: true } member ? member : null;

    internal static IResult Nobody(Exchange x) => x.Missing("Nobody who works here is under this link. Open the list of staff.");

    internal static int Status(Form form) => form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;

    internal static string Place(StaffRow member) => $"/settings/staff/{member.Id.Value}";

    private static HashSet<string> CanSignIn(Exchange x) =>
        x.Records.All<string>("select actor from account where password_hash is not null").ToHashSet(StringComparer.Ordinal);

    private static async Task<string> Link(Exchange x, StaffRow member) =>
        $"{x.Http.Request.Scheme}://{x.Http.Request.Host}{await x.Service<Accounts.Accounts>().PasswordLink(Actor.Staff(member.Id))}";

    private static IResult One(Exchange x, StaffRow member, string? link) => x.Page<MemberPage>(new MemberPage.View(
        member, StaffRecords.Credentials(x.Records, member.Id.Value), CanSignIn(x).Contains(Actor.Staff(member.Id).Text), link, x.Who)
    {
        Week = [.. OpenHours.In(x.Records, x.Today, x.Today).Week(member.Id).GroupBy(stated => stated.Site, stated => stated.Hours)
            .Select(at => (PlaceRecords.Site(x.Records, at.Key.Value)?.Name ?? "", WeekForm.InWords([.. at]) ?? ""))],
        Profile = StaffRecords.Profile(x.Records, member.Id.Value),
        Reach = TeamCards.Reach(x.Records, member.Id.Value),
        Photograph = TeamCards.Photograph(x.Records, member.Id.Value)?.Hash,
        Absences = OpenHours.Absences(x.Records, member.Id.Value, x.Today),
    });

    private static Form Known(StaffRow member) => Form.With(("given", member.Given), ("family", member.Family), ("display-name", member.DisplayName), ("email", member.Email));

    private static IResult Details(Exchange x, StaffRow? member, Form form) => x.Page<MemberDetailsPage>(
        new MemberDetailsPage.View(
            member,
            PlaceRecords.Sites(x.Records),
            member is null ? [] : [.. StaffRecords.Sites(x.Records, member.Id.Value).Select(site => site.ToString())],
            form),
        Status(form));

    private static Task<IResult> Save(Exchange x, StaffRow? member)
    {
        var f = new FieldReader(x.Fields);
        var given = f.Text("given", "Write the first name.", 100);
        var family = f.Text("family", "Write the last name.", 100);
        var email = f.Text("email", "Write the e-mail address to sign in with.", 200);
        var roles = member is null ? Roles(f) : [];
        var typed = new Typed(given, family, f.OptionalText("display-name", 100) ?? $"{given} {family}", email, roles, Sites(f));
        var sender = x.Sender;
        var names = PlaceRecords.Sites(x.Records).Where(site => typed.Sites.Contains(site.Id)).Select(site => site.Name);
        return Checking.Send(
            x,
            new CheckWords(
                member is null ? "Check who joins" : "Check the details",
                member is null ? "/settings/staff" : $"{Place(member)}/details",
                member is null ? "Add to the staff" : "Keep this",
                [SettingsWords.Index, SettingsWords.Staff],
                member is null ? "They cannot sign in yet: next, make a link for them to choose a password." : null),
            f.Give(() => typed),
            t =>
            [
                ("Name", $"{t.Given} {t.Family}"), ("Shown as", t.Display), ("E-mail address", t.Email),
                .. member is null ? [("Roles", SettingsWords.RolesOf(t.Roles))] : Array.Empty<(string, string?)>(),
                ("Sites", string.Join(", ", names) is { Length: > 0 } at ? at : "All sites"),
            ],
            async t =>
            {
                var id = member?.Id ?? new StaffId(sender.CommandId);
                var outcome = await x.Clinic.Run(sender, StaffSlice.Slice, id.Value, desk =>
                {
                    var other = StaffRecords.EmailIsOf(desk.Records, id.Value, t.Email);
                    return member is null
                        ? new StaffMember.Command.Join(t.Given, t.Family, t.Display, t.Roles, t.Sites, t.Email, other)
                        : (StaffMember.Command)new StaffMember.Command.CorrectDetails(t.Given, t.Family, t.Display, t.Sites, t.Email, other);
                });
                if (outcome is Outcome.Done)
                {
                    await x.Service<Accounts.Accounts>().Readdress(Actor.Staff(id), t.Email);
                }

                return outcome;
            },
            _ => $"/settings/staff/{member?.Id.Value ?? sender.CommandId}",
            form => Details(x, member, form));
    }

    private static IResult Roles(Exchange x, StaffRow member, Form form) => x.Page<RolesPage>(new RolesPage.View(member, form), Status(form));

    private static Task<IResult> SaveRoles(Exchange x, StaffRow member)
    {
        var f = new FieldReader(x.Fields);
        var roles = Roles(f);
        return Checking.Send(
            x,
            new CheckWords("Check the roles", $"{Place(member)}/roles", member.Active ? "Keep these roles" : "Let them in again", [SettingsWords.Index, SettingsWords.Staff, new(member.DisplayName, Place(member))], "It counts from their next page on."),
            f.Give(() => new RolesTyped(roles)),
            r => [("Who", member.DisplayName), ("Roles until now", SettingsWords.RolesOf(member.RoleList)), ("Roles from now on", SettingsWords.RolesOf(r.Roles))],
            r => x.Clinic.Run(x.Sender, StaffSlice.Slice, member.Id.Value, desk => member.Active
                ? new StaffMember.Command.ChangeRoles(r.Roles, StaffRecords.IsLastManager(desk.Records, member.Id.Value))
                : (StaffMember.Command)new StaffMember.Command.ComeBack(r.Roles)),
            _ => Place(member),
            form => Roles(x, member, form));
    }

    private static IResult Leaving(Exchange x, StaffRow member, Form form) =>
        x.Page<LeavingPage>(new LeavingPage.View(member, StaffRecords.VisitsAhead(x.Records, member.Id.Value, x.Now), member.Id == x.Who.Actor.StaffId, form), Status(form));

    private static Task<IResult> Leave(Exchange x, StaffRow member) => x.Send(
        new Parsed<StaffRow>(member, []),
        m => x.Clinic.Run(x.Sender, StaffSlice.Slice, m.Id.Value, desk => new StaffMember.Command.Leave(x.Today, StaffRecords.IsLastManager(desk.Records, m.Id.Value))),
        _ => "/settings/staff",
        form => Leaving(x, member, form));

    private static IReadOnlyList<string> Roles(FieldReader f)
    {
        var roles = f.Fields.Every("roles").Where(role => role.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (roles.Count == 0)
        {
            f.Fault("roles", "Choose at least one role.");
        }

        return roles;
    }

    private static IReadOnlyList<SiteId> Sites(FieldReader f)
    {
        var sites = new List<SiteId>();
        foreach (var text in f.Fields.Every("sites").Where(text => text.Length > 0))
        {
            if (Guid.TryParse(text, out var id))
            {
                sites.Add(new SiteId(id));
            }
            else if (f.Faults.All(fault => fault.Where != "sites"))
            {
                f.Fault("sites", "Choose sites from the list.");
            }
        }

        return [.. sites.Distinct()];
    }
}
