using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Waiting;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Waiting;

namespace Sojourn.Simulation.Demo;

/// <summary>Three on the waiting list: cancel a talk of one of their therapists, and the inbox of the front desk says who would like its time. Nothing here draws from the clinic's dice.</summary>
internal static class DemoWaiting
{
    internal static async Task Fill(World world)
    {
        IReadOnlyList<SessionRow> visits;
        using (var records = world.Runner.Read())
        {
            visits =
            [
                .. records.All<Guid>(
                    "select id from session where state = 'booked' and kind in ('integration', 'preparation', 'follow-up') and course_id is not null and from_at > @soon order by from_at desc, id limit 3",
                    new { soon = world.Now.AddDays(2) }).Select(id => SessionRecords.One(records, id)!),
            ];
        }

        foreach (var (visit, index) in visits.Select((visit, index) => (visit, index)))
        {
            var sender = new Sender(DerivedId.From("demo-waiting", visit.Id.Value), Actor.Staff(world.With("front-desk", 0)[0].Id), world.Now);
            (await world.Runner.Run(sender, desk => WaitingDesk.Put(desk, new WaitingId(sender.CommandId), new Wish(
                Columns.Choice<SessionKind>(visit.Kind), visit.Type, visit.PersonId, visit.CourseId, null, visit.Id, [], index == 1 ? ["morning"] : [], index == 0 ? "Can come at an hour's notice" : null)))).OrThrow();
        }
    }
}
