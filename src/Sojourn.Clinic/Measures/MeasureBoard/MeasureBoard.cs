using System.Text.Json;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Measures;
using static Sojourn.Domain.Measures.Measure;

namespace Sojourn.Clinic.Measures.MeasureBoard;

/// <summary>Every questionnaire asked, answered, finished and read.</summary>
public sealed class MeasureBoard() : Projection("measure-board", version: 1)
{
    private const string KeepAnswer =
        """
        insert into measure_answer values (@Id, @Item, @Value, @HappenedAt, @By)
        on conflict (measure_id, item_id) do update set value = excluded.value, at = excluded.at, by_actor = excluded.by_actor
        """;

    protected override void Define()
    {
        On<Event.Assigned>("on-assigned.sql", (e, from) => new
        {
            from.Id,
            e.Person,
            e.Course,
            e.Instrument,
            e.InstrumentVersion,
            e.InstrumentHash,
            e.Reason,
            e.Session,
            from.RecordedAt,
            e.OpensAt,
            e.DueAt,
            e.ClosesAt,
            e.Reader,
            e.ReadWithinHours,
        });
        On<Event.Answered>((e, from, run) =>
        {
            run(KeepAnswer, new { from.Id, e.Item, Value = (double?)e.Value, e.HappenedAt, By = from.Actor.Text });
            run("update measure set state = 'begun' where id = @Id", new { from.Id });
            Flags(run, from, e.Flags, final: false);
        });
        On<Event.Finished>((e, from, run) =>
        {
            run(Sql.Of<MeasureBoard>("on-finished.sql"), new
            {
                from.Id,
                e.HappenedAt,
                Total = (double?)e.Total,
                e.WhyNoTotal,
                e.Band,
                e.Prorated,
                Positive = e.Flags.Any(f => f.Level == FlagLevel.Safety) ? 1 : 0,
                Parts = JsonSerializer.Serialize(e.Parts, Json.Options),
                Missing = JsonSerializer.Serialize(e.Missing, Json.Options),
                e.TakenFrom,
                e.ReadBy,
            });
            Flags(run, from, e.Flags, final: true);
        });
        On<Event.Declined>("update measure set state = 'declined', ended_at = @HappenedAt, ended_why = @Reason where id = @Id", (e, from) => new { from.Id, e.HappenedAt, e.Reason });
        On<Event.Lapsed>("update measure set state = 'lapsed', ended_at = @HappenedAt where id = @Id", (e, from) => new { from.Id, e.HappenedAt });
        On<Event.Read>("update measure set read_at = @HappenedAt, read_by_staff = @By where id = @Id", (e, from) => new { from.Id, e.HappenedAt, By = from.Actor.Text });
    }

    private static void Flags(Action<string, object> run, Origin from, IReadOnlyList<Flag> flags, bool final)
    {
        foreach (var flag in flags)
        {
            run(Sql.Of<MeasureBoard>("keep-flag.sql"), new
            {
                from.Id,
                Flag = flag.Id,
                Level = Columns.Word(flag.Level),
                Concern = flag.Concern is { } concern ? Columns.Word(concern) : null,
                flag.Words,
                flag.Action,
                Final = final,
            });
        }

        if (flags.Any(f => f.Level == FlagLevel.Safety))
        {
            run("update measure set positive = 1 where id = @Id", new { from.Id });
        }
    }
}
