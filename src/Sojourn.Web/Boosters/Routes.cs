using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Boosters;

internal sealed class BoosterRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/boosters", Permission.SeeCourse, x => Show(x, PostedForm.None));
        routes.Post("/courses/{id}/boosters", Permission.ProposeBooster, Propose);
        MapDecision(routes, Party.Therapist, Permission.AgreeAsTherapist);
        MapDecision(routes, Party.Prescriber, Permission.AgreeAsPrescriber);
        MapDecision(routes, Party.Patient, Permission.TakeConsent);
        routes.Get("/my/boosters", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Mine(x, course, Form.Fresh)));
        routes.Post("/my/boosters/{number}/decision", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course =>
            Decide(x, course.Id, Party.Patient, "/my/boosters", form => Mine(x, course, form))));
    }

    private static void MapDecision(Routes routes, Party party, Permission permission)
    {
        var place = $"/courses/{{id}}/boosters/{{number}}/decisions/{Columns.Word(party)}";
        routes.Get(place, permission, x => Ask(x, party, Form.Fresh));
        routes.Post(place, permission, x => Decide(x, new CourseId(x.Id()), party, Place(x), form => Ask(x, party, form)));
    }

    private static IResult Ask(Exchange x, Party party, Form form) => CoursePlace.ForStaff(x, course =>
        BoosterRecords.Of(x.Records, course, x.Now).Rounds.FirstOrDefault(round => round.Row.Number == Number(x)) is { } found
            ? x.Page<DecisionPage>(
                new DecisionPage.View(CourseHead.Of(x, course), found, party, course.LockAt(x.Now), x.Http.Request.Path, Place(x), form),
                form.HasProblem ? 422 : 200)
            : x.Missing("There is no such booster."));

    private static int Number(Exchange x) => int.TryParse(x.Http.Request.RouteValues["number"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Place(Exchange x) => $"/courses/{x.Id()}/boosters";

    private static IResult Show(Exchange x, PostedForm posted) => CoursePlace.ForStaff(x, course =>
    {
        var sheet = BoosterRecords.Of(x.Records, course, x.Now);
        var booked = BoosterWords.Booked(x.Records, course.Id.Value, sheet);
        return x.Page<BoosterPage>(
            new BoosterPage.View(CourseHead.Of(x, course), course, sheet, booked, x.Who, actor => StaffNames.Of(actor, x.Records), posted),
            posted.HasProblem ? 422 : 200);
    });

    private static IResult Mine(Exchange x, CourseAtHand course, Form form)
    {
        var sheet = BoosterRecords.Of(x.Records, course, x.Now);
        var booked = BoosterWords.Booked(x.Records, course.Id.Value, sheet)?.FromAt;
        return x.Page<MyBoostersPage>(new MyBoostersPage.View(course, sheet, booked, actor => StaffNames.Of(actor, x.Records), form), form.HasProblem ? 422 : 200);
    }

    private static Task<IResult> Propose(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var step = f.Text("step", "Choose a step of the ladder.", 80);
        var reason = f.Text("reason", "Write in a few words why a booster is proposed now.", 2000);
        var party = f.OneOf<Party>("party", "Say as what you propose it.");
        return x.Send(
            f.Give(() => new Proposal(step, reason, party)),
            p => x.Clinic.Run(x.Sender, desk => BoosterDesk.Propose(desk, new CourseId(x.Id()), p.Step, p.Reason, p.By)),
            _ => Place(x),
            form => Show(x, PostedForm.Of(x, form)));
    }

    private static Task<IResult> Decide(Exchange x, CourseId course, Party party, string seenAt, Func<Form, IResult> again)
    {
        var f = new FieldReader(x.Fields);
        var answer = f.OneOf<Answer>("answer", "Choose yes or no.");
        var reason = f.OptionalText("reason", 2000);
        return x.Send(
            f.Give(() => new Said(answer == Answer.Yes, reason)),
            said => x.Clinic.Run(x.Sender, desk => BoosterDesk.Decide(desk, course, Number(x), party, said.Yes, said.Reason)),
            _ => seenAt,
            again);
    }

    private enum Answer
    {
        Yes,
        No,
    }

    private sealed record Proposal(string Step, string Reason, Party By);

    private sealed record Said(bool Yes, string? Reason);
}
