using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Outcomes;

/// <summary>What can be seen of a person over months, from answers, sessions and doses. Nothing is filled in where an answer is missing.</summary>
public sealed record PersonOutcomes(IReadOnlyList<TotalRow> Totals, IReadOnlyList<NotAnsweredRow> NotAnswered, IReadOnlyList<DoseRow> Doses, IReadOnlyList<SessionRow> Sessions)
{
    /// <summary>When the first medicine session began; null while there was none.</summary>
    public DateTimeOffset? FirstMedicineAt => Sessions.FirstOrDefault(s => s is { IsMedicine: true, State: "held" or "running", FromAt: not null })?.FromAt;

    /// <summary>For every measure that has a total before the first medicine session and one after it.</summary>
    public IReadOnlyList<Change> Changes =>
        FirstMedicineAt is not { } first
            ? []
            : [.. Totals.GroupBy(row => row.InstrumentId, StringComparer.Ordinal)
                .Select(rows => (Instrument: rows.Key, Before: rows.LastOrDefault(row => row.FinishedAt <= first), Last: rows.LastOrDefault(row => row.FinishedAt > first)))
                .Where(pair => pair is { Before: not null, Last: not null })
                .Select(pair => new Change(pair.Instrument, pair.Before!, pair.Last!))];
}

/// <summary>Questions about outcomes to the projections of measures, the room and the calendar.</summary>
public static class OutcomeRecords
{
    private const string DosesSql =
        """
        select medicine_dose.session_id, session.number, medicine_dose.route, medicine_dose.mg, medicine_dose.mg_per_kg, medicine_dose.band, medicine_dose.given_at,
          giver.display_name as given_by_name, medicine_dose.override_reason, prescriber.display_name as override_by_name
        from medicine_dose
        left join session on session.id = medicine_dose.session_id
        left join staff as giver on giver.id = medicine_dose.given_by
        left join staff as prescriber on prescriber.id = medicine_dose.override_by
        where medicine_dose.person_id = @person order by medicine_dose.given_at
        """;

    public static PersonOutcomes Of(Records records, Guid person, DateTimeOffset now) => new(
        Totals(records, person),
        records.All<NotAnsweredRow>(
            """
            select instrument_id, due_at, state from measure
            where person_id = @person and (state in ('declined', 'lapsed') or (state in ('open', 'begun') and due_at < @now)) order by due_at desc
            """,
            new { person, now }),
        Doses(records, person),
        SessionRecords.OfPerson(records, person));

    /// <summary>Every total, the earliest first.</summary>
    public static IReadOnlyList<TotalRow> Totals(Records records, Guid person) => records.All<TotalRow>(
        "select instrument_id, finished_at, total, band from measure where person_id = @person and state = 'finished' and total is not null order by finished_at",
        new { person });

    public static IReadOnlyList<DoseRow> Doses(Records records, Guid person) => records.All<DoseRow>(DosesSql, new { person });
}
