using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Simulation.Demo;

/// <summary>The reviews after the third session whose time is over were held: they go on. The newer ones wait. Nothing here draws from the clinic's dice.</summary>
internal static class DemoReviews
{
    internal static async Task Fill(World world)
    {
        IReadOnlyList<CourseId> late;
        using (var records = world.Runner.Read())
        {
            late = records.All<CourseId>(
                """
                select task.course_id from task join course on course.id = task.course_id and course.state = 'open'
                where task.kind = 'review-course' and task.state in ('open', 'taken') and task.due_at < @Now order by task.course_id
                """,
                new { world.Now });
        }

        foreach (var course in late)
        {
            var sender = new Sender(DerivedId.From("demo-review", course.Value), Actor.Staff(world.With("therapist", 0)[0].Id), world.Now);
            (await world.Runner.Run(sender, desk => CourseReview.Reply(desk, course, new(HowItGoesOn.Continue, Success.Yes, Success.Partly, null, "I sleep again. I want to see how far this goes.")))).OrThrow();
        }
    }
}
