using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Tasks;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Calendar;

/// <summary>Somebody recovers slowly: the room is kept longer, and whoever waits gets another room, a later time, or is told.</summary>
internal sealed class DelayRoutes : ISliceRoutes
{
    private sealed record Longer(DateTimeOffset Until);

    public static void Map(Routes routes)
    {
        routes.Post("/sessions/{id}/recovery", Permission.BookSessions, Keep);
        routes.Get("/sessions/{id}/delay", Permission.BookSessions, Show);
        routes.Post("/sessions/{id}/delay", Permission.BookSessions, Told);
    }

    /// <summary>So many minutes after now, or after the end that was booked, whichever is later.</summary>
    private static Task<IResult> Keep(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var minutes = f.Whole("minutes", "for how many minutes more", 5, 480);
        var row = SessionRecords.One(x.Records, x.Id());
        var from = row?.ToAt > x.Now ? row.ToAt.Value : x.Now;
        var back = x.Fields["back"] == "room" ? $"/sessions/{x.Id()}/room" : $"/sessions/{x.Id()}";
        return x.Send(
            f.Give(() => new Longer(from.AddMinutes(minutes))),
            longer => x.Clinic.Run(x.Sender, SessionSlice.Slice, x.Id(), new Session.Command.KeepLonger(x.Now, longer.Until)),
            _ => back,
            form => CalendarRoutes.One(x, form));
    }

    private static async Task<IResult> Show(Exchange x)
    {
        if (SessionRecords.One(x.Records, x.Id()) is not { } row)
        {
            return x.Missing("There is no such session.");
        }

        var waiting = KeptLonger.Of(x.Records, x.Clinic.Programmes, x.Id(), x.Now);
        WaitingChoices? choices = null;
        if (waiting is not null)
        {
            await x.Clinic.Run(x.Clinic.SenderFor(x.Who.Actor), desk => choices = KeptLonger.Choices(desk, waiting));
        }

        return x.Page<DelayPage>(new DelayPage.View(row, waiting, choices, x.Records.Any("select 1 from task where kind = 'kept-waiting' and session_id = @id and state in ('open', 'taken')", new { id = x.Id() })));
    }

    private static Task<IResult> Told(Exchange x)
    {
        var waiting = KeptLonger.Of(x.Records, x.Clinic.Programmes, x.Id(), x.Now);
        var note = waiting is null ? "Told." : $"Told: it begins at about {Design.Words.Time(TimeZoneInfo.ConvertTime(waiting.FreeAt, x.Zone))}.";
        return x.Send(
            new FieldReader(x.Fields).Give(() => note),
            said => x.Clinic.Run(x.Sender, desk =>
            {
                foreach (var id in desk.Records.All<Guid>("select id from task where kind = 'kept-waiting' and session_id = @id and state in ('open', 'taken')", new { id = x.Id() }))
                {
                    desk.Do(TaskSlice.Slice, id, new Chore.Command.Finish(said));
                }
            }),
            _ => $"/sessions/{x.Id()}",
            form => CalendarRoutes.One(x, form));
    }
}
