using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Measures;

/// <summary>Questions to the questionnaires.</summary>
public static class MeasureRecords
{
    private static readonly string Select = Sql.Of(typeof(MeasureRecords), "measures.sql");

    public static MeasureRow? One(Records records, Guid id) => records.One<MeasureRow>($"{Select} where measure.id = @id", new { id });

    /// <summary>What takes answers now, the soonest due first.</summary>
    public static IReadOnlyList<MeasureRow> Open(Records records, DateTimeOffset now) =>
        records.All<MeasureRow>($"{Select} where measure.state in ('open', 'begun') and measure.opens_at <= @now and measure.closes_at > @now order by measure.due_at", new { now });

    /// <summary>What a person may answer now, the soonest due first.</summary>
    public static IReadOnlyList<MeasureRow> OpenFor(Records records, Guid person, DateTimeOffset now) => records.All<MeasureRow>(
        $"{Select} where measure.person_id = @person and measure.state in ('open', 'begun') and measure.opens_at <= @now and measure.closes_at > @now order by measure.due_at",
        new { person, now });

    /// <summary>Finished and read by nobody yet, the soonest clock first.</summary>
    public static IReadOnlyList<MeasureRow> Unread(Records records) =>
        records.All<MeasureRow>($"{Select} where measure.state = 'finished' and measure.read_at is null order by measure.read_by");

    /// <summary>Older answers of the same person to the same form, for the same reader, that nobody has read and that raise nothing: who reads this one sees them on its line.</summary>
    public static IReadOnlyList<AssignmentId> UnreadBefore(Records records, MeasureRow row) => records.All<AssignmentId>(
        """
        select id from measure where person_id = @PersonId and instrument_id = @InstrumentId and reader = @Reader and state = 'finished' and read_at is null
          and finished_at < @FinishedAt and not exists (select 1 from measure_flag where measure_id = measure.id and level in ('review', 'safety'))
        """,
        new { row.PersonId, row.InstrumentId, row.Reader, row.FinishedAt });

    public static long CountUnread(Records records) => records.Value<long>("select count(*) from measure where state = 'finished' and read_at is null");

    /// <summary>Not finished, and their closing time has passed.</summary>
    public static IReadOnlyList<AssignmentId> Over(Records records, DateTimeOffset now) =>
        records.All<AssignmentId>("select id from measure where state in ('open', 'begun') and closes_at <= @now order by closes_at", new { now });

    /// <summary>Everything asked in a course, the latest first.</summary>
    public static IReadOnlyList<MeasureRow> OfCourse(Records records, Guid course) =>
        records.All<MeasureRow>($"{Select} where measure.course_id = @course order by measure.opens_at desc, measure.instrument_id", new { course });

    /// <summary>Everything asked of a person, the latest first.</summary>
    public static IReadOnlyList<MeasureRow> OfPerson(Records records, Guid person) =>
        records.All<MeasureRow>($"{Select} where measure.person_id = @person order by measure.opens_at desc, measure.instrument_id", new { person });

    public static IReadOnlyList<AnswerRow> Answers(Records records, Guid id) => records.All<AnswerRow>("select * from measure_answer where measure_id = @id", new { id });

    /// <summary>The answers so far by item; null for a skip.</summary>
    public static IReadOnlyDictionary<string, decimal?> Given(Records records, Guid id) => Answers(records, id).ToDictionary(answer => answer.ItemId, answer => answer.Value, StringComparer.Ordinal);

    /// <summary>Safety first.</summary>
    public static IReadOnlyList<FlagRow> Flags(Records records, Guid id) => records.All<FlagRow>(
        "select * from measure_flag where measure_id = @id order by case level when 'safety' then 0 when 'review' then 1 else 2 end, flag_id",
        new { id });

    /// <summary>A person's totals of one instrument over time.</summary>
    public static IReadOnlyList<Reading> Totals(Records records, Guid person, string instrument) => records.All<Reading>(
        """
        select id, finished_at as at, total as value, band from measure
        where person_id = @person and instrument_id = @instrument and state = 'finished' and total is not null order by finished_at
        """,
        new { person, instrument });

    /// <summary>A person's answers to one question over time, for instruments whose answers are never added up.</summary>
    public static IReadOnlyList<Reading> AnswersTo(Records records, Guid person, string instrument, string item) => records.All<Reading>(
        """
        select measure.id, measure.finished_at as at, measure_answer.value from measure
        join measure_answer on measure_answer.measure_id = measure.id and measure_answer.item_id = @item
        where measure.person_id = @person and measure.instrument_id = @instrument and measure.state = 'finished' and measure_answer.value is not null
        order by measure.finished_at
        """,
        new { person, instrument, item });

    /// <summary>Ids of the instruments that a person has finished at least once.</summary>
    public static IReadOnlyList<string> Answered(Records records, Guid person) =>
        records.All<string>("select instrument_id from measure where person_id = @person and state = 'finished' group by instrument_id order by max(finished_at) desc", new { person });
}
