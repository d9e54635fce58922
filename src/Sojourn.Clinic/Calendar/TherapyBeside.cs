using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>A medicine session that is booked, and no therapy near it that is booked too.</summary>
/// <param name="BookAt">Where therapy is booked: a time for the one that is proposed, else a new one.</param>
public sealed record TherapyLacking(TherapyGap Gap, string BookAt);

/// <summary>Whether therapy goes with a medicine session, as near as the programme says. Without it a booking is refused, or the session says so, as the programme chooses.</summary>
public static class TherapyBeside
{
    private const string Near =
        """
        select id, state from session
        where course_id = @course and type in @types and state in ('booked', 'arrived', 'running', 'held', 'proposed')
          and coalesce(from_at, window_from) between @early and @late
        order by case state when 'proposed' then 1 else 0 end, coalesce(from_at, window_from) limit 1
        """;

    /// <summary>What is proposed counts: it waits for its time.</summary>
    public static bool IsThere(Records records, CourseId course, DateTimeOffset from, TherapyGap gap) => One(records, course, from, gap) is not null;

    /// <summary>Null where therapy is booked, the session is not to come, or the programme does not ask for it.</summary>
    public static TherapyLacking? Lacking(Records records, SessionRow session, Programme? programme) =>
        programme?.TherapyGap is { } gap && session is { IsMedicine: true, State: "booked", CourseId: { } course, FromAt: { } from }
            ? One(records, course, from, gap) switch
            {
                null => new(gap, BookAt(course, gap)),
                { State: "proposed", Id: var proposed } => new(gap, $"sessions/{proposed}/place"),
                _ => null,
            }
            : null;

    public static string Missing(TherapyGap gap) => $"No therapy session is booked within {gap.Days} days of this medicine session.";

    /// <summary>The kind that is named last is the one that goes on beside the medicine.</summary>
    public static string BookAt(CourseId course, TherapyGap gap) => $"sessions/new?course={course.Value}&kind={gap.CountsAs[^1]}";

    private static Therapy? One(Records records, CourseId course, DateTimeOffset from, TherapyGap gap) =>
        records.One<Therapy>(Near, new { course, types = gap.CountsAs, early = from.AddDays(-gap.Days), late = from.AddDays(gap.Days) });

    private sealed record Therapy
    {
        public Guid Id { get; init; }

        public string State { get; init; } = "";
    }
}
