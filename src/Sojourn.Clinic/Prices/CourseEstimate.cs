using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Prices;

namespace Sojourn.Clinic.Prices;

/// <summary>What a course is likely to cost: its sessions that are booked or held, and those of the plan that have no time yet.</summary>
public static class CourseEstimate
{
    private const string Booked =
        """
        select type, format, count(*) as sessions from session
        where course_id = @Id and type is not null and state in ('booked', 'arrived', 'running', 'held') group by type, format order by min(from_at)
        """;

    private const string Planned =
        """
        select plan_line.session as type, sum(plan_line.sessions) as sessions from plan_line
        join plan on plan.course_id = plan_line.course_id and plan.active_version = plan_line.version
        where plan_line.course_id = @Id group by plan_line.session order by min(plan_line.place)
        """;

    private sealed record CountRow
    {
        public string Type { get; init; } = "";

        public string? Format { get; init; }

        public int Sessions { get; init; }
    }

    public static Estimate Of(Records records, CourseAtHand course)
    {
        var booked = records.All<CountRow>(Booked, new { course.Id });
        var planned = records.All<CountRow>(Planned, new { course.Id })
            .Select(row => row with { Sessions = row.Sessions - booked.Where(other => other.Type == row.Type).Sum(other => other.Sessions) }).Where(row => row.Sessions > 0);
        return Estimate.Of(
            course.Programme,
            [
                .. booked.Select(row => new VisitsToPrice(row.Type, Formats.Of(row.Format), row.Sessions, IsBooked: true)),
                .. planned.Select(row => new VisitsToPrice(row.Type, null, row.Sessions, IsBooked: false)),
            ]);
    }
}
