using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Staff;
using Sojourn.Domain.Tasks;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Calendar;

/// <summary>
/// Visits that lose their room or somebody of their staff: a room that is closed for days, somebody who is away or has left. Each becomes a task for the front desk, done
/// when the visit is moved or cancelled, or the room or the person is there after all.
/// </summary>
internal sealed class DisplacedVisits() : Reaction("displaced-visits")
{
    internal const string Kind = "move-visit";

    /// <summary>The front desk is asked to have moved a visit so long before it. Source: clinic default.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    protected override void Define()
    {
        On<DomainClinic.Event.ClosedForDays>((e, from, desk) =>
        {
            var days = OpenHours.Around(desk.Records, e.From, e.To);
            var name = desk.Records.Value<string>("select name from room where id = @Room union all select name from site where id = @Site limit 1", new { e.Room, e.Site });
            Raise(desk, from, SessionRecords.InPlace(desk.Records, e.Site.Value, e.Room?.Value, Later(days.From, from.RecordedAt), days.To), $"{name} is closed then ({e.Why})");
        });
        On<StaffMember.Event.AbsenceRecorded>((e, from, desk) =>
        {
            var days = OpenHours.Around(desk.Records, e.From, e.To);
            Raise(desk, from, SessionRecords.With(desk.Records, from.Id, Later(days.From, from.RecordedAt), days.To), $"{NameOf(desk, from)} is away then");
        });
        On<StaffMember.Event.Left>((_, from, desk) => Raise(desk, from, SessionRecords.With(desk.Records, from.Id, from.RecordedAt, DateTimeOffset.MaxValue), $"{NameOf(desk, from)} works here no longer"));
        On<Course.Event.MovedToSite>((e, from, desk) =>
        {
            var name = desk.Records.Value<string>("select name from site where id = @Site", new { e.Site });
            Raise(
                desk,
                from,
                [.. SessionRecords.OfCourse(desk.Records, from.Id).Where(visit => visit is { State: "booked", RoomId: not null } && visit.FromAt > from.RecordedAt && visit.SiteId != e.Site)],
                $"they come to {name} now");
        });
        On<DomainClinic.Event.OpenedAfterAll>((_, _, desk) => SettleMended(desk));
        On<StaffMember.Event.AbsenceLifted>((_, _, desk) => SettleMended(desk));
        On<StaffMember.Event.CameBack>((_, _, desk) => SettleMended(desk));
        On<Session.Event.Moved>((_, from, desk) => Settle(desk, from.Id, "It was moved."));
        On<Session.Event.Cancelled>((_, from, desk) => Settle(desk, from.Id, "It was cancelled."));
    }

    private static string NameOf(Desk desk, Origin from) => desk.Records.Value<string>("select display_name from staff where id = @Id", new { from.Id }) ?? "Somebody";

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static void Raise(Desk desk, Origin from, IReadOnlyList<SessionRow> visits, string why)
    {
        var zone = ClinicDay.Zone(desk.Records);
        foreach (var visit in visits)
        {
            var at = TimeZoneInfo.ConvertTime(visit.FromAt!.Value, zone).ToString("ddd d-MMM HH:mm", CultureInfo.InvariantCulture);
            desk.Do(TaskSlice.Slice, TaskSlice.Id($"{Kind}-{from.Position}", visit.Id.Value), new Chore.Command.Raise(
                Kind,
                $"Move the visit of {visit.Family?.ToUpperInvariant() ?? visit.Asker ?? "somebody"} on {at}: {why}.",
                visit.PersonId,
                visit.CourseId,
                visit.Id,
                "role/front-desk",
                "role/manager",
                Later(visit.FromAt.Value - Ahead, from.RecordedAt.AddHours(1)),
                $"sessions/{visit.Id.Value}"));
        }
    }

    /// <summary>Tasks whose visit has its room and its people again.</summary>
    private static void SettleMended(Desk desk)
    {
        foreach (var id in desk.Records.All<Guid>("select distinct session_id from task where kind = @Kind and state in ('open', 'taken')", new { Kind }))
        {
            if (SessionRecords.One(desk.Records, id) is { FromAt: { } at } visit && !IsDisplaced(desk.Records, visit, ClinicDay.In(desk.Records, at)))
            {
                Settle(desk, id, "It can stay after all.");
            }
        }
    }

    private static bool IsDisplaced(Records records, SessionRow visit, DateOnly day)
    {
        var hours = OpenHours.In(records, day, day);
        return (visit is { RoomId: not null, CourseId: { } course } && records.Value<string>("select site_id from course where id = @course", new { course }) != visit.SiteId.Value.ToString("D"))
            || (visit.RoomId is { } room && hours.Closed(visit.SiteId, room, day) is not null)
            || records.All<StaffId>("select staff_id from session_staff where session_id = @Id", new { visit.Id })
                .Any(member => hours.Absence(member, day) is not null || !records.Any("select 1 from staff where id = @member and active = 1", new { member }));
    }

    private static void Settle(Desk desk, Guid session, string note)
    {
        foreach (var id in desk.Records.All<Guid>("select id from task where kind = @Kind and session_id = @session and state in ('open', 'taken')", new { Kind, session }))
        {
            desk.Do(TaskSlice.Slice, id, new Chore.Command.Settle(note));
        }
    }
}
