using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Calendar;

/// <summary>Whoever waits because somebody recovers slowly becomes a task for the front desk at once, until they are moved or told, or it is over in time.</summary>
internal sealed class KeptLongerReactions() : Reaction("kept-longer")
{
    internal const string Kind = "kept-waiting";

    /// <summary>The clinic's promise: somebody is told long before they would wait. Source: clinic default.</summary>
    private static readonly TimeSpan ToTell = TimeSpan.FromMinutes(15);

    protected override void Define()
    {
        On<Session.Event.KeptLonger>((_, from, desk) =>
        {
            var zone = ClinicDay.Zone(desk.Records);
            string Clock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
            foreach (var one in KeptLonger.All(desk.Records, desk.Programmes, from.RecordedAt).Where(one => one.First.Id.Value == from.Id))
            {
                var what = one.SameRoom ? $"{one.First.RoomName} is" : "Staff are";
                var id = TaskSlice.Id($"{Kind}-{from.Position}", one.Next.Id.Value);
                foreach (var before in Open(desk).Where(row => row.SessionId == one.Next.Id.Value && row.Id != id))
                {
                    desk.Do(TaskSlice.Slice, before.Id, new Chore.Command.Settle("It is kept longer still."));
                }

                desk.Do(TaskSlice.Slice, id, new Chore.Command.Raise(
                    Kind,
                    $"{what} kept until {Clock(one.First.ToAt!.Value)} for somebody who recovers slowly: the session at {Clock(one.Next.FromAt!.Value)} waits. Another room, a later time, or tell them.",
                    one.Next.PersonId,
                    one.Next.CourseId,
                    one.Next.Id,
                    "role/front-desk",
                    "role/manager",
                    from.RecordedAt + ToTell,
                    $"sessions/{one.Next.Id.Value}/delay"));
            }
        });
        On<Session.Event.Moved>((_, _, desk) => SettleOver(desk));
        On<Session.Event.Cancelled>((_, _, desk) => SettleOver(desk));
        On<Session.Event.Begun>((_, _, desk) => SettleOver(desk));
        On<Session.Event.Held>((_, _, desk) => SettleOver(desk));
    }

    private static IReadOnlyList<OpenRow> Open(Desk desk) => desk.Records.All<OpenRow>("select id, session_id from task where kind = @Kind and state in ('open', 'taken')", new { Kind });

    /// <summary>Settles what no longer waits.</summary>
    private static void SettleOver(Desk desk)
    {
        var open = Open(desk);
        if (open.Count == 0)
        {
            return;
        }

        var waiting = KeptLonger.All(desk.Records, desk.Programmes, desk.At).Select(one => one.Next.Id.Value).ToHashSet();
        foreach (var row in open.Where(row => !waiting.Contains(row.SessionId)))
        {
            desk.Do(TaskSlice.Slice, row.Id, new Chore.Command.Settle("It waits no longer."));
        }
    }

    private sealed record OpenRow
    {
        public Guid Id { get; init; }

        public Guid SessionId { get; init; }
    }
}
