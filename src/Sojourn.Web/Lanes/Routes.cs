using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Lanes;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Lanes;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Lanes;

/// <summary>The five lanes of a plan on one time line; what is done elsewhere is written down here.</summary>
internal sealed class LaneRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/lanes", Permission.SeeCourse, x => Show(x, Form.Fresh));
        routes.Post("/courses/{id}/lanes/items", Permission.WritePlan, Put);
        routes.Post("/courses/{id}/lanes/visits", Permission.WritePlan, LogVisit);
        routes.Post("/courses/{id}/lanes/none", Permission.WritePlan, ChooseNone);
        routes.Post("/courses/{id}/lanes/talks", Permission.WritePlan, LinkTalk);
        routes.Get("/courses/{id}/lanes/items/{item}", Permission.SeeCourse, x => ShowItem(x, Form.Fresh));
        routes.Post("/courses/{id}/lanes/items/{item}/ending", Permission.WritePlan, End);
        routes.Post("/courses/{id}/lanes/items/{item}/striking", Permission.WritePlan, Strike);
    }

    private static string At(Exchange x) => $"/courses/{x.Id()}/lanes";

    private static IResult Show(Exchange x, Form form) => CoursePlace.ForStaff(x, course => x.Page<LanesPage>(
        new LanesPage.View(
            CourseHead.Of(x, course),
            course.IsOpen && x.Who.May(Permission.WritePlan),
            ClinicDay.In(x.Records, x.Now),
            LaneRecords.Items(x.Records, course.Id.Value),
            [.. LaneRecords.None(x.Records, course.Id.Value).Select(none => none with { Who = StaffNames.Of(none.Who, x.Records) })],
            LaneRecords.Sessions(x.Records, course.Id.Value),
            LaneRecords.Talks(x.Records, course.Id.Value),
            course.Programme.Adjuncts,
            PostedForm.Of(x, form)),
        form.HasProblem ? 422 : 200));

    private static IResult ShowItem(Exchange x, Form form) => CoursePlace.ForStaff(x, course => LaneRecords.One(x.Records, course.Id.Value, x.Id("item")) is { } item
        ? x.Page<LaneItemPage>(
            new LaneItemPage.View(CourseHead.Of(x, course), course.IsOpen && x.Who.May(Permission.WritePlan), item, StaffNames.Of(item.PutBy, x.Records), ClinicDay.In(x.Records, x.Now), [.. PeopleRecords.Medicines(x.Records, course.Person.Value).Where(medicine => medicine.Status == "current")], PostedForm.Of(x, form)),
            form.HasProblem ? 422 : 200)
        : x.Missing("This is not in the plan any more."));

    private static Task<IResult> Put(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var lane = f.OneOf<Lane>("lane", "Choose a lane.");
        var words = f.Text("words", "Write what it is.", 200);
        var from = f.Date("from", "the first day");
        var to = f.OptionalDate("to", "the last day");
        var where = f.OptionalText("where", 200);
        var sender = x.Sender;
        return x.Send(
            f.Give(() => words),
            said => x.Clinic.Run(sender, desk => LaneDesk.Put(desk, new CourseId(x.Id()), new LaneItemId(sender.CommandId), lane, said, from, to, where, LaneWords.DaysIn(x.Fields))),
            _ => At(x),
            form => Show(x, form));
    }

    private static Task<IResult> LogVisit(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var lane = f.OneOf<Lane>("visit-lane", "Choose a lane.");
        var words = f.Text("what", "Write what it was: massage, acupuncture.", 200);
        var on = f.Date("on", "the day of the visit");
        var where = f.OptionalText("visit-where", 200);
        var sender = x.Sender;
        return x.Send(
            f.Give(() => words),
            said => x.Clinic.Run(sender, desk => LaneDesk.LogVisit(desk, new CourseId(x.Id()), new LaneItemId(sender.CommandId), lane, said, on, where)),
            _ => At(x),
            form => Show(x, form));
    }

    private static Task<IResult> ChooseNone(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var lane = f.OneOf<Lane>("none", "Choose a lane.");
        return x.Send(f.Give(() => "none"), _ => x.Clinic.Run(x.Sender, desk => LaneDesk.ChooseNone(desk, new CourseId(x.Id()), lane)), _ => At(x), form => Show(x, form));
    }

    private static Task<IResult> LinkTalk(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var talk = f.Id("talk", "Choose a talk.");
        var medicine = f.OptionalId("medicine", "Choose a medicine session of the list.");
        return x.Send(
            f.Give(() => "link"),
            _ => x.Clinic.Run(x.Sender, desk => LaneDesk.LinkTalk(desk, new CourseId(x.Id()), new SessionId(talk), medicine is { } id ? new SessionId(id) : null)),
            _ => At(x),
            form => Show(x, form));
    }

    private static Task<IResult> End(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var on = f.Date("on", "the last day");
        var why = f.Text("why", "Write in a few words why.");
        var agreed = f.OptionalText("agreed", 200);
        var listed = f.OptionalId("listed", "Choose one of the list.");
        return x.Send(
            f.Give(() => why),
            said => x.Clinic.Run(x.Sender, desk => LaneDesk.End(desk, new CourseId(x.Id()), new LaneItemId(x.Id("item")), on, said, agreed, listed)),
            _ => At(x),
            form => ShowItem(x, form));
    }

    private static Task<IResult> Strike(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var why = f.Text("mistake", "Write in a few words what was wrong.");
        return x.Send(
            f.Give(() => why),
            said => x.Clinic.Run(x.Sender, desk => LaneDesk.Strike(desk, new CourseId(x.Id()), new LaneItemId(x.Id("item")), said)),
            _ => At(x),
            form => ShowItem(x, form));
    }
}
