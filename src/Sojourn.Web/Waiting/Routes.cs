using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Inquiries;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Waiting;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Staff;
using Sojourn.Domain.Tasks;
using Sojourn.Domain.Waiting;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Waiting;

/// <summary>The waiting list of the front desk: who waits for an earlier time, and which times have become free.</summary>
internal sealed class WaitingRoutes : ISliceRoutes
{
    private sealed record Why(string Words);

    private sealed record Slot(Guid Id);

    public static void Map(Routes routes)
    {
        routes.Get("/waiting", Permission.BookSessions, x => List(x, Form.Fresh));
        routes.Get("/waiting/new", Permission.BookSessions, x => New(x, Form.Fresh));
        routes.Post("/waiting", Permission.BookSessions, Put);
        routes.Get("/waiting/slots/{id}", Permission.BookSessions, x => One(x, Form.Fresh));
        routes.Post("/waiting/slots/{id}/closing", Permission.BookSessions, LeaveFree);
        routes.Post("/waiting/{id}/offers", Permission.BookSessions, x => Say(x, slot => new WaitingPlace.Command.Offer(slot)));
        routes.Post("/waiting/{id}/refusals", Permission.BookSessions, x => Say(x, slot => new WaitingPlace.Command.Pass(slot)));
        routes.Post("/waiting/{id}/booking", Permission.BookSessions, Book);
        routes.Post("/waiting/{id}/ending", Permission.BookSessions, End);
    }

    private static IResult List(Exchange x, Form form) => x.Page<WaitingPage>(
        new WaitingPage.View(WaitingRecords.Open(x.Records), WaitingRecords.FreedSlots(x.Records, x.Now), x.Clinic.Programmes, form), form.HasProblem ? 422 : 200);

    private static IResult New(Exchange x, Form form)
    {
        string? Asked(string name) => x.Fields[name] ?? x.Query(name);
        var session = Guid.TryParse(Asked("session"), out var id) ? SessionRecords.One(x.Records, id) : null;
        var course = session?.CourseId ?? (Guid.TryParse(Asked("course"), out var known) ? new CourseId(known) : null);
        var inquiry = session?.InquiryId?.Value ?? (Guid.TryParse(Asked("inquiry"), out var asked) ? asked : null);
        var row = course is { } of ? CourseRecords.One(x.Records, of) : null;
        if (session is null && row is null && (inquiry is null || InquiryRecords.One(x.Records, inquiry.Value) is null))
        {
            return x.Missing("Open the session, the course or the question of whoever wants an earlier time, and put them on the list from there.");
        }

        return x.Page<NewWaitingPage>(
            new NewWaitingPage.View(
                session,
                row,
                inquiry,
                row is null ? null : x.Clinic.Programmes.Find(row.ProgrammeId, row.ProgrammeVersion),
                row is null ? InquiryRecords.One(x.Records, inquiry!.Value)?.FirstName ?? "" : x.Records.Value<string>("select given || ' ' || family from person where id = @PersonId", new { row.PersonId }) ?? "",
                form),
            form.HasProblem ? 422 : 200);
    }

    private static Task<IResult> Put(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var session = f.OptionalId("session", "Open the session again.") is { } id ? SessionRecords.One(x.Records, id) : null;
        var course = session?.CourseId ?? (f.OptionalId("course", "Open the course again.") is { } of ? new CourseId(of) : null);
        var inquiry = session?.InquiryId ?? (f.OptionalId("inquiry", "Open the question again.") is { } asked ? new InquiryId(asked) : null);
        var row = course is { } known ? CourseRecords.One(x.Records, known) : null;
        var type = session?.Type ?? (course is null ? null : f.Text("type", "Choose what they wait for.", 80));
        var kind = session is not null ? Columns.Choice<SessionKind>(session.Kind)
            : row is null ? SessionKind.InformationCall
            : x.Clinic.Programmes.Find(row.ProgrammeId, row.ProgrammeVersion)?.Session(type ?? "")?.Kind;
        if (kind is null && f.Faults.Count == 0)
        {
            f.Fault("type", "This programme has no such session. Choose one of the list.");
        }

        var days = x.Fields.Every("days").Where(day => Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out _)).Select(day => Enum.Parse<DayOfWeek>(day, ignoreCase: true)).Distinct().ToList();
        var times = Profile.AllTimes.Keys.Where(x.Fields.Every("times").Contains).ToList();
        var note = f.OptionalText("note", 200);
        return x.Send(
            f.Give(() => new Wish(kind!.Value, type, session?.PersonId ?? row?.PersonId, course, course is null ? inquiry : null, session?.Id, days, times, note)),
            wish => x.Clinic.Run(sender, desk => WaitingDesk.Put(desk, new WaitingId(sender.CommandId), wish)),
            _ => "/waiting",
            form => New(x, form));
    }

    private static async Task<IResult> One(Exchange x, Form form)
    {
        if (SessionRecords.One(x.Records, x.Id()) is not { State: "cancelled", FromAt: not null } slot)
        {
            return x.Missing("This visit was not cancelled, or had no time. Open the waiting list.");
        }

        IReadOnlyList<Fit> fitting = [];
        await x.Clinic.Run(x.Clinic.SenderFor(x.Who.Actor), desk => fitting = WaitingDesk.Fitting(desk, slot));
        var given = WaitingRecords.Offers(x.Records, slot.Id.Value).FirstOrDefault(offer => offer.What == "refilled");
        return x.Page<SlotPage>(new SlotPage.View(slot, fitting, given is null ? null : WaitingRecords.One(x.Records, given.WaitingId.Value), form), form.HasProblem ? 422 : 200);
    }

    private static Task<IResult> LeaveFree(Exchange x) => x.Send(
        new Parsed<Slot>(new Slot(x.Id()), []),
        slot => x.Clinic.Run(x.Sender, desk =>
        {
            foreach (var id in desk.Records.All<Guid>("select id from task where kind = 'refill' and session_id = @Id and state in ('open', 'taken')", new { slot.Id }))
            {
                desk.Do(Clinic.Tasks.TaskSlice.Slice, id, new Chore.Command.Finish("The time stays free."));
            }
        }),
        _ => "/waiting",
        form => List(x, form));

    private static Task<IResult> Say(Exchange x, Func<SessionId, WaitingPlace.Command> command)
    {
        var f = new FieldReader(x.Fields);
        var slot = f.Id("slot", "Open the free time again.");
        return x.Send(
            f.Give(() => new Slot(slot)),
            of => x.Clinic.Run(x.Sender, WaitingSlice.Slice, x.Id(), command(new SessionId(of.Id))),
            of => $"/waiting/slots/{of.Id}",
            form => List(x, form));
    }

    private static Task<IResult> Book(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var slot = f.Id("slot", "Open the free time again.");
        return x.Send(
            f.Give(() => new Slot(slot)),
            of => x.Clinic.Run(x.Sender, desk => WaitingDesk.Refill(desk, of.Id, new WaitingId(x.Id()))),
            of => $"/waiting/slots/{of.Id}",
            form => List(x, form));
    }

    private static Task<IResult> End(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var why = f.OptionalText("why", 200) ?? "They wait no longer.";
        return x.Send(
            f.Give(() => new Why(why)),
            said => x.Clinic.Run(x.Sender, WaitingSlice.Slice, x.Id(), new WaitingPlace.Command.End(said.Words)),
            _ => "/waiting",
            form => List(x, form));
    }
}
