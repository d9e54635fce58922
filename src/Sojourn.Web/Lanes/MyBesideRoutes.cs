using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Lanes;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Lanes;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Lanes;

/// <summary>The patient's own view of the five lanes; they write down visits elsewhere themselves.</summary>
internal sealed class MyBesideRoutes : ISliceRoutes
{
    private const string Here = "/my/beside";

    public static void Map(Routes routes)
    {
        routes.Get(Here, Permission.OwnRecord, x => Show(x, Form.Fresh));
        routes.Post(Here, Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => LogVisit(x, course)));
    }

    private static IResult Show(Exchange x, Form form) => CoursePlace.ForPatient(x, course => x.Page<MyBesidePage>(
        new MyBesidePage.View(
            course.IsOpen,
            ClinicDay.In(x.Records, x.Now),
            LaneRecords.Items(x.Records, course.Id.Value),
            [.. LaneRecords.None(x.Records, course.Id.Value).Select(none => none.Lane)],
            LaneRecords.Sessions(x.Records, course.Id.Value),
            form),
        form.HasProblem ? 422 : 200));

    private static Task<IResult> LogVisit(Exchange x, CourseAtHand course)
    {
        var f = new FieldReader(x.Fields);
        var what = f.Text("what", "Write what it was: massage, acupuncture.", 200);
        var lane = f.OneOf<Lane>("visit-lane", "Choose what it was for.");
        if (lane == Lane.Medicine && f.Faults.Count == 0)
        {
            f.Fault("visit-lane", "Tell your team about a medicine; they write it down.");
        }

        var on = f.Date("on", "the day of the visit");
        var where = f.OptionalText("visit-where", 200);
        var sender = x.Sender;
        return x.Send(
            f.Give(() => what),
            said => x.Clinic.Run(sender, desk => LaneDesk.LogVisit(desk, course.Id, new LaneItemId(sender.CommandId), lane, said, on, where)),
            _ => Here,
            form => Show(x, form));
    }
}
