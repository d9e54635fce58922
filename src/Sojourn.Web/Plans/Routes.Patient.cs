using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Plans;

internal sealed partial class PlanRoutes
{
    private const string Mine = "/my/plan";

    private static void MapPatient(Routes routes)
    {
        routes.Get(Mine, Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => MyPlan(x, course)));
        routes.Get($"{Mine}/agreement", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Agreement(x, course, Form.Fresh)));
        routes.Post($"{Mine}/agreement", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Sign(x, course.Id, Mine, form => Agreement(x, course, form))));
        routes.Get($"{Mine}/goals/new", Permission.OwnRecord, x => GoalWords(x, Form.Fresh));
        routes.Post($"{Mine}/goals", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => SetGoal(x, Mine, form => GoalWords(x, form), course.Id.Value)));
        routes.Get($"{Mine}/suggestions/new", Permission.OwnRecord, x => SuggestionWords(x, Form.Fresh));
        routes.Post($"{Mine}/suggestions", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Suggest(x, course)));
        routes.Get($"{Mine}/withdrawal", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => WithdrawalWords(x, course, Form.Fresh)));
        routes.Post($"{Mine}/withdrawal", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Withdraw(x, course)));
    }

    /// <summary>Until all have agreed, those whom the plan proposes are the team.</summary>
    private static IResult MyPlan(Exchange x, CourseAtHand course)
    {
        var sheet = PlanRecords.Of(x.Records, course.Id.Value);
        var proposed = sheet.Latest?.Row;
        return x.Page<MyPlanPage>(new MyPlanPage.View(
            course,
            sheet,
            CommitmentAtRisk.Missed(x.Records, course.Id.Value, course.Programme),
            MyTeam.Of(x, course.Site, proposed?.TherapistId ?? course.Therapist, proposed?.PrescriberId ?? course.Prescriber, proposed?.NurseId ?? course.Nurse),
            MyTeam.Hours(x, course.Site)));
    }

    private static IResult Agreement(Exchange x, CourseAtHand course, Form form) =>
        PlanRecords.Of(x.Records, course.Id.Value) is { Latest: { } latest } sheet && latest.Missing.Contains(Party.Patient)
            ? x.Page<PlanSignPage>(
                new PlanSignPage.View(course, latest, [.. sheet.Goals.Where(g => g.Open)], $"{Mine}/agreement", Mine, OnTablet: false, form),
                form.HasProblem ? 422 : 200)
            : x.To(Mine);

    private static IResult GoalWords(Exchange x, Form form) => Ask(x, new(
        "What do you want to be different?",
        "In your own words. There is no wrong answer, and you can change it later.",
        "words",
        "My goal",
        "Keep this goal",
        "Your therapist and your prescriber read it; the plan starts from it.",
        $"{Mine}/goals",
        Mine,
        form));

    private static IResult SuggestionWords(Exchange x, Form form) => Ask(x, new(
        "What would you like to change?",
        "Days, the number of sessions, who is there, anything. Your team takes it up or tells you why not.",
        "words",
        "I would like",
        "Send my suggestion",
        "Your therapist reads it and answers on your plan’s page.",
        $"{Mine}/suggestions",
        Mine,
        form));

    private static Task<IResult> Suggest(Exchange x, CourseAtHand course)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var words = f.Text("words", "Write what you would like to be different.", 2000);
        return x.Send(
            f.Give(() => words),
            w => x.Clinic.Run(sender, desk => PlanDesk.SuggestChange(desk, course.Id, new SuggestionId(sender.CommandId), w)),
            _ => Mine,
            form => SuggestionWords(x, form));
    }

    private static IResult WithdrawalWords(Exchange x, CourseAtHand course, Form form) =>
        Agreed(x, course) is { } version
            ? Ask(x, new(
                "Take your agreement back?",
                "You may, at any time. No medicine session is booked without it. You can agree again later.",
                "reason",
                "Why, if you want to say",
                "Take my agreement back",
                "Your therapist reads it and talks with you.",
                $"{Mine}/withdrawal",
                Mine,
                form) { Optional = true, Stops = true, Version = version })
            : x.To(Mine);

    private static Task<IResult> Withdraw(Exchange x, CourseAtHand course)
    {
        var f = new FieldReader(x.Fields);
        var version = f.Whole("version", "the version", 1, 10_000);
        var reason = f.OptionalText("reason", 2000);
        return x.Send(
            f.Give(() => new Number(version)),
            read => x.Clinic.Run(x.Sender, desk => PlanDesk.WithdrawAgreement(desk, course.Id, read.Value, Party.Patient, reason)),
            _ => Mine,
            form => WithdrawalWords(x, course, form));
    }

    /// <summary>The version that the patient's agreement would be taken back from: the last one agreed to.</summary>
    private static int? Agreed(Exchange x, CourseAtHand course)
    {
        var sheet = PlanRecords.Of(x.Records, course.Id.Value);
        return new[] { sheet.Latest, sheet.Active }.FirstOrDefault(version => version?.By(Party.Patient) is not null)?.Row.Version;
    }

    private static IResult Ask(Exchange x, MyWordsPage.View question) => x.Page<MyWordsPage>(question, question.Form.HasProblem ? 422 : 200);
}
