using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Letters;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Permissions;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Letters;

/// <summary>Letters about a plan to the family doctor, with the patient's yes.</summary>
internal sealed class LetterRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/letters", Permission.SeeRecord, x => Show(x, Form.Fresh));
        routes.Post("/courses/{id}/letters", Permission.TakeConsent, Prepare);
        routes.Get("/courses/{id}/letters/{letter}", Permission.SeeRecord, x => ShowOne(x, Form.Fresh));
        routes.Post("/courses/{id}/letters/{letter}/sending", Permission.TakeConsent, Send);
    }

    private static IResult Show(Exchange x, Form form) => CoursePlace.ForStaff(x, course => x.Page<LettersPage>(
        new LettersPage.View(
            CourseHead.Of(x, course),
            course.IsOpen && x.Who.May(Permission.TakeConsent),
            course.LockAt(x.Now).Holds,
            PeopleRecords.Contact(x.Records, course.Person.Value, "family-doctor")?.Name,
            LetterDesk.Words(x.Records, course, x.Now),
            LetterDesk.Of(x.Records, course.Id.Value),
            form),
        form.HasProblem ? 422 : 200));

    private static IResult ShowOne(Exchange x, Form form) => CoursePlace.ForStaff(x, course => LetterDesk.One(x.Records, course.Id.Value, x.Id("letter")) is { } letter
        ? x.Page<LetterPage>(new LetterPage.View(CourseHead.Of(x, course), x.Who.May(Permission.TakeConsent), letter, form), form.HasProblem ? 422 : 200)
        : x.Missing("There is no such letter."));

    private static Task<IResult> Prepare(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var read = f.OptionalText("read", 40) ?? "";
        var name = f.Text("typed-name", "Type the patient's first and last name.");
        var sender = x.Sender;
        return x.Send(
            f.Give(() => name),
            typed => x.Clinic.Run(sender, desk => LetterDesk.Prepare(desk, new CourseId(x.Id()), new LetterId(sender.CommandId), read, typed)),
            _ => $"/courses/{x.Id()}/letters/{sender.CommandId}",
            form => Show(x, form));
    }

    private static Task<IResult> Send(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var how = f.Text("how", "Write how it went: by post, by fax, by hand.", 200);
        return x.Send(
            f.Give(() => how),
            said => x.Clinic.Run(x.Sender, desk => LetterDesk.Send(desk, new CourseId(x.Id()), new LetterId(x.Id("letter")), said)),
            _ => $"/courses/{x.Id()}/letters/{x.Id("letter")}",
            form => ShowOne(x, form));
    }
}
