using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Tasks;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Inbox;

internal sealed class InboxRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/inbox", Permission.SeeInbox, Show);
        routes.Get("/tasks/{id}", Permission.SeeInbox, x => One(x, Form.Fresh));
        routes.Post("/tasks/{id}/taking", Permission.WorkInbox, x => Run(x, new FieldReader(x.Fields), () => new Chore.Command.Take(x.Who.Staff)));
        routes.Post("/tasks/{id}/ending", Permission.WorkInbox, Finish);
        routes.Post("/tasks/{id}/dropping", Permission.WorkInbox, Drop);
    }

    private static IResult Show(Exchange x)
    {
        var all = Clinic.Tasks.Inbox.Open(x.Records);
        var mine = all.Where(i => i.IsFor(x.Who.Actor, x.Who.Roles)).ToList();
        var onlyMine = x.Query("whose") != "all";
        return x.Page<InboxPage>(new InboxPage.View(onlyMine ? mine : all, onlyMine, mine.Count, all.Count));
    }

    private static IResult One(Exchange x, Form form) =>
        TaskRecords.One(x.Records, x.Id()) is { } row
            ? x.Page<TaskPage>(new TaskPage.View(row, form, x.Who), form.HasProblem ? 422 : 200)
            : x.Missing("There is no such task.");

    private static Task<IResult> Finish(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var note = f.Text("note", "Write in a few words what was done.");
        return Run(x, f, () => new Chore.Command.Finish(note));
    }

    private static Task<IResult> Drop(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var why = f.Text("why", "Write why nobody needs to do this.");
        return Run(x, f, () => new Chore.Command.Drop(why));
    }

    private static Task<IResult> Run(Exchange x, FieldReader f, Func<Chore.Command> command) =>
        x.Send(f.Give(command), c => x.Clinic.Run(x.Sender, TaskSlice.Slice, x.Id(), c), _ => $"/tasks/{x.Id()}", form => One(x, form));
}
