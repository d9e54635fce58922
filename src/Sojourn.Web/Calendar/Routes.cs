using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Lanes;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;
using Sojourn.Web.Sites;

namespace Sojourn.Web.Calendar;

internal sealed class CalendarRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/calendar", Permission.SeeCalendar, Day);
        routes.Get("/sessions/new", Permission.BookSessions, x => BookingForm.Show(x, Form.Fresh));
        routes.Post("/sessions/new", Permission.BookSessions, BookingForm.Book);
        routes.Get("/sessions/{id}", Permission.SeeCalendar, x => One(x, Form.Fresh));
        routes.Get("/sessions/{id}/place", Permission.BookSessions, x => BookingForm.ShowMove(x, Form.Fresh));
        routes.Post("/sessions/{id}/place", Permission.BookSessions, BookingForm.Move);
        routes.Post("/sessions/{id}/cancellation", Permission.BookSessions, Cancel);
        routes.Post("/sessions/{id}/arrival", Permission.BookSessions, Arrive);
        routes.Post("/sessions/{id}/holding", Permission.BookSessions, Hold);
        routes.Post("/sessions/{id}/absence", Permission.BookSessions, Miss);
        routes.Post("/sessions/{id}/escort", Permission.BookSessions, NameEscort);
        routes.Post("/sessions/{id}/no-driving", Permission.BookSessions, x => Run(x, new FieldReader(x.Fields), () => new Session.Command.PromiseNoDriving()));
        routes.Post("/sessions/{id}/ride-cancellation", Permission.BookSessions, CancelRide);
    }

    private static IResult Day(Exchange x)
    {
        var day = DateOnly.TryParseExact(x.Query("day"), "yyyy-MM-dd", out var asked) ? asked : x.Today;
        var from = x.Instant(day, TimeOnly.MinValue);
        var here = SiteHere.Of(x);
        return x.Page<CalendarPage>(new CalendarPage.View(
            day,
            [.. SessionRecords.Rooms(x.Records).Where(room => SiteHere.Shows(here, room.SiteId))],
            [.. SessionRecords.Between(x.Records, from, x.Instant(day.AddDays(1), TimeOnly.MinValue)).Where(session => SiteHere.Shows(here, session.SiteId))],
            [.. SessionRecords.Proposed(x.Records).Where(session => SiteHere.Shows(here, session.SiteId))],
            x.Who));
    }

    internal static IResult One(Exchange x, Form form) =>
        SessionRecords.One(x.Records, x.Id()) is { } row
            ? x.Page<SessionPage>(
                new SessionPage.View(row, form, x.Who)
                {
                    Lacks = row.CourseId is { } course && CourseRecords.One(x.Records, course) is { } its ? TherapyBeside.Lacking(x.Records, row, x.Clinic.Programmes.Find(its.ProgrammeId, its.ProgrammeVersion)) : null,
                    Rest = row.State is "booked" or "arrived" or "running" && row.CourseId is { } mine && CourseRecords.One(x.Records, mine) is { } at ? RestTimes.After(x.Records, x.Clinic.Programmes.Find(at.ProgrammeId, at.ProgrammeVersion), row) : null,
                    Programme = row.ProgrammeId is { } programme ? x.Clinic.Programmes.Find(programme, row.ProgrammeVersion) : null,
                    Group = SessionRecords.Group(x.Records, row),
                    Chairs = SessionRecords.Rooms(x.Records).FirstOrDefault(room => room.Id == row.RoomId)?.Chairs ?? 1,
                    Monitors = row.IsMedicine ? [.. DeviceRecords.OfSession(x.Records, row.Id.Value).Select(device => device.Name)] : [],
                    Waits = row.State is "booked" or "arrived" ? KeptLonger.Of(x.Records, x.Clinic.Programmes, row.Id.Value, x.Now) : null,
                },
                form.HasProblem ? 422 : 200)
            : x.Missing("There is no such session.");

    private static Task<IResult> Cancel(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var why = f.Text("why", "Write why it is cancelled.");
        return Run(x, f, () => new Session.Command.Cancel(why));
    }

    private static Task<IResult> Arrive(Exchange x) =>
        Run(x, new FieldReader(x.Fields), () => new Session.Command.Arrive(x.Now, SessionRecords.One(x.Records, x.Id()) is { IsMedicine: true }));

    private static Task<IResult> Hold(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var note = f.OptionalText("note");
        var at = x.Now;
        return x.Send(
            f.Give(() => new Session.Command.Hold(at, note)),
            hold => x.Clinic.Run(x.Sender, desk => desk.Do(SessionSlice.Slice, x.Id(), hold with { Missing = EndingWith.Missing(desk.Records, desk.Programmes, x.Id()) })),
            _ => x.Who.May(Permission.WritePlan) && EndingWith.Next(x.Records, x.Clinic.Programmes, x.Id()) is { } plan ? $"/{plan}/versions/new" : $"/sessions/{x.Id()}",
            form => One(x, form));
    }

    private static Task<IResult> Miss(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var note = f.OptionalText("note");
        return Run(x, f, () => new Session.Command.Miss(note));
    }

    private static Task<IResult> NameEscort(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var name = f.Text("escort-name", "Write the name of who takes this person home.", 120);
        var phone = f.Text("escort-phone", "Write a phone number at which they can be reached on the day.", 60);
        var relation = f.OptionalText("escort-relation", 60) ?? "";
        return Run(x, f, () => new Session.Command.NameEscort(name, phone, relation, f.Ticked("escort-adult")));
    }

    private static Task<IResult> CancelRide(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var why = f.Text("ride-why", "Write what happened.");
        return Run(x, f, () => new Session.Command.CancelRide(why));
    }

    private static Task<IResult> Run(Exchange x, FieldReader f, Func<Session.Command> command) =>
        x.Send(f.Give(command), c => x.Clinic.Run(x.Sender, SessionSlice.Slice, x.Id(), c), _ => $"/sessions/{x.Id()}", form => One(x, form));
}
