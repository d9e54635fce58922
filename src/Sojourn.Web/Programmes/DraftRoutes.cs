using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Publishing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Publishing;
using Sojourn.Programmes.Editing;
using Sojourn.Web.Courses;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Programmes;

/// <summary>Drafts, approval, versions, pilots.</summary>
internal sealed class DraftRoutes : ISliceRoutes
{
    private const string ValueOf = "v:";

    public static void Map(Routes routes)
    {
        routes.Get("/programmes/new", Permission.ManageProgrammes, x => New(x, Form.With(("from", x.Query("from")))));
        routes.Post("/programmes", Permission.ManageProgrammes, BeginNew);
        routes.Get("/programmes/{programme}/draft", Permission.SeeProgrammes, x => Draft(x, x.Query("part"), Form.Fresh));
        routes.Post("/programmes/{programme}/draft/begin", Permission.ManageProgrammes, x => Do(x, desk => PublishingDesk.Begin(desk, Id(x)), $"{Home(x)}/draft?part={DraftWords.First}"));
        routes.Post("/programmes/{programme}/draft/text", Permission.ManageProgrammes, SaveText);
        routes.Post("/programmes/{programme}/draft/part", Permission.ManageProgrammes, SavePart);
        routes.Post("/programmes/{programme}/draft/approve", Permission.ManageProgrammes, Approve);
        routes.Post("/programmes/{programme}/draft/drop", Permission.ManageProgrammes, x =>
            Do(x, desk => desk.Do(PublishingSlice.Slice, PublishingSlice.IdOf(Id(x)), new ProgrammeVersions.Command.DropDraft()), "/programmes"));
        routes.Get("/programmes/{programme}/versions", Permission.SeeProgrammes, x => Versions(x, Form.Fresh));
        routes.Post("/programmes/{programme}/withdraw", Permission.ManageProgrammes, Withdraw);
        routes.Post("/programmes/{programme}/move", Permission.ManageProgrammes, Move);
        routes.Post("/programmes/{programme}/leads", Permission.ManageProgrammes, NameLeads);
        routes.Post("/programmes/{programme}/pilot", Permission.ManageProgrammes, AgreeToPilot);
    }

    /// <summary>Roles that this person can stand for, in the words of programme files.</summary>
    internal static IReadOnlyList<string> MyRoles(Exchange x) => [.. x.Who.Roles.Select(role => Columns.Word(role))];

    internal static LeadsPanel.View Leads(Exchange x, string id, bool givesMedicine, Form form) => new(
        id,
        givesMedicine,
        PublishingRecords.Leads(x.Records, id),
        WhoItIs.Staff(x.Records, Roles.Therapist),
        WhoItIs.Staff(x.Records, Roles.Prescriber),
        x.Who.May(Permission.ManageProgrammes),
        form);

    private static string Id(Exchange x) => ProgrammeRoutes.Id(x);

    private static string Home(Exchange x) => $"/programmes/{Id(x)}";

    private static int Status(Form form) => form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;

    private static IResult New(Exchange x, Form form) => x.Page<NewProgrammePage>(
        new NewProgrammePage.View([.. x.Clinic.Programmes.ById.Values.OrderBy(one => one.Title, StringComparer.Ordinal).Select(one => new Option(one.Id, one.Title))], form),
        Status(form));

    private static Task<IResult> BeginNew(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var (title, id, from) = (f.Text("title", "Write what the programme is called.", 120), f.Text("id", "Write a short name in small letters with hyphens.", 60), f.Text("from", "Choose the programme to begin from."));
        return x.Send(f.Give(() => id), name => x.Clinic.Run(x.Sender, desk => PublishingDesk.BeginNew(desk, name, title, from)), name => $"/programmes/{name}/draft?part={DraftWords.First}", form => New(x, form));
    }

    internal static IResult Draft(Exchange x, string? key, Form form)
    {
        var id = Id(x);
        var (draft, programme) = (PublishingRecords.Draft(x.Records, id), x.Clinic.Programmes.Find(id));
        if (draft is null && programme is null)
        {
            return ProgrammeRoutes.Nothing(x);
        }

        var sections = draft is null ? [] : ProgrammeEdit.Sections(draft.Text);
        var part = sections.FirstOrDefault(section => section.Key == key);
        var sheet = draft is null ? null : PublishingDesk.Sheet(x.Clinic.Programmes, x.Records, id, draft.Text);
        return x.Page<DraftPage>(
            new DraftPage.View(
                id,
                programme?.Title ?? sections.FirstOrDefault(section => section.Key == "title")?.Value ?? id,
                draft,
                sheet,
                sections,
                part,
                sections.Where(section => section.Line > part?.Line).Select(section => section.Line - 1).DefaultIfEmpty(int.MaxValue).Min(),
                draft is null ? null : PublishingDesk.InUse(x.Clinic.Programmes, x.Records, id),
                programme?.Version,
                PublishingRecords.People(x.Records, id).Count,
                PublishingRecords.Approvals(x.Records, id),
                MyRoles(x),
                x.Who.May(Permission.ManageProgrammes),
                draft is null ? "" : ProgrammeVersions.HashOf(draft.Text),
                Leads(x, id, (sheet?.Read.File.Programme ?? programme)?.GivesMedicine ?? true, form),
                x.Who.Staff,
                form),
            Status(form));
    }

    private static async Task<IResult> Do(Exchange x, Action<Desk> work, string? seen = null)
    {
        var f = new FieldReader(x.Fields);
        return await x.Send(f.Give(() => ""), _ => x.Clinic.Run(x.Sender, work), _ => seen ?? $"{Home(x)}/draft", form => Draft(x, null, form));
    }

    private static Task<IResult> SaveText(Exchange x)
    {
        var text = x.Fields.Values.GetValueOrDefault("text") ?? "";
        return Do(x, desk => PublishingDesk.Save(desk, Id(x), text));
    }

    /// <summary>The values of one section, or one of its entries once more, or one away; what was typed is saved with it.</summary>
    private static async Task<IResult> SavePart(Exchange x)
    {
        var part = x.Fields["part"] ?? "";
        var values = x.Fields.Values.Where(field => field.Key.StartsWith(ValueOf, StringComparison.Ordinal)).ToDictionary(field => field.Key[ValueOf.Length..], field => field.Value, StringComparer.Ordinal);
        return await x.Send(
            new FieldReader(x.Fields).Give(() => part),
            _ => x.Clinic.Run(x.Sender, desk =>
            {
                var text = PublishingRecords.Draft(desk.Records, Id(x)) is { } draft ? ProgrammeEdit.With(draft.Text, values) : null;
                text = (text, x.Fields["copy"], x.Fields["remove"]) switch
                {
                    (null, _, _) => null,
                    (_, { } copy, _) => ProgrammeEdit.WithCopy(text, copy, string.Create(CultureInfo.InvariantCulture, $"{values.GetValueOrDefault(copy + ".id", "entry")}-2")),
                    (_, _, { } away) => ProgrammeEdit.Without(text, away),
                    _ => text,
                };
                if (text is null)
                {
                    desk.Refuse("programme.changed-since", "The draft was changed meanwhile, and this part is not where it was. Open it again and change it there.");
                    return;
                }

                PublishingDesk.Save(desk, Id(x), text);
            }),
            _ => $"{Home(x)}/draft?part={part}",
            form => Draft(x, part, form));
    }

    private static Task<IResult> Approve(Exchange x)
    {
        var (role, read) = (x.Fields["as"] ?? "", x.Fields["read"] ?? "");
        return Do(
            x,
            desk =>
            {
                if (MyRoles(x).Contains(role, StringComparer.Ordinal))
                {
                    PublishingDesk.Approve(desk, Id(x), role, x.Who.Staff, read);
                }
                else
                {
                    desk.Refuse("programme.not-your-role", "You do not have this role here. Ask somebody who does.");
                }
            },
            Home(x));
    }

    private static IResult Versions(Exchange x, Form form)
    {
        var id = Id(x);
        var programme = x.Clinic.Programmes.Find(id);
        var rows = PublishingRecords.Versions(x.Records, id);
        var people = PublishingRecords.People(x.Records, id);
        var numbers = rows.Select(row => row.Version).Concat(people.Select(person => person.Version)).Concat(programme is null ? [] : [programme.Version])
            .Concat(PublishingDesk.OfFile(x.Clinic.Programmes, id) is { } file ? [file] : []).Distinct().OrderDescending().ToList();
        if (numbers.Count == 0)
        {
            return ProgrammeRoutes.Nothing(x);
        }

        var newer = programme?.Version ?? numbers[0];
        var older = numbers.Where(number => number < newer).DefaultIfEmpty(0).First();
        return x.Page<VersionsPage>(
            new VersionsPage.View(
                id,
                (programme ?? x.Clinic.Programmes.Withdrawn.FirstOrDefault(one => one.Id == id))?.Title ?? id,
                programme?.Version,
                [.. numbers.Select(number => new VersionsPage.Line(number, number == programme?.Version, people.Count(person => person.Version == number), rows.FirstOrDefault(row => row.Version == number)))],
                older,
                newer,
                PublishingDesk.TextOf(x.Clinic.Programmes, x.Records, id, older),
                PublishingDesk.TextOf(x.Clinic.Programmes, x.Records, id, newer),
                [.. people.Where(person => person.Version != programme?.Version && programme is not null)],
                x.Who.May(Permission.ManageProgrammes),
                form),
            Status(form));
    }

    private static Task<IResult> Withdraw(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var (version, why) = (f.Whole("version", "the version", 1, ProgrammeVersions.MostOfPilot), f.OptionalText("why", 400) ?? "");
        return x.Send(
            f.Give(() => why),
            w => x.Clinic.Run(x.Sender, PublishingSlice.Slice, PublishingSlice.IdOf(Id(x)), new ProgrammeVersions.Command.Withdraw(version, w)),
            _ => $"{Home(x)}/versions",
            form => Versions(x, form));
    }

    private static Task<IResult> Move(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var (course, why) = (f.Id("course", "Choose whom to move."), f.OptionalText("why", 400) ?? "");
        return x.Send(f.Give(() => why), w => x.Clinic.Run(x.Sender, desk => PublishingDesk.Move(desk, new CourseId(course), w)), _ => $"{Home(x)}/versions", form => Versions(x, form));
    }

    private sealed record Two(StaffId? Therapy, StaffId? Medical);

    private static Task<IResult> NameLeads(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var two = new Two(Named("therapist"), Named("prescriber"));
        return x.Send(
            f.Give(() => two),
            named => x.Clinic.Run(x.Sender, desk => PublishingDesk.NameLeads(desk, Id(x), named.Therapy, named.Medical)),
            _ => Home(x) + "#leads",
            form => ProgrammeRoutes.One(x, form));

        StaffId? Named(string field) => f.OptionalId(field, "Choose somebody of the list.") is { } id ? new StaffId(id) : null;
    }

    private static Task<IResult> AgreeToPilot(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var (role, version, cap) = (x.Fields["as"] ?? "", f.Whole("version", "the version", 1, ProgrammeVersions.MostOfPilot), f.Whole("cap", "how many people at most", 1, ProgrammeVersions.MostOfPilot));
        return x.Send(
            f.Give(() => role),
            _ => x.Clinic.Run(x.Sender, desk =>
            {
                if (MyRoles(x).Intersect(ProgrammeVersions.PilotOpeners, StringComparer.Ordinal).Contains(role, StringComparer.Ordinal))
                {
                    PublishingDesk.AgreeToPilot(desk, Id(x), version, role, x.Who.Staff, cap);
                }
                else
                {
                    desk.Refuse("programme.not-your-role", "A manager and a prescriber open a pilot. Ask one of them.");
                }
            }),
            _ => Home(x),
            form => ProgrammeRoutes.One(x, form));
    }
}
