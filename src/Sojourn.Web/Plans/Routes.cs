using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Plans;

internal sealed partial class PlanRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/plan", Permission.SeeCourse, x => Show(x, PostedForm.None));
        routes.Post("/courses/{id}/plan/goals", Permission.WritePlan, x => SetGoal(x, Place(x), form => Show(x, PostedForm.Of(x, form))));
        routes.Get("/courses/{id}/plan/goals/{goal}/dropping", Permission.WritePlan, x => WhyDropped(x, Form.Fresh));
        routes.Post("/courses/{id}/plan/goals/{goal}/dropping", Permission.WritePlan, DropGoal);
        routes.Get("/courses/{id}/plan/versions/new", Permission.WritePlan, x => CoursePlace.ForStaff(x, course => Draft(x, course, Form.Fresh)));
        routes.Post("/courses/{id}/plan/versions", Permission.WritePlan, x => CoursePlace.ForStaff(x, course => Propose(x, course)));
        routes.Get("/courses/{id}/plan/suggestions/{suggestion}/answer", Permission.WritePlan, x => WhatIsAnswered(x, Form.Fresh));
        routes.Post("/courses/{id}/plan/suggestions/{suggestion}/answer", Permission.WritePlan, Reply);
        routes.Post("/courses/{id}/plan/agreements/therapist", Permission.AgreeAsTherapist, x => Agree(x, Party.Therapist));
        routes.Post("/courses/{id}/plan/agreements/prescriber", Permission.AgreeAsPrescriber, x => Agree(x, Party.Prescriber));
        routes.Get("/courses/{id}/plan/withdrawals/therapist", Permission.AgreeAsTherapist, x => WhyTakenBack(x, Party.Therapist, Form.Fresh));
        routes.Get("/courses/{id}/plan/withdrawals/prescriber", Permission.AgreeAsPrescriber, x => WhyTakenBack(x, Party.Prescriber, Form.Fresh));
        routes.Post("/courses/{id}/plan/withdrawals/therapist", Permission.AgreeAsTherapist, x => TakeBack(x, Party.Therapist));
        routes.Post("/courses/{id}/plan/withdrawals/prescriber", Permission.AgreeAsPrescriber, x => TakeBack(x, Party.Prescriber));
        routes.Get("/courses/{id}/plan/hand-over", Permission.TakeConsent, x => CoursePlace.ForStaff(x, course => OnTablet(x, course, Form.Fresh)));
        routes.Post("/courses/{id}/plan/hand-over", Permission.TakeConsent, SignOnTablet);
        routes.Get("/courses/{id}/plan/handed-back", Permission.TakeConsent, x => x.Page<HandBackPage>(Place(x)));
        MapPatient(routes);
    }

    private static string Place(Exchange x) => $"/courses/{x.Id()}/plan";

    private static IResult Show(Exchange x, PostedForm posted) => CoursePlace.ForStaff(x, course => x.Page<PlanPage>(
        new PlanPage.View(
            CourseHead.Of(x, course),
            course,
            PlanRecords.Of(x.Records, course.Id.Value),
            CommitmentAtRisk.Missed(x.Records, course.Id.Value, course.Programme),
            x.Who,
            actor => StaffNames.Of(actor, x.Records),
            posted),
        posted.HasProblem ? 422 : 200));

    private static Task<IResult> SetGoal(Exchange x, string seenAt, Func<Form, IResult> again, Guid? course = null)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var goal = f.OptionalId("goal", "This goal is no longer here. Load the page again.") ?? sender.CommandId;
        var words = f.Text("words", "Write the goal in the patient’s own words.", 2000);
        return x.Send(
            f.Give(() => words),
            w => x.Clinic.Run(sender, desk => PlanDesk.SetGoal(desk, new CourseId(course ?? x.Id()), new GoalId(goal), w)),
            _ => seenAt,
            again);
    }

    private static Task<IResult> Agree(Exchange x, Party party)
    {
        var f = new FieldReader(x.Fields);
        var version = f.Whole("version", "the version that was read", 1, 10_000);
        return Run(x, f.Give(() => new Number(version)), (desk, course, read) => PlanDesk.Agree(desk, course, read.Value, party), form => Show(x, PostedForm.Of(x, form)));
    }

    private static IResult OnTablet(Exchange x, CourseAtHand course, Form form) =>
        PlanRecords.Of(x.Records, course.Id.Value) is { Latest: { } latest } sheet && latest.Missing.Contains(Party.Patient)
            ? x.Page<PlanSignPage>(
                new PlanSignPage.View(course, latest, [.. sheet.Goals.Where(g => g.Open)], $"{Place(x)}/hand-over", Place(x), OnTablet: true, form),
                form.HasProblem ? 422 : 200)
            : x.To(Place(x));

    private static Task<IResult> SignOnTablet(Exchange x) => CoursePlace.ForStaff(x, course =>
        Sign(x, course.Id, $"{Place(x)}/handed-back", form => OnTablet(x, course, form)));

    private static Task<IResult> Sign(Exchange x, CourseId course, string seenAt, Func<Form, IResult> again)
    {
        var f = new FieldReader(x.Fields);
        var version = f.Whole("version", "the version that was read", 1, 10_000);
        var name = f.Text("typed-name", "Type your name to agree.", 200);
        return x.Send(
            f.Give(() => new Signing(version, name)),
            signing => x.Clinic.Run(x.Sender, desk => PlanDesk.Agree(desk, course, signing.Version, Party.Patient, signing.Name)),
            _ => seenAt,
            again);
    }

    private static Task<IResult> Run<T>(Exchange x, Parsed<T> parsed, Action<Desk, CourseId, T> work, Func<Form, IResult> again)
        where T : class =>
        x.Send(parsed, value => x.Clinic.Run(x.Sender, desk => work(desk, new CourseId(x.Id()), value)), _ => Place(x), again);

    private sealed record Number(int Value);

    private sealed record Signing(int Version, string Name);
}
