using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Safety;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Measures;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Safety;

/// <summary>One safety case, and the concerns of one person.</summary>
internal sealed class CaseRoutes : ISliceRoutes
{
    private sealed record HandOver(Owner To, string Why);

    private sealed record Raise(ConcernLevel To, string Why);

    private sealed record Worry(ConcernLevel Level, string Reason, string? OwnWords);

    private sealed record StaffRow
    {
        public StaffId Id { get; init; }

        public string DisplayName { get; init; } = "";

        public string Roles { get; init; } = "";
    }

    public static void Map(Routes routes)
    {
        routes.Get("/cases/{id}", Permission.SeeCases, x => One(x, Form.Fresh));
        routes.Post("/cases/{id}/acknowledgement", Permission.WorkCases, x => Run(x, new FieldReader(x.Fields), () => new SafetyCase.Command.Acknowledge(x.Now, x.Who.Staff)));
        routes.Post("/cases/{id}/actions", Permission.WorkCases, RecordAction);
        routes.Post("/cases/{id}/hand-over", Permission.WorkCases, PassOn);
        routes.Post("/cases/{id}/level", Permission.WorkCases, RaiseLevel);
        routes.Post("/cases/{id}/closure", Permission.WorkCases, Close);
        routes.Get("/people/{id}/cases", Permission.SeeCases, x => OfPerson(x, Form.Fresh));
        routes.Post("/people/{id}/cases", Permission.WorkCases, Open);
    }

    private static IResult One(Exchange x, Form form) =>
        CaseRecords.One(x.Records, x.Id()) is { } row
            ? x.Page<CasePage>(
                new CasePage.View(
                    row,
                    CaseRecords.Story(x.Records, row.Id.Value),
                    x.Clinic.Programmes.Safety,
                    PersonHead.Of(x, row.PersonId),
                    HandTo(x, row),
                    form,
                    x.Http.Request.Path.Value?.Split('/')[^1],
                    x.Who),
                form.HasProblem ? 422 : 200)
            : x.Missing("There is no such case.");

    /// <summary>Everybody who may work a case, then the roles; the owner and the deputy are shown and say why not.</summary>
    private static IReadOnlyList<Option> HandTo(Exchange x, CaseRow row)
    {
        var staff = x.Records.All<StaffRow>("select id, display_name, roles from staff where active = 1 order by display_name")
            .Where(s => Roles(s).Any(role => Grants.Has(role, Permission.WorkCases)))
            .Select(s => (Owner: Owner.Named(s.Id), Words: s.DisplayName));
        var roles = new[] { "therapist", "nurse", "prescriber" }.Select(role => (Owner: Owner.Whoever(role), Words: $"Whoever is a {role}"));
        return [.. staff.Concat(roles).Select(o => new Option(o.Owner.Value, o.Words, null, o.Owner == row.Owner ? "owns it" : o.Owner == row.Deputy ? "is the deputy" : null))];
    }

    private static IEnumerable<Role> Roles(StaffRow staff) =>
        staff.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Columns.Choice<Role>(word));

    private static Task<IResult> RecordAction(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var words = f.Text("words", "Write what was done.", 4000);
        return Run(x, f, () => new SafetyCase.Command.RecordAction(x.Now, x.Who.Staff, words));
    }

    private static Task<IResult> Close(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var words = f.Text("what-was-done", "Write what was done. A case cannot be closed without it.", 4000);
        return Run(x, f, () => new SafetyCase.Command.Close(x.Now, x.Who.Staff, words));
    }

    private static Task<IResult> PassOn(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var to = new Owner(f.Text("to", "Name who takes it over.", 60));
        var why = f.Text("why", "Say why it is handed over.", 1000);
        return x.Send(f.Give(() => new HandOver(to, why)), h => x.Clinic.Run(x.Sender, desk => WorkingACase.HandOver(desk, new(x.Id()), h.To, h.Why)), _ => Place(x), form => One(x, form));
    }

    private static Task<IResult> RaiseLevel(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var to = f.OneOf<ConcernLevel>("level", "Choose the graver level.");
        var why = f.Text("why", "Say why the concern is graver.", 1000);
        return x.Send(f.Give(() => new Raise(to, why)), r => x.Clinic.Run(x.Sender, desk => WorkingACase.Raise(desk, new(x.Id()), r.To, r.Why)), _ => Place(x), form => One(x, form));
    }

    private static Task<IResult> Run(Exchange x, FieldReader f, Func<SafetyCase.Command> command) =>
        x.Send(f.Give(command), c => x.Clinic.Run(x.Sender, CaseSlice.Slice, x.Id(), c), _ => Place(x), form => One(x, form));

    private static IResult OfPerson(Exchange x, Form form) =>
        PeopleRecords.One(x.Records, x.Id()) is { } person
            ? x.Page<PersonCasesPage>(
                new PersonCasesPage.View(person, CaseRecords.OfPerson(x.Records, person.Id.Value), PersonHead.Of(x, person.Id), x.Clinic.Programmes.Safety, form, x.Who),
                form.HasProblem ? 422 : 200)
            : x.Missing("Nobody is registered here.");

    private static Task<IResult> Open(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var level = f.OneOf<ConcernLevel>("level", "Choose how grave it is.");
        var reason = f.Text("reason", "Say in a few words what the concern is.", 1000);
        var words = f.OptionalText("own-words", 4000);
        var sender = x.Sender;
        return x.Send(
            f.Give(() => new Worry(level, reason, words)),
            w => x.Clinic.Run(sender, desk => OpeningACase.ByStaff(desk, new(x.Id()), w.Level, w.Reason, w.OwnWords)),
            _ => $"/cases/{OpeningACase.IdFor(sender).Value}",
            form => OfPerson(x, form));
    }

    private static string Place(Exchange x) => $"/cases/{x.Id()}";
}
