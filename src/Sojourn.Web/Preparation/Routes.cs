using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Preparation;
using Sojourn.Domain.Preparation;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Preparation;

internal sealed partial class PreparationRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/preparation", Permission.SeeCourse, Show);
        routes.Get("/courses/{id}/preparation/{item}", Permission.WritePreparation, x => One(x, Form.Fresh));
        routes.Post("/courses/{id}/preparation/{item}", Permission.WritePreparation, x => CoursePlace.ForStaff(x, course =>
            Record(x, course, Place(x), form => One(x, form))));
        routes.Post("/courses/{id}/preparation/{item}/undoing", Permission.WritePreparation, x => CoursePlace.ForStaff(x, course =>
            Undo(x, course, Place(x), form => One(x, form))));
        MapPatient(routes);
        MapDirective(routes);
    }

    private static string Item(Exchange x) => x.Http.Request.RouteValues["item"]?.ToString() ?? "";

    private static string Place(Exchange x) => $"/courses/{x.Id()}/preparation";

    private static IResult Show(Exchange x) => CoursePlace.ForStaff(x, course => x.Page<PreparationPage>(
        new PreparationPage.View(CourseHead.Of(x, course), course, PreparationRecords.Of(x.Records, course, x.Now), x.Who, actor => StaffNames.Of(actor, x.Records))));

    private static IResult One(Exchange x, Form form) => CoursePlace.ForStaff(x, course =>
    {
        var sheet = PreparationRecords.Of(x.Records, course, x.Now);
        if (sheet.Lines.FirstOrDefault(line => line.Item.Id == Item(x)) is { Item.Kind: PreparationKind.Choices })
        {
            return x.To($"/courses/{x.Id()}/directive");
        }

        return sheet.Lines.FirstOrDefault(line => line.Item.Id == Item(x)) is { } line
            ? x.Page<StaffItemPage>(
                new StaffItemPage.View(CourseHead.Of(x, course), sheet, line, course.Programme.IntentionTags, $"{Place(x)}/{Item(x)}", Place(x), form),
                form.HasProblem ? 422 : 200)
            : x.Missing("This line is no longer on the checklist.");
    });

    /// <summary>What recording a line means follows from its kind.</summary>
    private static Task<IResult> Record(Exchange x, CourseAtHand course, string seenAt, Func<Form, IResult> again) =>
        course.Programme.Preparation.FirstOrDefault(line => line.Id == Item(x)) switch
        {
            null => Task.FromResult(x.Missing("This line is no longer on the checklist.")),
            { Kind: PreparationKind.Intention } => Intend(x, course, seenAt, again),
            _ => Tick(x, course, seenAt, again),
        };

    private static Task<IResult> Intend(Exchange x, CourseAtHand course, string seenAt, Func<Form, IResult> again)
    {
        var f = new FieldReader(x.Fields);
        var words = f.Text("words", "Write the intention. A few words are enough.", 2000);
        var helps = x.Fields.Every("helps").Where(help => help.Length > 0).ToList();
        return x.Send(f.Give(() => words), w => x.Clinic.Run(x.Sender, desk => PreparationDesk.SetIntention(desk, course.Id, w, helps)), _ => seenAt, again);
    }

    private static Task<IResult> Tick(Exchange x, CourseAtHand course, string seenAt, Func<Form, IResult> again)
    {
        var f = new FieldReader(x.Fields);
        var words = f.OptionalText("words", 2000);
        var name = f.OptionalText("typed-name", 200);
        return x.Send(f.Give(() => new Said(words, name)), said => x.Clinic.Run(x.Sender, desk => PreparationDesk.MarkDone(desk, course.Id, Item(x), said.Words, said.Name)), _ => seenAt, again);
    }

    private static Task<IResult> Undo(Exchange x, CourseAtHand course, string seenAt, Func<Form, IResult> again) => x.Send(
        new FieldReader(x.Fields).Give(() => Item(x)),
        item => x.Clinic.Run(x.Sender, desk => PreparationDesk.MarkUndone(desk, course.Id, item)),
        _ => seenAt,
        again);

    private sealed record Said(string? Words, string? Name);
}
