using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Calendar.Series;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Calendar;

/// <summary>Booking a session, giving a proposed one its place, and moving one: one form, one set of reasons.</summary>
public static class BookingForm
{
    internal static IResult Show(Exchange x, Form form, IReadOnlyList<FreeTime>? free = null)
    {
        var group = BookingChoices.Group(x);
        var course = BookingChoices.Course(x);
        var programme = course is null ? null : x.Clinic.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion);
        var type = BookingChoices.Type(programme, x.Fields["type"] ?? x.Query("type") ?? x.Query("kind") ?? group?.Type);
        var view = new BookingPage.View(form.HasProblem ? form : group is null ? Fresh(x, type) : WithPlace(x, group), SessionRecords.Rooms(x.Records), BookingChoices.Staff(x))
        {
            Course = course,
            Courses = course is null ? BookingChoices.Courses(x) : [],
            Group = group,
            PersonAsked = BookingChoices.PersonAsked(x),
            Programme = programme,
            Type = type,
            Team = group is null || type is null ? BookingChoices.Team(course, type) : BookingChoices.Team(x, group, type),
            Missing = BookingChoices.Missing(x, course, type),
            Waiting = course is null ? null : SessionRecords.Proposed(x.Records).FirstOrDefault(row => row.CourseId == course.Id && row.Type == type?.Id),
            Asked = x.Query("date"),
            Free = free ?? [],
        };
        return x.Page<BookingPage>(view, form.HasProblem ? 422 : 200);
    }

    internal static Task<IResult> Book(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var course = BookingChoices.Course(x);
        var type = f.Text("type", "Choose what the session is for.", 80);
        var known = course is null ? null : x.Clinic.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion)?.Session(type);
        if (course is null)
        {
            f.Fault("course", "Choose whose course the session belongs to.");
        }
        else if (known is null && f.Faults.Count == 0)
        {
            f.Fault("type", "This programme has no such session. Choose one of the list.");
        }

        var place = ReadPlace(x, f, course?.SiteId, known?.Minutes.Usual);
        var format = known is { HasChoiceOfFormat: true } ? f.OneOf<SessionFormat>("format", "Choose one to one or in a group.") : (SessionFormat?)null;
        var note = f.OptionalText("note");
        var number = course is null ? 0 : x.Records.Value<int>("select count(*) from session where course_id = @Id and type = @type and state <> 'cancelled'", new { course.Id, type }) + 1;
        var id = x.Sender.CommandId;
        var sender = new Sender(id, x.Who.Actor, x.Now);
        IReadOnlyList<FreeTime> free = [];
        return x.Send(
            f.Give(() => new Visit(known!.Kind, type, course!.PersonId, null, course.Id, number, BookingChoices.Followed(x, course.Id, known.Kind, place.From)) { Format = format }),
            visit => x.Clinic.Run(sender, desk => free = FreeTimes.Ask(desk, id, visit, place, facts => new Session.Command.Book(visit, place, facts, note))),
            _ => $"/sessions/{id}",
            form => Show(x, form, free));
    }

    internal static IResult ShowMove(Exchange x, Form form, IReadOnlyList<FreeTime>? free = null)
    {
        if (SessionRecords.One(x.Records, x.Id()) is not { } row)
        {
            return x.Missing("There is no such session.");
        }

        var joins = x.Query("format") == "group" && row.Format == "individual" ? BookingChoices.GroupMeanwhile(x, row) : null;
        var shown = form.HasProblem ? form : WithPlace(x, row, joins?.RoomId);
        return x.Page<BookingPage>(new BookingPage.View(shown, SessionRecords.Rooms(x.Records), BookingChoices.Staff(x)) { Row = row, Programme = row.ProgrammeId is { } id ? x.Clinic.Programmes.Find(id, row.ProgrammeVersion) : null, Type = TypeOf(x, row), Team = BookingChoices.Team(x, joins ?? row, TypeOf(x, row)), Free = free ?? [] }, form.HasProblem ? 422 : 200);
    }

    internal static Task<IResult> Move(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var row = SessionRecords.One(x.Records, x.Id());
        var place = ReadPlace(x, f, row?.SiteId, row is null ? null : UsualMinutes(x, row));
        var why = f.OptionalText("why", 400) ?? "";
        var format = row is not null && TypeOf(x, row) is { HasChoiceOfFormat: true } ? f.OneOf<SessionFormat>("format", "Choose one to one or in a group.") : (SessionFormat?)null;
        IReadOnlyList<FreeTime> free = [];
        return x.Send(
            f.Give(() => place),
            _ => x.Clinic.Run(x.Sender, desk =>
            {
                if (SessionRecords.One(desk.Records, x.Id()) is { } current)
                {
                    var visit = Booking.VisitOf(current);
                    free = FreeTimes.Ask(desk, x.Id(), visit with { Format = format ?? visit.Format }, place, facts => current.State == "proposed" ? new Session.Command.Settle(place, facts, format) : new Session.Command.Move(place, facts, why, format));
                    Partners.Follow(desk, x.Id(), why);
                }
                else
                {
                    desk.Do(SessionSlice.Slice, x.Id(), new Session.Command.Move(place, BookingFacts.Clear, why));
                }
            }),
            _ => $"/sessions/{x.Id()}",
            form => ShowMove(x, form, free));
    }

    /// <summary>Date, beginning and end in the clinic's zone; room and staff by id. Without an end it lasts as long as usual. The site follows from the room.</summary>
    private static Place ReadPlace(Exchange x, FieldReader f, SiteId? usual, int? minutes)
    {
        var date = f.Date("date", "the date");
        var from = f.Time("from", "when it begins");
        var to = f.OptionalTime("to", "when it ends", required: minutes is null);
        Skipped(x, f, "from", date, from);
        Skipped(x, f, "to", date, to);
        var room = f.OptionalId("room", "Choose a room of the list.");
        var staff = x.Fields.Every("staff").Select(s => Guid.TryParse(s, out var id) ? new StaffId(id) : (StaffId?)null).OfType<StaffId>().ToList();
        var site = room is { } r && SessionRecords.Rooms(x.Records).FirstOrDefault(k => k.Id.Value == r) is { } known ? known.SiteId : usual ?? default;
        return f.Faults.Count > 0
            ? new Place(site, null, default, default, staff)
            : new Place(site, room is { } id2 ? new RoomId(id2) : null, x.Instant(date, from), to is { } end ? x.Instant(date, end) : x.Instant(date, from).AddMinutes(minutes ?? 0), staff);
    }

    /// <summary>In the night on which the clocks go forward there are times that no clock shows.</summary>
    private static void Skipped(Exchange x, FieldReader f, string name, DateOnly date, TimeOnly? time)
    {
        if (f.Faults.Count == 0 && time is { } typed && x.Zone.IsInvalidTime(date.ToDateTime(typed)))
        {
            f.Fault(name, $"There is no {Words.Time(typed)} on {Words.Day(date)}: the clocks go forward in that hour. Choose a time before or after it.");
        }
    }

    private static SessionType? TypeOf(Exchange x, SessionRow row) => BookingChoices.Type(row.ProgrammeId is { } id ? x.Clinic.Programmes.Find(id, row.ProgrammeVersion) : null, row.Type);

    /// <summary>As long as it is planned now; before it has a time, as long as the programme says.</summary>
    private static int? UsualMinutes(Exchange x, SessionRow row) =>
        row is { FromAt: { } from, ToAt: { } to } ? (int)(to - from).TotalMinutes : TypeOf(x, row)?.Minutes.Usual;

    private static Form Fresh(Exchange x, SessionType? type)
    {
        var from = TimeOnly.TryParse(x.Query("from"), CultureInfo.InvariantCulture, out var asked) ? asked : new TimeOnly(10, 0);
        return Form.With(
            ("date", x.Query("date") ?? x.Today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("from", Words.Time(from)),
            ("to", type is null ? null : Words.Time(from.AddMinutes(type.Minutes.Usual))),
            ("room", x.Query("room")));
    }

    private static Form WithPlace(Exchange x, SessionRow row, RoomId? room = null)
    {
        var from = TimeZoneInfo.ConvertTime(row.FromAt ?? row.WindowFrom ?? x.Now, x.Zone);
        var to = from.AddMinutes(UsualMinutes(x, row) ?? 60);
        return Form.With(
            ("date", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("from", from.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("to", to.ToString("HH:mm", CultureInfo.InvariantCulture)),
            ("room", (room ?? row.RoomId)?.Value.ToString()),
            ("format", x.Query("format") ?? row.Format));
    }
}
