using System.Globalization;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Lanes;

namespace Sojourn.Clinic.Lanes;

/// <summary>One thing in a lane, or one visit elsewhere.</summary>
public sealed record LaneItemRow
{
    public LaneItemId Id { get; init; }

    public CourseId CourseId { get; init; }

    public string Lane { get; init; } = "";

    public string Words { get; init; } = "";

    public string? Place { get; init; }

    public DateOnly FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    public bool IsVisit { get; init; }

    /// <summary>open, held (a visit) or ended.</summary>
    public string State { get; init; } = "";

    public string PutBy { get; init; } = "";

    public string? EndedWhy { get; init; }

    public string? Agreed { get; init; }

    /// <summary>As the column has it; null for no duty.</summary>
    public string? Duty { get; init; }

    /// <summary>Days of the week on which it is work or another duty.</summary>
    public IReadOnlyList<DayOfWeek> DutyOn => [.. (Duty ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(day => (DayOfWeek)int.Parse(day, CultureInfo.InvariantCulture))];
}

/// <summary>Nothing was chosen for a lane, and by whom.</summary>
public sealed record LaneNoneRow
{
    public string Lane { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string Who { get; init; } = "";
}

/// <summary>Which medicine session a talk goes with, as somebody said.</summary>
public sealed record LinkedTalk
{
    public SessionId TalkId { get; init; }

    /// <summary>Null: none.</summary>
    public SessionId? MedicineId { get; init; }
}

/// <summary>One of the clinic's own sessions in its lane.</summary>
public sealed record LaneSession(Lane Lane, SessionRow Session);

/// <summary>Questions to the five lanes.</summary>
public static class LaneRecords
{
    public static IReadOnlyList<LaneItemRow> Items(Records records, Guid course) => records.All<LaneItemRow>("select * from lane_item where course_id = @course order by from_on, id", new { course });

    public static LaneItemRow? One(Records records, Guid course, Guid id) => records.One<LaneItemRow>("select * from lane_item where course_id = @course and id = @id", new { course, id });

    public static IReadOnlyList<LaneNoneRow> None(Records records, Guid course) => records.All<LaneNoneRow>("select lane, at, who from lane_none where course_id = @course", new { course });

    public static IReadOnlyList<LinkedTalk> Talks(Records records, Guid course) => records.All<LinkedTalk>("select talk_id, medicine_id from lane_talk where course_id = @course", new { course });

    /// <summary>Medicine sessions, talks and other treatments that are booked or were held here.</summary>
    public static IReadOnlyList<LaneSession> Sessions(Records records, Guid course) =>
    [
        .. SessionRecords.OfCourse(records, course).Where(session => session.FromAt is not null && session.State is "booked" or "arrived" or "running" or "held")
            .Select(session => Of(session.Kind) is { } lane ? new LaneSession(lane, session) : null).OfType<LaneSession>(),
    ];

    private static Lane? Of(string kind) => kind switch
    {
        "medicine" => Lane.Medicine,
        "preparation" or "integration" or "follow-up" => Lane.Psychological,
        "adjunct" => Lane.Complementary,
        _ => null,
    };
}
