using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Prices;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Prices;

/// <summary>What a course is likely to cost: its sessions that are booked or held, and those of the plan, or before there is one of the programme, that have no time yet.</summary>
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

    /// <summary>What need not come, such as an occasional treatment, is not in it before it is planned or booked.</summary>
    public static Estimate Of(Records records, CourseAtHand course)
    {
        var booked = records.All<CountRow>(Booked, new { course.Id });
        int Placed(string type) => booked.Where(row => row.Type == type).Sum(row => row.Sessions);
        var planned = records.All<CountRow>(Planned, new { course.Id });
        var ahead = planned.Count > 0
            ? planned.Select(row => Left(row.Type, new(row.Sessions, row.Sessions), Placed(row.Type), PricedAs.Plan))
            : course.Programme.Phases.SelectMany(phase => phase.Sessions).Where(sessions => sessions.Count.Least > 0).GroupBy(sessions => sessions.SessionId, StringComparer.Ordinal)
                .Select(sessions => Left(sessions.Key, new(sessions.Sum(one => one.Count.Least), sessions.Sum(one => one.Count.Most)), Placed(sessions.Key), PricedAs.Programme));
        return Estimate.Of(
            course.Programme,
            [
                .. booked.Select(row => new VisitsToPrice(row.Type, Formats.Of(row.Format), new(row.Sessions, row.Sessions), PricedAs.Booked)),
                .. course.IsOpen ? ahead.Where(visits => visits.Count.Most > 0) : [],
            ]);
    }

    private static VisitsToPrice Left(string type, Bounds<int> wanted, int placed, PricedAs from) =>
        new(type, null, new(Math.Max(0, wanted.Least - placed), Math.Max(0, wanted.Most - placed)), from);
}
