using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Tasks;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Plans;

/// <summary>How the talking sessions go, and the review that missed ones ask for.</summary>
internal sealed class CommitmentRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/commitment", Permission.SeeCourse, x => Show(x, Form.Fresh));
        routes.Post("/courses/{id}/commitment/review", Permission.WorkInbox, Review);
    }

    private static IResult Show(Exchange x, Form form) => CoursePlace.ForStaff(x, course => x.Page<CommitmentPage>(
        new CommitmentPage.View(
            CourseHead.Of(x, course),
            CommitmentAtRisk.Review(x.Records, course.Id.Value),
            course.Programme.TherapyGap,
            CourseMonths.Of(x.Records, course.Id, course.Programme, x.Now),
            [.. SessionRecords.OfCourse(x.Records, course.Id.Value).Where(s => s.State is "held" or "missed" && course.Programme.TherapyGap?.CountsAs.Contains(s.Type ?? "") == true).Reverse()],
            CommitmentAtRisk.Missed(x.Records, course.Id.Value, course.Programme),
            x.Who,
            form),
        form.HasProblem ? 422 : 200));

    private static Task<IResult> Review(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var note = f.Text("note", "Write in a few words what was decided.", 1000);
        return x.Send(
            f.Give(() => note),
            said => x.Clinic.Run(x.Sender, desk =>
            {
                if (CommitmentAtRisk.Review(desk.Records, x.Id()) is { } review)
                {
                    desk.Do(TaskSlice.Slice, review.Id.Value, new Chore.Command.Finish(said));
                }
                else
                {
                    desk.Refuse("commitment.no-review", "No review is asked for. Load the page again.");
                }
            }),
            _ => $"/courses/{x.Id()}/commitment",
            form => Show(x, form));
    }
}
