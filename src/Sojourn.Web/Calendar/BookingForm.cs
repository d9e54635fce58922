using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Calendar;

/// <summary>Booking a session, giving a proposed one its place, and moving one: one form, one set of reasons.</summary>
public static class BookingForm
{
    /// <summary>A course that can be booked for.</summary>
    public sealed record CourseRow
    {
        public CourseId Id { get; init; }

        public PersonId PersonId { get; init; }

        public string ProgrammeId { get; init; } = "";

        public SiteId SiteId { get; init; }

        public string Family { get; init; } = "";

        public string Given { get; init; } = "";
    }

    /// <summary>A member of staff that can be named.</summary>
    public sealed record StaffRow
    {
        public StaffId Id { get; init; }

        public string DisplayName { get; init; } = "";

        public string Roles { get; init; } = "";
    }

    internal static IResult Show(Exchange x, Form form)
    {
        var course = CourseOf(x);
        var view = new BookingPage.View(
            course,
            course is null ? null : x.Clinic.Programmes.Find(course.ProgrammeId),
            course is null ? x.Records.All<CourseRow>("select course.*, person.family, person.given from course join person on person.id = course.person_id where course.state = 'open' order by family, given") : [],
            SessionRecords.Rooms(x.Records),
            StaffOf(x),
            null,
            form.HasProblem ? form : Fresh(x));
        return x.Page<BookingPage>(view, form.HasProblem ? 422 : 200);
    }

    internal static Task<IResult> Book(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var course = CourseOf(x);
        var type = f.Text("type", "Choose what the session is for.", 80);
        var kind = course is not null && x.Clinic.Programmes.Find(course.ProgrammeId)?.Session(type) is { } known ? known.Kind : (SessionKind?)null;
        if (course is null)
        {
            f.Fault("course", "Choose whose course the session belongs to.");
        }
        else if (kind is null && f.Faults.Count == 0)
        {
            f.Fault("type", "This programme has no such session. Choose one of the list.");
        }

        var place = ReadPlace(x, f, course?.SiteId);
        var note = f.OptionalText("note");
        var number = course is null ? 0 : x.Records.Value<int>("select count(*) from session where course_id = @Id and type = @type and state <> 'cancelled'", new { course.Id, type }) + 1;
        var id = x.Sender.CommandId;
        var sender = new Sender(id, x.Who.Actor, x.Now);
        return x.Send(
            f.Give(() => new Visit(kind!.Value, type, course!.PersonId, null, course.Id, number, null)),
            visit => x.Clinic.Run(sender, SessionSlice.Slice, id, desk => new Session.Command.Book(visit, place, Booking.Facts(desk, id, visit, place), note)),
            _ => $"/sessions/{id}",
            form => Show(x, form));
    }

    internal static IResult ShowMove(Exchange x, Form form)
    {
        if (SessionRecords.One(x.Records, x.Id()) is not { } row)
        {
            return x.Missing("There is no such session.");
        }

        var shown = form.HasProblem ? form : WithPlace(x, row);
        return x.Page<BookingPage>(new BookingPage.View(null, null, [], SessionRecords.Rooms(x.Records), StaffOf(x), row, shown), form.HasProblem ? 422 : 200);
    }

    internal static Task<IResult> Move(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var row = SessionRecords.One(x.Records, x.Id());
        var place = ReadPlace(x, f, row?.SiteId);
        var why = f.OptionalText("why", 400) ?? "";
        return x.Send(
            f.Give(() => place),
            _ => x.Clinic.Run<Session.Command, Session.State, Session.Event>(x.Sender, SessionSlice.Slice, x.Id(), desk =>
            {
                var current = SessionRecords.One(desk.Records, x.Id());
                var facts = current is null ? BookingFacts.Clear : Booking.Facts(desk, x.Id(), Booking.VisitOf(current), place);
                return current?.State == "proposed" ? new Session.Command.Settle(place, facts) : new Session.Command.Move(place, facts, why);
            }),
            _ => $"/sessions/{x.Id()}",
            form => ShowMove(x, form));
    }

    /// <summary>Date, beginning and end in the clinic's zone; room and staff by id. The site follows from the room.</summary>
    private static Place ReadPlace(Exchange x, FieldReader f, SiteId? usual)
    {
        var date = f.Date("date", "the date");
        var from = f.Time("from", "when it begins");
        var to = f.Time("to", "when it ends");
        var room = f.OptionalId("room", "Choose a room of the list.");
        var staff = x.Fields.Every("staff").Select(s => Guid.TryParse(s, out var id) ? new StaffId(id) : (StaffId?)null).OfType<StaffId>().ToList();
        var site = room is { } r && SessionRecords.Rooms(x.Records).FirstOrDefault(k => k.Id.Value == r) is { } known ? known.SiteId : usual ?? default;
        return f.Faults.Count > 0
            ? new Place(site, null, default, default, staff)
            : new Place(site, room is { } id2 ? new RoomId(id2) : null, x.Instant(date, from), x.Instant(date, to), staff);
    }

    private static CourseRow? CourseOf(Exchange x) =>
        Guid.TryParse(x.Fields["course"] ?? x.Query("course"), out var id)
            ? x.Records.One<CourseRow>("select course.*, person.family, person.given from course join person on person.id = course.person_id where course.id = @id", new { id })
            : null;

    private static IReadOnlyList<StaffRow> StaffOf(Exchange x) =>
        x.Records.All<StaffRow>("select id, display_name, roles from staff where active = 1 and (roles like '% therapist %' or roles like '% nurse %' or roles like '% prescriber %') order by display_name");

    private static Form Fresh(Exchange x) =>
        Form.With(("type", x.Query("type") ?? x.Query("kind")), ("date", x.Query("date") ?? x.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("from", x.Query("from") ?? "10:00"), ("room", x.Query("room")));

    private static Form WithPlace(Exchange x, SessionRow row)
    {
        var from = TimeZoneInfo.ConvertTime(row.FromAt ?? row.WindowFrom ?? x.Now, x.Zone);
        var to = row.ToAt is { } end ? TimeZoneInfo.ConvertTime(end, x.Zone) : from.AddMinutes(60);
        return Form.With(
            ("date", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("from", from.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("to", to.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("room", row.RoomId?.Value.ToString()));
    }
}
