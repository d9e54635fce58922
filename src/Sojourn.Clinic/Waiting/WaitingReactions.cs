using System.Globalization;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Inquiries;
using Sojourn.Domain.Tasks;
using Sojourn.Domain.Waiting;

namespace Sojourn.Clinic.Waiting;

/// <summary>A visit that is cancelled while somebody waits for such a time is a task for the front desk; whoever needs no earlier time leaves the list.</summary>
internal sealed class WaitingReactions() : Reaction("waiting-list")
{
    internal const string Kind = "refill";

    /// <summary>Somebody is asked so soon after a time has become free, and before it. Source: clinic default.</summary>
    private static readonly TimeSpan ToAsk = TimeSpan.FromHours(4);

    protected override void Define()
    {
        On<Session.Event.Cancelled>((_, from, desk) =>
        {
            Leave(desk, "instead_id = @id", from.Id, "Their own session was cancelled.");
            Ask(desk, from);
        });
        On<Session.Event.Held>((_, from, desk) => Leave(desk, "instead_id = @id", from.Id, "Their own session was held."));
        On<Session.Event.Missed>((_, from, desk) => Leave(desk, "instead_id = @id", from.Id, "Their own session is over."));
        On<Course.Event.Closed>((_, from, desk) => Leave(desk, "course_id = @id", from.Id, "Their course is closed."));
        On<Inquiry.Event.Closed>((_, from, desk) => Leave(desk, "inquiry_id = @id", from.Id, "Their question is closed."));
        On<WaitingPlace.Event.Refilled>((e, _, desk) => Settle(desk, e.Slot.Value, "Given to somebody who waited."));
    }

    internal static void Settle(Desk desk, Guid slot, string note)
    {
        foreach (var id in desk.Records.All<Guid>("select id from task where kind = @Kind and session_id = @slot and state in ('open', 'taken')", new { Kind, slot }))
        {
            desk.Do(TaskSlice.Slice, id, new Chore.Command.Settle(note));
        }
    }

    private static void Ask(Desk desk, Origin from)
    {
        if (SessionRecords.One(desk.Records, from.Id) is not { FromAt: { } at } slot || at <= desk.At || WaitingDesk.Fitting(desk, slot) is not { Count: > 0 } fitting)
        {
            return;
        }

        var when = TimeZoneInfo.ConvertTime(at, ClinicDay.Zone(desk.Records)).ToString("ddd d-MMM HH:mm", CultureInfo.InvariantCulture);
        desk.Do(TaskSlice.Slice, TaskSlice.Id(Kind, from.Id), new Chore.Command.Raise(
            Kind,
            $"{when} is free again{(slot.RoomName is { } room ? $" in {room}" : "")}: {(fitting.Count == 1 ? "one who waits fits" : $"{fitting.Count} who wait fit")}.",
            null,
            null,
            slot.Id,
            "role/front-desk",
            "role/manager",
            at < from.RecordedAt + ToAsk ? at : from.RecordedAt + ToAsk,
            $"waiting/slots/{from.Id}"));
    }

    private static void Leave(Desk desk, string which, Guid id, string why)
    {
        foreach (var waiting in desk.Records.All<Guid>($"select id from waiting where state = 'open' and {which}", new { id }))
        {
            desk.Do(WaitingSlice.Slice, waiting, new WaitingPlace.Command.End(why, IsSettled: true));
        }
    }
}
