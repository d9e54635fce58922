using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
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

/// <summary>Protected rest after medicine: what the patient reads and what they have on; the sheet to take along.</summary>
internal sealed class RestRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/my/rest", Permission.OwnRecord, x => Mine(x, Form.Fresh));
        routes.Post("/my/rest", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => WriteDown(x, course)));
        routes.Get("/my/recovery/{session}", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => RestOf(x, course) is { } rest ? x.Page<MyRecoveryPage>(new RecoveryPage.View(rest, course.Programme)) : None(x)));
        routes.Get("/sessions/{session}/recovery", Permission.SeeCourse, x =>
            SessionRecords.One(x.Records, x.Id("session"))?.CourseId is { } course && CourseAtHand.Find(x.Records, x.Clinic.Programmes, course.Value) is { } at && RestOf(x, at) is { } rest
                ? x.Page<RecoveryPage>(new RecoveryPage.View(rest, at.Programme))
                : None(x));
    }

    private static IResult None(Exchange x) => x.Missing("There is no such medicine session, or its programme keeps no time to rest.");

    private static RestTime? RestOf(Exchange x, CourseAtHand course) =>
        SessionRecords.OfCourse(x.Records, course.Id.Value).FirstOrDefault(row => row.Id.Value == x.Id("session")) is { } session ? RestTimes.After(x.Records, course.Programme, session) : null;

    private static IResult Mine(Exchange x, Form form) => CoursePlace.ForPatient(x, course => x.Page<MyRestPage>(
        new MyRestPage.View(
            RestTimes.Ahead(x.Records, course.Programme, course.Id, x.Now),
            [.. LaneRecords.Items(x.Records, course.Id.Value).Where(item => item.State == "open" && item.DutyOn.Count > 0)],
            form),
        form.HasProblem ? 422 : 200));

    private static Task<IResult> WriteDown(Exchange x, CourseAtHand course)
    {
        var f = new FieldReader(x.Fields);
        var words = f.Text("words", "Write what you have on.", 200);
        var days = LaneWords.DaysIn(x.Fields);
        if (days.Count == 0)
        {
            f.Fault("duty", "Choose at least one day.");
        }

        var sender = x.Sender;
        return x.Send(
            f.Give(() => words),
            said => x.Clinic.Run(sender, desk => LaneDesk.Put(desk, course.Id, new LaneItemId(sender.CommandId), Lane.Lifestyle, said, ClinicDay.In(x.Records, x.Now), null, null, days)),
            _ => "/my/rest",
            form => Mine(x, form));
    }
}
