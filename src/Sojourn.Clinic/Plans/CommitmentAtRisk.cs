using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Plans;

/// <summary>Missed talking sessions in a row: a reason to ask how it is going, never a punishment.</summary>
public static class CommitmentAtRisk
{
    /// <summary>The kind of the task that asks the team to look again.</summary>
    internal const string Task = "review-commitment";

    private const string Last =
        """
        select state from session
        where course_id = @course and type in @types and state in ('held', 'missed')
        order by from_at desc limit @count
        """;

    /// <summary>How many talking sessions in a row were missed, where that is as many as the programme says; null otherwise.</summary>
    public static int? Missed(Records records, Guid course, Programme programme)
    {
        if (programme.TherapyGap is not { ReviewAfterMissed: { } count, CountsAs: var types })
        {
            return null;
        }

        var states = records.All<string>(Last, new { course, types, count });
        return states.Count == count && states.All(state => state == "missed") ? count : null;
    }

    /// <summary>The task that asks the team to look again, while it is open.</summary>
    public static TaskRow? Review(Records records, Guid course) =>
        records.Value<string>("select id from task where course_id = @course and kind = @Task and state in ('open', 'taken')", new { course, Task }) is { } id ? TaskRecords.One(records, Guid.Parse(id)) : null;
}
