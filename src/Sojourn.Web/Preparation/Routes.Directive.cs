using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Preparation;
using Sojourn.Domain.Preparation;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Preparation;

/// <summary>The session directive, by the person themselves or written down with them.</summary>
internal sealed partial class PreparationRoutes
{
    private const string MyDirective = "/my/directive";

    private static void MapDirective(Routes routes)
    {
        routes.Get(MyDirective, Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Chosen(x, course, Form.Fresh)));
        routes.Post(MyDirective, Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Choose(x, course, Mine, form => Chosen(x, course, form))));
        routes.Get("/courses/{id}/directive", Permission.SeeCourse, x => CoursePlace.ForStaff(x, course => OfCourse(x, course, Form.Fresh)));
        routes.Post("/courses/{id}/directive", Permission.WritePreparation, x => CoursePlace.ForStaff(x, course =>
            Choose(x, course, $"/courses/{x.Id()}/directive", form => OfCourse(x, course, form))));
    }

    private static IResult Chosen(Exchange x, CourseAtHand course, Form form) => x.Page<MyDirectivePage>(
        new MyDirectivePage.View(DirectiveRecords.Of(x.Records, course.Id), course.LockAt(x.Now), form),
        form.HasProblem ? 422 : 200);

    private static IResult OfCourse(Exchange x, CourseAtHand course, Form form) => x.Page<DirectivePage>(
        new DirectivePage.View(
            CourseHead.Of(x, course),
            DirectiveRecords.Of(x.Records, course.Id),
            course.LockAt(x.Now),
            course.IsOpen && x.Who.May(Permission.WritePreparation),
            actor => StaffNames.Of(actor, x.Records),
            form),
        form.HasProblem ? 422 : 200);

    private static Task<IResult> Choose(Exchange x, CourseAtHand course, string seenAt, Func<Form, IResult> again)
    {
        var f = new FieldReader(x.Fields);
        var choices = new Directive(
            f.OptionalOneOf<TouchChoice>("touch"),
            f.OptionalText("people", 400),
            f.OptionalOneOf<MusicChoice>("music"),
            f.OptionalOneOf<RecordingChoice>("recording"),
            f.OptionalOneOf<SecondDoseChoice>("second-dose"),
            f.OptionalText("helps", 1000));
        return x.Send(f.Give(() => choices), said => x.Clinic.Run(x.Sender, desk => PreparationDesk.SayDirective(desk, course.Id, said)), _ => seenAt, again);
    }
}
