using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Consents;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Preparation;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Preparation;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Preparation;

internal sealed partial class PreparationRoutes
{
    private const string Mine = "/my/prepare";

    private static void MapPatient(Routes routes)
    {
        routes.Get(Mine, Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Overview(x, course)));
        routes.Get($"{Mine}/{{item}}", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => One(x, course, Form.Fresh)));
        routes.Post($"{Mine}/{{item}}", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Do(x, course)));
        routes.Post($"{Mine}/{{item}}/undoing", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Undo(x, course, Mine, form => One(x, course, form))));
        routes.Get($"{Mine}/{{item}}/questions/{{question}}", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Question(x, course, Form.Fresh)));
        routes.Post($"{Mine}/{{item}}/questions/{{question}}", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Answer(x, course)));
    }

    private static IResult Overview(Exchange x, CourseAtHand course) => x.Page<MyPreparePage>(new MyPreparePage.View(
        PreparationRecords.Of(x.Records, course, x.Now),
        ConsentRecords.Of(x.Records, course).All(sheet => sheet.Standing == ConsentStanding.InForce)));

    private static IResult One(Exchange x, CourseAtHand course, Form form)
    {
        var sheet = PreparationRecords.Of(x.Records, course, x.Now);
        var status = form.HasProblem ? 422 : 200;
        return sheet.Lines.FirstOrDefault(line => line.Item.Id == Item(x)) switch
        {
            null => x.Missing("This is no longer on your list."),
            { Item.Kind: PreparationKind.Choices } => x.To(MyDirective),
            { Item.Kind: PreparationKind.Intention } => x.Page<MyIntentionPage>(
                new MyIntentionPage.View($"{Mine}/{Item(x)}", sheet.Intention, course.Programme.IntentionTags, sheet.Helps, form), status),
            { Item.Kind: PreparationKind.Understanding } => x.Page<MyUnderstandingPage>(
                new MyUnderstandingPage.View(Item(x), Preparing.UnderstandingPage.Of(course.Programme), sheet)),
            { Item.Kind: PreparationKind.Escort or PreparationKind.NoDriving } ride => x.Page<MyRidePage>(
                new MyRidePage.View(ride, sheet.Next, course.Programme.NoDriving?.Text, form), status),
            var line => x.Page<MyItemPage>(new MyItemPage.View(line, course.UnderMedicine, form), status),
        };
    }

    private static Task<IResult> Do(Exchange x, CourseAtHand course) =>
        course.Programme.Preparation.FirstOrDefault(line => line.Id == Item(x)) is { Kind: PreparationKind.Escort or PreparationKind.NoDriving } ride
            ? Ride(x, course, ride)
            : Record(x, course, Mine, form => One(x, course, form));

    /// <summary>The ride home is the calendar's: it belongs to the next medicine session that is booked.</summary>
    private static Task<IResult> Ride(Exchange x, CourseAtHand course, PreparationItem ride)
    {
        if (PreparationRecords.Of(x.Records, course, x.Now).Next is not { } next)
        {
            return Task.FromResult(One(x, course, Form.Back(x.Fields, [], [new("preparation.no-session", "Your session is not booked yet. We ask you again once it is.")])));
        }

        var f = new FieldReader(x.Fields);
        return x.Send(
            ride.Kind == PreparationKind.Escort ? f.Give(() => Escort(f)) : Promise(f),
            command => x.Clinic.Run(x.Sender, SessionSlice.Slice, next.Id.Value, command),
            _ => Mine,
            form => One(x, course, form));
    }

    private static Session.Command Escort(FieldReader f) => new Session.Command.NameEscort(
        f.OptionalText("escort-name", 120) ?? "",
        f.OptionalText("escort-phone", 60) ?? "",
        f.OptionalText("escort-relation", 60) ?? "",
        f.Ticked("escort-adult"));

    private static Parsed<Session.Command> Promise(FieldReader f)
    {
        if (!f.Ticked("no-driving"))
        {
            f.Fault("no-driving", "Tick it if you promise not to drive. Without it your session waits.");
        }

        return f.Give<Session.Command>(() => new Session.Command.PromiseNoDriving());
    }

    private static IResult Question(Exchange x, CourseAtHand course, Form form)
    {
        var questions = course.Programme.Understanding;
        var asked = x.Http.Request.RouteValues["question"]?.ToString();
        if (questions.FirstOrDefault(q => q.Id == asked) is not { } question)
        {
            return x.Missing("This question is no longer asked.");
        }

        var answers = PreparationRecords.Of(x.Records, course, x.Now).Answers;
        var given = answers.FirstOrDefault(a => a.QuestionId == question.Id);
        return x.Page<MyQuestionPage>(
            new MyQuestionPage.View(
                Item(x),
                question,
                questions.TakeWhile(q => q.Id != question.Id).Count() + 1,
                questions.Count,
                questions.FirstOrDefault(q => q.Id != question.Id && answers.All(a => a.QuestionId != q.Id || !a.IsRight))?.Id,
                !form.HasProblem && given is not null && x.Query("answered") is not null,
                given?.ChoiceId,
                given?.IsRight == true,
                form),
            form.HasProblem ? 422 : 200);
    }

    private static Task<IResult> Answer(Exchange x, CourseAtHand course)
    {
        var question = x.Http.Request.RouteValues["question"]?.ToString() ?? "";
        var f = new FieldReader(x.Fields);
        var choice = f.Text("choice", "Choose one of the answers.", 80);
        return x.Send(
            f.Give(() => choice),
            c => x.Clinic.Run(x.Sender, desk => PreparationDesk.AnswerQuestion(desk, course.Id, question, c)),
            _ => $"{Mine}/{Item(x)}/questions/{question}?answered=yes",
            form => Question(x, course, form));
    }
}
