using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Preparation;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Preparation;

/// <summary>How ready a patient is.</summary>
/// <param name="Next">The next medicine session that is booked; null while none is.</param>
/// <param name="Helps">Ids of the tags under the intention.</param>
public sealed record PreparationSheet(
    IReadOnlyList<PreparationLine> Lines,
    string? Intention,
    IReadOnlyList<string> Helps,
    DateTimeOffset? UnderstoodAt,
    int? UnderstoodVersion,
    IReadOnlyList<AnswerRow> Answers,
    NextMedicine? Next)
{
    public int Done => Lines.Count(line => line.IsDone);

    /// <summary>Required lines that are not done: the medicine session waits for them.</summary>
    public IEnumerable<PreparationLine> Missing => Lines.Where(line => line.Item.Required && !line.IsDone);
}

/// <summary>One line of the checklist.</summary>
/// <param name="DoneBy">Actor; null where it follows from something else or is not done.</param>
/// <param name="Words">What the patient chose or said under it; null for nothing.</param>
/// <param name="DueAt">Null while no medicine session is booked.</param>
public sealed record PreparationLine(PreparationItem Item, bool IsDone, DateTimeOffset? DoneAt, string? DoneBy, string? Words, DateTimeOffset? DueAt)
{
    public bool IsOverdue(DateTimeOffset now) => !IsDone && DueAt < now;
}

public sealed record NextMedicine
{
    public SessionId Id { get; init; }

    public DateTimeOffset FromAt { get; init; }

    public string? EscortName { get; init; }

    public string? EscortPhone { get; init; }

    public bool NoDriving { get; init; }

    /// <summary>Somebody was named and cannot come.</summary>
    public bool RideCancelled { get; init; }
}

public sealed record AnswerRow
{
    public string QuestionId { get; init; } = "";

    public string ChoiceId { get; init; } = "";

    public bool IsRight { get; init; }

    public int PageVersion { get; init; }
}

/// <summary>Questions to the preparation projection, and to the calendar's about who takes the patient home.</summary>
public static class PreparationRecords
{
    private const string NextSession =
        """
        select s.id, s.from_at, coalesce(e.no_driving, 0) as no_driving, coalesce(e.cancelled, 0) as ride_cancelled,
          case when e.cancelled = 0 then e.name end as escort_name, case when e.cancelled = 0 then e.phone end as escort_phone
        from session s left join session_escort e on e.session_id = s.id
        where s.course_id = @course and s.kind = 'medicine' and s.state in ('booked', 'arrived') and s.to_at > @now
        order by s.from_at
        """;

    public static PreparationSheet Of(Records records, CourseAtHand course, DateTimeOffset now)
    {
        var at = new { course = course.Id, now };
        var next = records.One<NextMedicine>(NextSession, at);
        var head = records.One<HeadRow>("select intention, helps, understood_at, understood_version from preparation where course_id = @course", at) ?? new HeadRow();
        var done = records.All<DoneRow>("select item_id, done_at, done_by, version, words from preparation_item where course_id = @course", at).ToDictionary(row => row.ItemId, StringComparer.Ordinal);
        var version = Preparing.UnderstandingPage.Of(course.Programme).Version;
        return new(
            [.. course.Programme.Preparation.Select(item => Line(item, done.GetValueOrDefault(item.Id), next))],
            head.Intention,
            head.Helps.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            head.UnderstoodAt,
            head.UnderstoodVersion,
            records.All<AnswerRow>("select * from preparation_answer where course_id = @course and page_version = @version", new { course = course.Id, version }),
            next);
    }

    private static PreparationLine Line(PreparationItem item, DoneRow? done, NextMedicine? next)
    {
        var due = next?.FromAt.AddHours(-item.DueHoursBefore);
        return item.Kind switch
        {
            PreparationKind.Escort => new(item, next?.EscortName is not null, null, null, null, due),
            PreparationKind.NoDriving => new(item, next?.NoDriving == true, null, null, null, due),
            _ when done?.Version == item.Version => new(item, true, done.DoneAt, done.DoneBy, done.Words, due),
            _ => new(item, false, null, null, null, due),
        };
    }

    private sealed record HeadRow
    {
        public string? Intention { get; init; }

        public string Helps { get; init; } = "";

        public DateTimeOffset? UnderstoodAt { get; init; }

        public int? UnderstoodVersion { get; init; }
    }

    private sealed record DoneRow
    {
        public string ItemId { get; init; } = "";

        public DateTimeOffset DoneAt { get; init; }

        public string DoneBy { get; init; } = "";

        public int Version { get; init; }

        public string? Words { get; init; }
    }
}
