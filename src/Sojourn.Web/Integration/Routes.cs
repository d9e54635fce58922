using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Integration;
using Sojourn.Clinic.Outcomes;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Domain.Integration;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Integration;

internal sealed class IntegrationRoutes : ISliceRoutes
{
    private const string Mine = "/my/tasks";

    private sealed record TaskWords(string Words, GoalId? Goal);

    private sealed record Answer(bool Done, string? GotInTheWay);

    public static void Map(Routes routes)
    {
        routes.Get("/sessions/{id}/integration", Permission.WriteIntegration, x => Show(x, PostedForm.None));
        routes.Post("/sessions/{id}/integration", Permission.WriteIntegration, Hold);
        routes.Post("/sessions/{id}/integration/tasks", Permission.WriteIntegration, SetTask);
        routes.Get(Mine, Permission.OwnRecord, x => Tasks(x, PostedForm.None));
        routes.Post($"{Mine}/{{id}}/answer", Permission.OwnRecord, AnswerTask);
    }

    private static IResult Show(Exchange x, PostedForm posted)
    {
        if (SessionRecords.One(x.Records, x.Id()) is not { CourseId: { } id } row || !IntegrationDesk.LooksBack(row) || CourseAtHand.Find(x.Records, x.Clinic.Programmes, id.Value) is not { } course)
        {
            return x.Missing("There is no such integration session. Open it from the calendar.");
        }

        var medicine = IntegrationRecords.LooksBackOn(x.Records, row);
        var written = IntegrationRecords.One(x.Records, row.Id.Value);
        return x.Page<IntegrationPage>(
            new IntegrationPage.View(
                CourseHead.Of(x, course),
                row,
                medicine,
                x.Records.Value<string>("select intention from preparation where course_id = @id", new { id }),
                PlanRecords.Of(x.Records, id.Value).Goals,
                medicine is null ? [] : IntegrationRecords.Moments(x.Records, medicine.Id.Value),
                OutcomeRecords.Of(x.Records, course.Person.Value, x.Now).Changes,
                IntegrationRecords.TasksOfCourse(x.Records, id.Value),
                written,
                written is null ? null : StaffNames.Of(written.HeldBy, x.Records),
                posted),
            posted.HasProblem ? 422 : 200);
    }

    private static Task<IResult> Hold(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var hold = new Integrating.Command.Hold(
            f.Text("came-up", "Write what came up. A few words are enough."),
            f.OptionalText("insights"),
            f.OptionalText("looking-back"),
            f.OptionalOneOf<IntegrationChoice>("choice"),
            f.OptionalText("choice-words", 2000));
        return x.Send(f.Give(() => hold), h => x.Clinic.Run(x.Sender, desk => IntegrationDesk.Hold(desk, x.Id(), h)), _ => $"/sessions/{x.Id()}/integration", form => Show(x, PostedForm.Of(x, form)));
    }

    private static Task<IResult> SetTask(Exchange x)
    {
        var sender = x.Sender;
        var f = new FieldReader(x.Fields);
        var words = f.Text("words", "Write what the patient will do.");
        var goal = f.OptionalId("goal", "Choose a goal of the list, or none.");
        return x.Send(
            f.Give(() => new TaskWords(words, goal is { } id ? new GoalId(id) : null)),
            task => x.Clinic.Run(sender, desk => IntegrationDesk.SetTask(desk, x.Id(), new IntegrationTaskId(sender.CommandId), task.Words, task.Goal)),
            _ => $"/sessions/{x.Id()}/integration#tasks",
            form => Show(x, PostedForm.Of(x, form)));
    }

    private static IResult Tasks(Exchange x, PostedForm posted) =>
        x.Page<MyTasksPage>(new MyTasksPage.View(IntegrationRecords.TasksOfPerson(x.Records, x.Who.Person.Value), posted), posted.HasProblem ? 422 : 200);

    private static Task<IResult> AnswerTask(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var done = f.Text("answer", "Say whether you did it.", 20) switch
        {
            "done" => true,
            "not-done" or "" => false,
            var other => Unknown(f, other),
        };
        var way = f.OptionalText("got-in-the-way", 2000);
        return x.Send(
            f.Give(() => new Answer(done, way)),
            answer => x.Clinic.Run(x.Sender, desk => IntegrationDesk.AnswerTask(desk, x.Id(), answer.Done, answer.GotInTheWay)),
            _ => Mine,
            form => Tasks(x, PostedForm.Of(x, form)));
    }

    private static bool Unknown(FieldReader f, string word)
    {
        f.Fault("answer", $"“{word}” is not one of the answers: done or not-done.");
        return false;
    }
}
