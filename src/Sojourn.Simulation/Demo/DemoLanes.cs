using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Lanes;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Lanes;

namespace Sojourn.Simulation.Demo;

/// <summary>Five lanes for three courses: one has something in each, the others begin. Nothing here draws from the clinic's dice.</summary>
internal static class DemoLanes
{
    internal static async Task Fill(World world)
    {
        IReadOnlyList<CourseId> courses;
        DateOnly today;
        using (var records = world.Runner.Read())
        {
            today = ClinicDay.In(records, world.Now);
            courses = records.All<CourseId>(
                """
                select id from course where state = 'open' and therapist_id is not null
                order by (select count(*) from session where course_id = course.id and kind = 'medicine' and state = 'held') desc, id limit 3
                """);
        }

        foreach (var (course, index) in courses.Select((course, index) => (course, index)))
        {
            var step = 0;
            async Task Do(Action<Desk, LaneItemId> work)
            {
                var sender = new Sender(DerivedId.From($"demo-lanes-{step++}", course.Value), Actor.Staff(world.With("therapist", 0)[0].Id), world.Now);
                (await world.Runner.Run(sender, desk => work(desk, new LaneItemId(sender.CommandId)))).OrThrow();
            }

            await Do((desk, id) => LaneDesk.Put(desk, course, id, Lane.Lifestyle, "Walking 20 minutes a day", today.AddDays(-40), null, null));
            await Do((desk, id) => LaneDesk.LogVisit(desk, course, id, Lane.Complementary, "Massage", today.AddDays(-12 - index), "Near home"));
            if (index == 0)
            {
                await Do((desk, id) => LaneDesk.Put(desk, course, id, Lane.Physical, "Exercises from the physiotherapist", today.AddDays(-30), today.AddDays(30), "Physiotherapist"));
                await Do((desk, id) => LaneDesk.LogVisit(desk, course, id, Lane.Complementary, "Acupuncture", today.AddDays(-5), null));
            }
            else
            {
                await Do((desk, _) => LaneDesk.ChooseNone(desk, course, Lane.Physical));
            }
        }
    }
}
